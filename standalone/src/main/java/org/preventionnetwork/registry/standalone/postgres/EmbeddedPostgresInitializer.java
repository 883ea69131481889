package org.preventionnetwork.registry.standalone.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.preventionnetwork.registry.personal.DataFolder;
import org.springframework.boot.context.properties.bind.Binder;
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
        Binder settings = Binder.get(environment);
        DataFolder data = settings.bindOrCreate("registry", DataFolder.class);
        Path home = data.path();
        String cluster = home.resolve("postgres").toAbsolutePath().toString();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "embeddedPostgres", Map.of("registry.keys.shared", "false", "registry.keys.cluster", cluster)));
        PostgresSettings own = settings.bindOrCreate("registry.postgres", PostgresSettings.class);
        EmbeddedPostgres postgres = EmbeddedPostgres.startInBackground(new EmbeddedPostgres.Settings(
                home,
                data.folder("registry.postgres.programs", own.programs(), "postgres-bin"),
                own.port(),
                own.startTimeout()));
        context.getBeanFactory().registerSingleton(BEAN, postgres);
        context.getDefaultListableBeanFactory().registerDisposableBean(BEAN, postgres::close);
    }
}
