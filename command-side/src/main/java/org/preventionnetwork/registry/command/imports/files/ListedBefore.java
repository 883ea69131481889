package org.preventionnetwork.registry.command.imports.files;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists that the registry itself gave as CSV. Their columns have other names, and more of them than the format; so that
 * one can be handed in again as it is, or with rows that were added, they are known, and what has no place is passed over.
 */
final class ListedBefore {
    /** Every list that the registry gives has this, and nobody else's. */
    private static final String MARK = "factid";

    private static final String ID = "id";
    /** Beside {@code email}, which none but a list of persons has. */
    private static final String POSITION = "positionheld";

    private ListedBefore() {}

    /** @param names as they stand in the header, in small letters */
    static boolean is(List<String> names) {
        return names.contains(MARK);
    }

    /** The names of the format; of a column that has no place in it, none. */
    static List<String> mapped(FileKind kind, List<String> names) {
        return names.stream().map(name -> mapped(kind, name)).toList();
    }

    private static String mapped(FileKind kind, String name) {
        if (name.equals(ID) || name.equals(bare(kind.entityColumn()) + ID)) {
            return kind.entityColumn();
        }
        if (name.equals("meetingid")) {
            return kind == FileKind.MEETINGS ? "meeting" : "";
        }
        if (name.equals(POSITION)) {
            return kind == FileKind.OFFICIALS ? "position" : "";
        }
        return kind.columns().stream()
                .filter(column -> bare(column).equals(name))
                .findFirst()
                .orElse("");
    }

    private static String bare(String column) {
        return column.replace("_", "");
    }

    /** What the list is of: the file that has all it needs and that finds most of its columns there. */
    static Optional<FileKind> kind(List<String> names) {
        return Arrays.stream(FileKind.values())
                .filter(kind -> mapped(kind, names).containsAll(kind.required()))
                .max(Comparator.comparingLong(kind -> mapped(kind, names).stream()
                        .filter(name -> !name.isEmpty())
                        .count()));
    }
}
