package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The registry as a process of its own, that can be killed at any moment and started again on the same data. */
final class RegistryProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path log;
    private final Process process;
    private final Client client;

    private RegistryProcess(Path home) throws IOException {
        int port = freePort();
        log = home.resolve("registry.log");
        client = new Client(port);
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryApplication.class.getName(),
                        "--registry.data=" + home,
                        "--registry.postgres.programs=target/postgres-bin",
                        "--server.port=" + port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Returns when it is ready to be asked. */
    static RegistryProcess start(Path home) throws IOException {
        RegistryProcess registry = new RegistryProcess(home);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(registry::isReady);
        return registry;
    }

    Client client() {
        return client;
    }

    /** Like {@code kill -9}: nothing gets a chance to end what it is doing. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private boolean isReady() throws IOException {
        assertThat(process.isAlive())
                .as("alive; its last words:%n%s", process.isAlive() ? "" : Files.readString(log))
                .isTrue();
        try {
            return client.get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
