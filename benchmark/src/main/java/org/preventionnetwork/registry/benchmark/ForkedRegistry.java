package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.standalone.RegistryApplication;

/** The real application as a process of its own. */
record ForkedRegistry(Process process, int port) implements AutoCloseable {
    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

    /** Returns when its health answers. */
    static ForkedRegistry start(Path home, Path programs, String... jvmOptions)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RegistryApplication.class.getName(),
                "--registry.data=" + home,
                "--registry.postgres.programs=" + programs,
                "--server.port=0"));
        command.addAll(Login.ARGUMENTS);
        Path log = home.resolve("registry.log");
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long began = System.nanoTime();
        while (true) {
            Optional<ForkedRegistry> registry = listening(process, log, logStart);
            if (registry.isPresent() && registry.get().isHealthy()) {
                return registry.get();
            }
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                end(process);
                throw new IllegalStateException("the registry did not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** It says itself which port the system gave it: a port that is looked for before may be another's by then. */
    private static Optional<ForkedRegistry> listening(Process process, Path log, long from) throws IOException {
        byte[] said = Files.readAllBytes(log);
        Matcher port =
                LISTENING.matcher(new String(said, (int) from, said.length - (int) from, StandardCharsets.UTF_8));
        return port.find()
                ? Optional.of(new ForkedRegistry(process, Integer.parseInt(port.group(1))))
                : Optional.empty();
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

    @Override
    public void close() throws InterruptedException {
        end(process);
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
