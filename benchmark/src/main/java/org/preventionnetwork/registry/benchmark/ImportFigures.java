package org.preventionnetwork.registry.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;

/**
 * A file of enrolments, uploaded to the application as a process of its own with little memory. Its garbage collector's
 * log tells how much of the heap was in use.
 */
record ImportFigures(Path home, Path programs, int rows) {
    private static final int HEAP_MEGABYTES = 256;
    private static final int PLACES = 100;
    private static final int OFFICIALS = 5_000;
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    List<Figure> measure() throws IOException, InterruptedException {
        Path gc = home.resolve("gc.log");
        try (ForkedRegistry registry = ForkedRegistry.start(
                home, programs, "-Xmx" + HEAP_MEGABYTES + "m", "-Xlog:gc:file=" + gc + ":tags:filecount=0")) {
            upload(registry, prerequisites());
            Path enrollments = enrollments();
            long began = System.nanoTime();
            upload(registry, enrollments);
            double seconds = (System.nanoTime() - began) / 1e9;
            return List.of(
                    Figure.of(
                            "import of " + Figure.number(rows) + " enrolments, until every projection knows them",
                            Figure.number(seconds) + " s, " + Figure.number(rows / seconds) + " rows/s"),
                    Figure.of(
                            "its heap, of at most " + HEAP_MEGABYTES + " MB, after any collection",
                            largestAfterCollection(gc) + " MB"));
        }
    }

    private Path prerequisites() throws IOException {
        Path file = home.resolve("prerequisites.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            zip.putNextEntry(new ZipEntry("programmes.csv"));
            out.write("programme,name\nglobal-seminar,Global Seminar\n");
            out.flush();
            zip.putNextEntry(new ZipEntry("seminars.csv"));
            out.write("seminar,title,programme,edition,mode,starts_on,status\n");
            for (int i = 0; i * PLACES < rows; i++) {
                out.write("seminar-%d,Seminar %d,global-seminar,GLOBAL,IN_PERSON,2019-05-05,HELD\n".formatted(i, i));
            }
            out.flush();
            zip.putNextEntry(new ZipEntry("officials.csv"));
            out.write("official,full_name,state\n");
            for (int i = 0; i < Math.min(OFFICIALS, rows); i++) {
                out.write("official-%d,Official Number %d,PL\n".formatted(i, i));
            }
        }
        return file;
    }

    private Path enrollments() throws IOException {
        Path file = home.resolve("enrollments.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("seminar,official,status,on,source\n");
            for (int i = 0; i < rows; i++) {
                out.write("seminar-%d,official-%d,COMPLETED,2019-05-11,Annual report of 2019 page %d\n"
                        .formatted(i / PLACES, i % Math.min(OFFICIALS, rows), i % 200));
            }
        }
        return file;
    }

    private static void upload(ForkedRegistry registry, Path file) throws IOException, InterruptedException {
        String boundary = "benchmark-boundary";
        HttpRequest request = Login.request(registry.at("/api/imports"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString("--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        JsonNode report = send(request, 202);
        String path = "/api/imports/" + report.path("id").asString();
        while (report.path("status").asString().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(100);
            report = send(Login.request(registry.at(path)).build(), 200);
        }
        if (!report.path("status").asString().equals("COMPLETED")
                || report.path("errors").asInt() > 0) {
            throw new IllegalStateException(file.getFileName() + " was not imported as a whole: " + report);
        }
    }

    private static JsonNode send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = ForkedRegistry.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return RegistryJson.mapper().readTree(answer.body());
    }

    private static int largestAfterCollection(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(COLLECTED::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(2)))
                .max()
                .orElse(0);
    }
}
