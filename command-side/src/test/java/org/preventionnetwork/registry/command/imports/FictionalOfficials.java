package org.preventionnetwork.registry.command.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the fictional part of the sample: officials of the states that took part, and their enrolments. Only in seminars
 * of which no number of participants was published, so that no published figure is contradicted by invented people.
 */
final class FictionalOfficials {
    private static final int OFFICIALS = 120;
    private static final int FOR_EACH_STATE = 3;
    private static final String MARK = "fictional sample data";

    private final StringBuilder officials =
            new StringBuilder("official,full_name,state,email,position,from,source,note\n");
    private final StringBuilder enrollments =
            new StringBuilder("seminar,official,status,on,nominated_by,certificate,source,note\n");
    private final Map<String, List<String>> participants = new LinkedHashMap<>();
    private int count;

    private FictionalOfficials() {}

    static Map<String, String> from(Path seminars) throws IOException {
        FictionalOfficials fiction = new FictionalOfficials();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(seminars))) {
            for (NamedCsvRecord row : rows) {
                fiction.attend(row);
            }
        }
        fiction.secondParts();
        return Map.of("officials", fiction.officials.toString(), "enrollments", fiction.enrollments.toString());
    }

    private void attend(NamedCsvRecord seminar) {
        List<String> states = Arrays.stream(seminar.getField("states").split(";"))
                .map(String::strip)
                .filter(state -> !state.isEmpty())
                .toList();
        if (!seminar.getField("status").equals("HELD")
                || !seminar.getField("participants").isEmpty()
                || states.size() < 4) {
            return;
        }
        String id = seminar.getField("seminar");
        String on = seminar.getField("ends_on").isEmpty() ? seminar.getField("starts_on") : seminar.getField("ends_on");
        for (String state : states) {
            for (int i = 0; i < FOR_EACH_STATE && count < OFFICIALS; i++) {
                String official = official(state, seminar.getField("starts_on"));
                participants.computeIfAbsent(id, key -> new ArrayList<>()).add(official);
                enrollment(id, official, count % 12 == 0 ? "NOT_COMPLETED" : "COMPLETED", on, state);
            }
        }
    }

    /** The second part of a cycle, by those who completed the first. */
    private void secondParts() {
        participants.getOrDefault("s-2013-06", List.of()).stream()
                .limit(40)
                .forEach(official -> enrollment("s-2014-06", official, "COMPLETED", "2014-06", ""));
    }

    private String official(String state, String from) {
        count++;
        String number = String.format("%04d", count);
        String id = "official-" + number;
        officials.append(String.format(
                "%s,Official %s,%s,%s@example.org,,%s,%s,fictional%n", id, number, state, id, from, MARK));
        return id;
    }

    private void enrollment(String seminar, String official, String status, String on, String state) {
        enrollments.append(String.format("%s,%s,%s,%s,%s,,%s,fictional%n", seminar, official, status, on, state, MARK));
    }
}
