package org.preventionnetwork.registry.standalone;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.preventionnetwork.registry.testing.TestRun;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The registry as it starts by default, inside the tests' own process: one for all tests that keep to entities of their
 * own, since starting it takes longer than most of them.
 */
final class RunningRegistry implements AutoCloseable {
    private static final class Shared {
        private static final RunningRegistry REGISTRY = new RunningRegistry();
    }

    private static final Duration PATIENCE = TestRun.PATIENCE;
    private static final String PLACED =
            """
            SELECT NOT EXISTS (SELECT FROM events.domainevententry e
                               WHERE e.globalindex <= ?
                                 AND NOT EXISTS (SELECT FROM ledger.entry l WHERE l.global_index = e.globalindex))
            """;
    private static final String KNOWN = "SELECT min(position) >= ? FROM operations.projection WHERE state = 'LIVE'";

    private final ConfigurableApplicationContext context;

    private RunningRegistry(String... more) {
        System.setProperty("disable-axoniq-console-message", "true");
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--registry.data=" + Path.of("target", "data-shared-" + UUID.randomUUID()),
                "--registry.postgres.programs=target/postgres-bin",
                "--registry.admin.password=" + Client.PASSWORD,
                "--registry.access.bcrypt-cost=10",
                "--registry.requests.undeclared-fails=true",
                "--registry.limits.requests-per-second=100000"));
        for (String own : more) {
            arguments.removeIf(standard -> standard.startsWith(own.substring(0, own.indexOf('=') + 1)));
            arguments.add(own);
        }
        context = new SpringApplication(RegistryApplication.class).run(arguments.toArray(String[]::new));
    }

    /** One more, for a test that would disturb the others. */
    static RunningRegistry another(String... arguments) {
        return new RunningRegistry(arguments);
    }

    /** Started by whoever asks first; it ends with the process. */
    static RunningRegistry shared() {
        return Shared.REGISTRY;
    }

    Client client() {
        return Client.admin(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * Waits until all that is recorded by now has its place in the ledger and is known to every projection.
     *
     * @return a position that has all of it
     */
    long settle() {
        JdbcTemplate database = new JdbcTemplate(part("queryDataSource", DataSource.class));
        Long last = database.queryForObject(
                "SELECT coalesce(max(globalindex), 0) FROM events.domainevententry", Long.class);
        await().atMost(PATIENCE).until(() -> Boolean.TRUE.equals(database.queryForObject(PLACED, Boolean.class, last)));
        long position = database.queryForObject("SELECT last_position FROM ledger.state", Long.class);
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(database.queryForObject(KNOWN, Boolean.class, position)));
        return position;
    }

    <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }
}
