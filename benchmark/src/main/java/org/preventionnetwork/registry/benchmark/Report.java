package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.SpringBootVersion;

/** Prints figures as they come and keeps all of them, newest run first. */
final class Report {
    private static final String TITLE =
            "# Results, newest first\n\nWritten by the command in README.md; ratios are those of one run on one machine, 1 being as good as raw PostgreSQL.\n";
    private static final String HEADER =
            "| what | registry | raw PostgreSQL | ratio | goal | met |\n| --- | --- | --- | --- | --- | --- |";

    private final Settings settings;
    private final List<Figure> figures = new ArrayList<>();
    private String postgres = "";

    Report(Settings settings) {
        this.settings = settings;
        System.out.println(HEADER);
    }

    void postgres(String version) {
        postgres = version;
    }

    void add(List<Figure> more) {
        figures.addAll(more);
        more.forEach(figure -> System.out.println(figure.row()));
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    void keep() throws IOException {
        Path file = settings.results();
        String before = Files.exists(file) ? Files.readString(file) : TITLE;
        int first = before.indexOf("\n## ");
        String earlier = first < 0 ? "" : before.substring(first);
        Files.writeString(file, TITLE + "\n" + section() + earlier);
    }

    private String section() throws IOException {
        return "## " + LocalDate.now(ZoneOffset.UTC) + "\n\n" + machine() + "\n\n" + HEADER + "\n"
                + figures.stream().map(Figure::row).collect(Collectors.joining("\n")) + "\n";
    }

    private String machine() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        return "%s (%s), %d processors %s, Java %s with at most %d MB, Spring Boot %s, PostgreSQL %s. Histories of %s and %s events, %d rounds of %d ms, %d questions of each kind, %d rows imported."
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        runtime.availableProcessors(),
                        processor(),
                        System.getProperty("java.version"),
                        runtime.maxMemory() >> 20,
                        SpringBootVersion.getVersion(),
                        postgres,
                        Figure.number(settings.fewEvents()),
                        Figure.number(settings.events()),
                        settings.rounds(),
                        settings.round().toMillis(),
                        settings.questions(),
                        settings.rows());
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return "";
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> "(" + line.substring(line.indexOf(':') + 1).strip() + ")")
                .orElse("");
    }
}
