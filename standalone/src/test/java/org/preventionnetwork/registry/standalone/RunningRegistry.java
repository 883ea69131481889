package org.preventionnetwork.registry.standalone;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The registry as it starts by default, inside the tests' own process: one for all tests that keep to entities of their
 * own, since starting it takes longer than most of them.
 */
final class RunningRegistry {
    private static final class Shared {
        private static final RunningRegistry REGISTRY = new RunningRegistry();
    }

    private final ConfigurableApplicationContext context;

    private RunningRegistry() {
        System.setProperty("disable-axoniq-console-message", "true");
        context = new SpringApplication(RegistryApplication.class)
                .run(
                        "--server.port=0",
                        "--registry.data=" + Path.of("target", "data-shared-" + UUID.randomUUID()),
                        "--registry.postgres.programs=target/postgres-bin");
    }

    /** Started by whoever asks first; it ends with the process. */
    static RunningRegistry shared() {
        return Shared.REGISTRY;
    }

    Client client() {
        return new Client(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }
}
