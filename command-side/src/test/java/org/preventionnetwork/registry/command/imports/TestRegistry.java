package org.preventionnetwork.registry.command.imports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole command side on its own database, without a query side. */
public final class TestRegistry implements AutoCloseable {
    private static final class Shared {
        private static final TestRegistry REGISTRY = started();

        private static TestRegistry started() {
            try {
                return start(Path.of("target", "data-shared-" + UUID.randomUUID()));
            } catch (SQLException e) {
                throw new IllegalStateException("the database does not start", e);
            }
        }
    }

    private final ConfigurableApplicationContext context;

    private TestRegistry(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
            })
    @ComponentScan(
            basePackages = {"org.preventionnetwork.registry.command", "org.preventionnetwork.registry.personal"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Test|TestApplication|TestConfiguration)(\\$.*)?"))
    static class Application {}

    /** One for all tests of a process that keep to entities of their own; it ends with the process. */
    public static TestRegistry shared() {
        return Shared.REGISTRY;
    }

    public static TestRegistry start(Path data) throws SQLException {
        return start(data, TestDatabase.empty().url());
    }

    public static TestRegistry start(Path data, String url, String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=postgres",
                "registry.data=" + data,
                "axon.axonserver.enabled=false",
                "axon.update-check.disabled=true",
                "axon.timeout.enabled=false",
                "spring.main.banner-mode=off",
                "spring.servlet.multipart.enabled=false",
                "spring.datasource.hikari.maximum-pool-size=12",
                "server.address=127.0.0.1",
                "server.port=0"));
        properties.addAll(List.of(more));
        return new TestRegistry(new SpringApplicationBuilder(Application.class)
                .properties(properties.toArray(String[]::new))
                .run());
    }

    public <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public RunReport apply(Path path) {
        return await(bean(Intake.class).local(path, false, "tester", "SECRETARIAT"));
    }

    public RunReport rehearse(Path path) {
        return await(bean(Intake.class).local(path, true, "tester", "SECRETARIAT"));
    }

    public RunReport await(String id) {
        Runs runs = bean(Runs.class);
        return Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(3))
                .until(() -> runs.find(id).orElseThrow(), report -> !report.isRunning());
    }

    public List<Problem> problems(RunReport report) {
        return bean(Runs.class).problems(report.id(), 0, 10_000);
    }

    public long events() {
        Long count =
                bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM events.domainevententry", Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        context.close();
    }
}
