package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header of one file. */
final class Columns {
    private final Map<String, Integer> positions;
    private final int count;

    private Columns(Map<String, Integer> positions, int count) {
        this.positions = positions;
        this.count = count;
    }

    static List<String> names(List<String> header) {
        return header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @throws Unreadable naming every unknown, repeated and missing column */
    static Columns of(FileKind kind, String file, long line, List<String> header) {
        List<String> names = names(header);
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                continue;
            }
            if (!kind.accepts(name)) {
                problems.add(new Problem(
                        file,
                        line,
                        name,
                        null,
                        "UNKNOWN_COLUMN",
                        "there is no such column in " + kind.fileName() + "; accepted are "
                                + String.join(", ", kind.columns()) + ", and names that start with x-"));
            } else if (positions.putIfAbsent(name, i) != null) {
                problems.add(new Problem(file, line, name, null, "REPEATED_COLUMN", "the column is there twice"));
            }
        }
        for (String required : kind.required()) {
            if (!positions.containsKey(required)) {
                problems.add(new Problem(
                        file, line, required, null, "MISSING_COLUMN", kind.fileName() + " needs this column"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Unreadable(problems);
        }
        return new Columns(positions, names.size());
    }

    int count() {
        return count;
    }

    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** The column's name at a position, for messages. */
    String nameAt(int position) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue() == position)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("column " + (position + 1));
    }
}
