package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.standalone.RegistryApplication;

/** The real application as a process of its own. */
record ForkedRegistry(Process process, int port) implements AutoCloseable {
    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Returns when its health answers. */
    static ForkedRegistry start(Path home, Path programs, String... jvmOptions)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RegistryApplication.class.getName(),
                "--registry.data=" + home,
                "--registry.postgres.programs=" + programs,
                "--server.port=" + port));
        command.addAll(Login.ARGUMENTS);
        Path log = home.resolve("registry.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        ForkedRegistry registry = new ForkedRegistry(process, port);
        long began = System.nanoTime();
        while (!registry.isHealthy()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                registry.close();
                throw new IllegalStateException("the registry did not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return registry;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(at("/actuator/health"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notThereYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
