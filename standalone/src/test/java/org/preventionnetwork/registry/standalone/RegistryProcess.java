package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The registry as a process of its own, that can be killed at any moment and started again on the same data. It is
 * compiled for a quick start, since it does not live long.
 */
final class RegistryProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Path home;
    private final Path log;
    private final Process process;
    private final Client client;

    private RegistryProcess(Path home, Path log, List<String> before, List<String> options, List<String> arguments)
            throws IOException {
        int port = freePort();
        this.home = home;
        this.log = log;
        client = Client.admin(port);
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RegistryApplication.class.getName(),
                "--registry.data=" + home,
                "--registry.postgres.programs=target/postgres-bin",
                "--registry.limits.requests-per-second=100000",
                "--server.port=" + port));
        for (String own : arguments) {
            command.removeIf(standard -> standard.startsWith(own.substring(0, own.indexOf('=') + 1)));
            command.add(own);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("REGISTRY_ADMIN_PASSWORD", Client.PASSWORD);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Returns when it is ready to be asked. */
    static RegistryProcess start(Path home) throws IOException {
        RegistryProcess registry = launch(home, "registry.log");
        registry.awaitReady();
        return registry;
    }

    /** Returns at once, while it starts. */
    static RegistryProcess launch(Path home, String logName, String... arguments) throws IOException {
        return new RegistryProcess(home, home.resolve(logName), List.of(), List.of(), List.of(arguments));
    }

    /**
     * Returns at once, while it starts as somebody would start it who is careless about what others may read.
     *
     * @param temporary takes the place of the system's folder for temporary files
     */
    static RegistryProcess launchOpen(Path home, Path log, Path temporary, String... arguments) throws IOException {
        return new RegistryProcess(
                home,
                log,
                List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"),
                List.of("-Djava.io.tmpdir=" + temporary),
                List.of(arguments));
    }

    void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(this::requireReady);
    }

    Client client() {
        return client;
    }

    long pid() {
        return process.pid();
    }

    /** @return its exit code */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    /** Like {@code kill -9}: nothing gets a chance to end what it is doing. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    ProcessHandle postgres() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** A session as the superuser of the embedded database, who may do anything. */
    Connection superuser() throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader credentials = Files.newBufferedReader(home.resolve("postgres.credentials"))) {
            passwords.load(credentials);
        }
        String port = Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/registry", "postgres", passwords.getProperty("postgres"));
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    private void requireReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The registry ended; its last words:\n" + log());
        }
        try {
            Client.Reply health = client.withoutLogin().get("/actuator/health");
            assertThat(health.status()).as(health.body()).isEqualTo(200);
        } catch (UncheckedIOException notThere) {
            throw new AssertionError("The registry does not answer", notThere);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
