package org.preventionnetwork.registry.command.imports.files;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notices {@code NA} where the other rows of a file name states in full: it is the code of Namibia, and what many programs
 * write for what is not available.
 */
final class NotAvailable {
    static final String CODE = "NAMES_NAMIBIA";
    private static final List<String> STATES = List.of("state", "host_state", "nominated_by");
    private static final String SAID = "NA";
    /** Longer than any code. */
    private static final int NAME = 4;

    private final Map<String, Problem> first = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();

    void look(Row row) {
        for (String column : STATES) {
            String cell = row.text(column);
            if (cell.equalsIgnoreCase(SAID)) {
                first.putIfAbsent(
                        column,
                        new Problem(
                                row.file(),
                                row.line(),
                                column,
                                row.kind().isRepeatable(column) ? cell : null,
                                CODE,
                                Cause.NAMIBIA.with()));
            } else if (cell.length() >= NAME) {
                named.add(column);
            }
        }
    }

    /** The first of each column. */
    List<Problem> notes() {
        return first.values().stream()
                .filter(note -> named.contains(note.column()))
                .toList();
    }
}
