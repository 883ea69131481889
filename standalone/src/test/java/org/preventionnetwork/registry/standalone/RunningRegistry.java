package org.preventionnetwork.registry.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The registry as it starts by default, inside the tests' own process: one for all tests that keep to entities of their
 * own, since starting it takes longer than most of them.
 */
final class RunningRegistry implements AutoCloseable {
    private static final class Shared {
        private static final RunningRegistry REGISTRY = new RunningRegistry();
    }

    private final ConfigurableApplicationContext context;

    private RunningRegistry(String... more) {
        System.setProperty("disable-axoniq-console-message", "true");
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--registry.data=" + Path.of("target", "data-shared-" + UUID.randomUUID()),
                "--registry.postgres.programs=target/postgres-bin",
                "--registry.admin.password=" + Client.PASSWORD,
                "--registry.access.bcrypt-cost=10",
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

    @Override
    public void close() {
        context.close();
    }

    <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }
}
