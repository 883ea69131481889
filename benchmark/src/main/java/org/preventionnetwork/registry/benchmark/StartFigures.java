package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.standalone.RegistryApplication;

/** How long the application takes, as a process of its own, until its health answers. */
record StartFigures(Path home, Path programs, int rounds) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    List<Figure> measure() throws IOException, InterruptedException {
        double cold = start();
        Samples warm = new Samples();
        for (int i = 0; i < rounds; i++) {
            warm.add(start());
        }
        return List.of(
                Figure.of("start with a new database, until healthy", Figure.number(cold) + " s"),
                Figure.of("start with an existing database, until healthy", Figure.number(warm.median()) + " s"));
    }

    private double start() throws IOException, InterruptedException {
        int port = freePort();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryApplication.class.getName(),
                        "--registry.data=" + home,
                        "--registry.postgres.programs=" + programs,
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("registry.log").toFile()))
                .start();
        try {
            while (!isHealthy(port)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the registry did not start, see " + home + "/registry.log");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean isHealthy(int port) throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
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
}
