package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * The registry as a process of its own, that can be killed at any moment and started again on the same data. It is
 * compiled for a quick start, since it does not live long.
 */
final class RegistryProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

    private final Path home;
    private final Path log;
    private final long logStart;
    private final @Nullable Path archiveDraft;
    private final Process process;
    private int port;

    private RegistryProcess(
            Path home,
            Path log,
            boolean mayWriteArchive,
            List<String> before,
            List<String> options,
            List<String> arguments)
            throws IOException {
        TestRun.requireTag("process");
        QuickStart quickStart = QuickStart.ofThisBuild();
        this.home = home;
        this.log = log;
        logStart = Files.exists(log) ? Files.size(log) : 0;
        archiveDraft = mayWriteArchive && !quickStart.hasArchive() ? quickStart.draft() : null;
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(archiveDraft == null ? quickStart.options() : QuickStart.optionsToWrite(archiveDraft));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                quickStart.classPath(),
                RegistryApplication.class.getName(),
                "--registry.data=" + home,
                "--registry.postgres.programs=target/postgres-bin",
                "--registry.limits.requests-per-second=100000",
                "--registry.access.bcrypt-cost=10",
                "--server.port=0"));
        for (String own : arguments) {
            String setting = own.substring(0, own.indexOf('=') + 1);
            command.removeIf(standard -> !setting.isEmpty() && standard.startsWith(setting));
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
        RegistryProcess registry =
                new RegistryProcess(home, home.resolve("registry.log"), true, List.of(), List.of(), List.of());
        try {
            registry.awaitReady();
        } catch (RuntimeException | Error neverReady) {
            // Nobody else would end it.
            registry.process.destroyForcibly();
            throw neverReady;
        }
        return registry;
    }

    /** Returns at once, while it starts. */
    static RegistryProcess launch(Path home, String logName, String... arguments) throws IOException {
        return new RegistryProcess(home, home.resolve(logName), false, List.of(), List.of(), List.of(arguments));
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
                false,
                List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"),
                List.of("-Djava.io.tmpdir=" + temporary),
                List.of(arguments));
    }

    void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(this::requireReady);
    }

    /** Returns when it can be asked, whether it is ready or not. */
    void awaitListening() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> port = listening());
    }

    /** Of a registry that is ready, or was. */
    Client client() {
        if (port == 0) {
            throw new IllegalStateException("It is not known yet where the registry listens");
        }
        return Client.admin(port);
    }

    long pid() {
        return process.pid();
    }

    /** @return its exit code */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
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
    public void close() throws IOException, InterruptedException {
        process.destroy();
        awaitEnd();
        if (archiveDraft != null) {
            QuickStart.ofThisBuild().keep(archiveDraft);
        }
    }

    private void requireReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The registry ended; its last words:\n" + log());
        }
        if (port == 0) {
            port = listening();
        }
        try {
            Client.Reply health = client().withoutLogin().get("/actuator/health");
            assertThat(health.status()).as(health.body()).isEqualTo(200);
        } catch (UncheckedIOException notThere) {
            throw new AssertionError("The registry does not answer", notThere);
        }
    }

    /** The system chose the port when the registry asked for one, so nobody else can have taken it. */
    private int listening() {
        Matcher said = LISTENING.matcher(log());
        return said.results()
                .filter(line -> line.start() >= logStart)
                .findFirst()
                .map(line -> Integer.parseInt(line.group(1)))
                .orElseThrow(() -> new AssertionError("The registry does not listen yet"));
    }
}
