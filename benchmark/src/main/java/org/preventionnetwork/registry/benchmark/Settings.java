package org.preventionnetwork.registry.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured. {@code -Dbenchmark.profile=quick} takes seconds and shows only that everything still runs; every
 * number can be set by itself, e.g. {@code -Dbenchmark.events=200000}.
 *
 * @param parts of {@code commands, lag, ledger, encryption, questions, pages, rebuild, import, start}
 * @param fewEvents the smaller of the two histories
 * @param events the larger one, which goes on from the smaller
 * @param round how long one side is measured before it is the other's turn
 * @param rounds how many turns each side has; the median counts
 * @param questions how often each question is asked of either side
 * @param rows of the file that is imported
 * @param directory for data of all kinds; must be on a real disk
 * @param results the file that keeps the results, newest first
 */
record Settings(
        List<String> parts,
        int fewEvents,
        int events,
        Duration round,
        int rounds,
        int questions,
        int rows,
        Path directory,
        Path results) {

    static Settings ofSystemProperties() {
        boolean quick = text("profile", "full").equals("quick");
        return new Settings(
                List.of(text("parts", "start,commands,lag,ledger,encryption,questions,pages,rebuild,import")
                        .split(",")),
                number("few-events", quick ? 2_000 : 100_000),
                number("events", quick ? 5_000 : 1_000_000),
                Duration.ofMillis(number("round-millis", quick ? 200 : 3_000)),
                number("rounds", quick ? 1 : 5),
                number("questions", quick ? 20 : 2_000),
                number("rows", quick ? 500 : 100_000),
                Path.of(text("directory", "target/measured")),
                Path.of(text("results", "RESULTS.md")));
    }

    boolean isQuick() {
        return events < 100_000;
    }

    boolean measures(String part) {
        return parts.contains(part);
    }

    private static String text(String name, String usual) {
        String value = System.getProperty("benchmark." + name, "");
        return value.isBlank() ? usual : value;
    }

    private static int number(String name, int usual) {
        String value = text(name, "");
        return value.isEmpty() ? usual : Integer.parseInt(value);
    }
}
