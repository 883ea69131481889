package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.postgres.InTarget;

/** The registry as a process of its own, ended in the ways that processes end. */
class KilledRegistryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir(factory = InTarget.class)
    private Path home;

    private Process registry;

    @AfterEach
    void end() throws InterruptedException {
        registry.destroy();
        assertThat(registry.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void killed_without_warning_it_takes_its_database_along_and_starts_again() throws Exception {
        int port = startAndAwaitHealth();
        long postgres = postgresPid();
        registry.destroyForcibly().waitFor();
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(postgres).isEmpty());
        assertThat(isHealthy(port)).isFalse();
        startAndAwaitHealth();
    }

    @Test
    void with_registry_and_database_killed_at_once_it_starts_again() throws Exception {
        startAndAwaitHealth();
        ProcessHandle postgres = ProcessHandle.of(postgresPid()).orElseThrow();
        postgres.destroyForcibly();
        registry.destroyForcibly().waitFor();
        assertThat(home.resolve("postgres/postmaster.pid")).exists();
        startAndAwaitHealth();
    }

    @Test
    void asked_to_end_it_stops_its_database_cleanly() throws Exception {
        startAndAwaitHealth();
        registry.destroy();
        assertThat(registry.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(home.resolve("postgres.log"))).contains("database system is shut down");
    }

    @Test
    void a_second_one_on_the_same_data_says_so_and_ends() throws Exception {
        startAndAwaitHealth();
        Path output = home.resolve("second.log");
        Process second = start(freePort(), output);
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output))
                .contains("Another registry (process " + registry.pid() + ") is running on")
                .contains("--registry.data=<path>")
                .doesNotContain("\tat ");
    }

    private int startAndAwaitHealth() throws IOException {
        int port = freePort();
        registry = start(port, home.resolve("registry.log"));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(registry.isAlive())
                    .as(() -> "alive:\n" + read(home.resolve("registry.log")))
                    .isTrue();
            return isHealthy(port);
        });
        return port;
    }

    private Process start(int port, Path output) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryApplication.class.getName(),
                        "--registry.data=" + home,
                        "--registry.postgres.programs=target/postgres-bin",
                        "--server.port=" + port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private long postgresPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0));
    }

    private static boolean isHealthy(int port) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
