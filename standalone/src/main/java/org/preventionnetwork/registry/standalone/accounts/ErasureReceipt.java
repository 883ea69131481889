package org.preventionnetwork.registry.standalone.accounts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of an erasure as a page can say it in words; the signed text stays what counts.
 *
 * @param note the signed text, whole
 * @param lines what it says, by the words that each line begins with
 */
public record ErasureReceipt(String note, Map<String, String> lines) {
    private static final List<String> NAMES = List.of(
            "log",
            "official",
            "event",
            "position",
            "recorded",
            "key destroyed",
            "keys rewritten",
            "statistics",
            "files of no table",
            "write-ahead log",
            "standbys, slots and archives");

    static ErasureReceipt of(String note) {
        Map<String, String> lines = new LinkedHashMap<>();
        note.lines().takeWhile(line -> !line.isEmpty()).forEach(line -> NAMES.stream()
                .filter(name -> line.startsWith(name + " "))
                .findFirst()
                .ifPresent(name -> lines.put(name, line.substring(name.length() + 1))));
        return new ErasureReceipt(note, lines);
    }

    public String line(String name) {
        return lines.getOrDefault(name, "");
    }

    /** Whether the line says of something that nothing of it is left. */
    public boolean isClear(String name) {
        return List.of("none", "passed").contains(line(name));
    }

    public @Nullable Instant instant(String name) {
        try {
            return Instant.parse(line(name));
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
