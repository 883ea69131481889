package org.preventionnetwork.registry.standalone.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts PostgreSQL while Spring is still reading its configuration: the two take about the same time. */
public final class EmbeddedPostgresInitializer implements ApplicationContextInitializer<GenericApplicationContext> {
    static final String BEAN = "embeddedPostgres";

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        // Nobody else can be on a data directory that is locked.
        Path home = Path.of(environment.getProperty("registry.data", "data"));
        String cluster = home.resolve("postgres").toAbsolutePath().toString();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "embeddedPostgres", Map.of("registry.keys.shared", "false", "registry.keys.cluster", cluster)));
        String programs = environment.getProperty("registry.postgres.programs");
        EmbeddedPostgres postgres = EmbeddedPostgres.startInBackground(new EmbeddedPostgres.Settings(
                home,
                programs == null ? home.resolve("postgres-bin") : Path.of(programs),
                environment.getProperty("registry.postgres.port", Integer.class, 0),
                environment.getProperty("registry.postgres.start-timeout", Duration.class, Duration.ofMinutes(10))));
        context.getBeanFactory().registerSingleton(BEAN, postgres);
        context.getDefaultListableBeanFactory().registerDisposableBean(BEAN, postgres::close);
    }
}
