package org.preventionnetwork.registry.standalone;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/** Files handed to the registry, and how it fared with them. */
final class Imports {
    private static final List<String> SAMPLE = List.of(
            "programmes",
            "institutions",
            "networks",
            "memberships",
            "seminars",
            "officials",
            "enrollments",
            "meetings",
            "initiatives",
            "statements");

    private static final class InShared {
        private static final JsonNode REPORT = run(RunningRegistry.shared().client(), "institute.zip", institute());
    }

    private Imports() {}

    /**
     * The bundled sample is in the registry that tests share: the first that asks imports it, and all others of the process
     * find it there.
     *
     * @return how that import fared
     */
    static JsonNode instituteInShared() {
        return InShared.REPORT;
    }

    /** The bundled sample, as a ZIP of its CSV files. */
    static byte[] institute() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : SAMPLE) {
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                try (InputStream csv = Imports.class.getResourceAsStream("/samples/institute/" + name + ".csv")) {
                    zip.write(csv.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @return the report of the import, when it is over */
    static JsonNode run(Client registry, String fileName, byte[] content) {
        String location = start(registry, fileName, content);
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !status(registry, location).equals("RUNNING"));
        return registry.get(location).expect(200).json();
    }

    static JsonNode run(Client registry, String fileName, String csv) {
        return run(registry, fileName, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** @return where it can be followed */
    static String start(Client registry, String fileName, byte[] content) {
        return registry.upload("/api/imports", fileName, content).expect(202).header("Location");
    }

    /** Until none is running, whoever started it. */
    static void awaitAll(Client registry) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> registry.get("/api/imports?size=500").expect(200).items().stream()
                        .noneMatch(one -> one.get("status").asString().equals("RUNNING")));
    }

    static String status(Client registry, String location) {
        return registry.get(location).expect(200).text("status");
    }
}
