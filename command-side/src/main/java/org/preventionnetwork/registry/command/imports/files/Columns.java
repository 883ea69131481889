package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The header of one file. */
final class Columns {
    /** More than this is no file of the format, whatever its header says. */
    static final int WIDEST = 500;

    private final FileKind kind;
    private final Map<String, Integer> positions;
    private final int count;
    private final List<Problem> problems;
    private final Set<Integer> choices;
    private final boolean listed;

    private Columns(FileKind kind, Map<String, Integer> positions, int count, List<Problem> problems, boolean listed) {
        this.listed = listed;
        this.problems = List.copyOf(problems);
        this.kind = kind;
        this.positions = positions;
        this.count = count;
        this.choices = positions.entrySet().stream()
                .filter(column -> FileKind.isChoice(column.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> names(List<String> header) {
        return header.stream()
                .map(name -> Blanks.strip(name).toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Columns that are unknown or there twice are passed over here, and told by {@link #raise} when the rows were read.
     *
     * @throws Unreadable naming every missing column, and where there are unknown and repeated ones
     */
    static Columns of(FileKind kind, String file, long line, List<String> header) {
        if (header.size() > WIDEST) {
            throw new Unreadable(file, "TOO_LARGE", Cause.COLUMNS_TOO_MANY.with(WIDEST));
        }
        List<String> names = OfficeHeaders.mapped(kind, names(header));
        boolean words = isMostlyKnown(kind, names(header), names);
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                continue;
            }
            if (!kind.accepts(name) && !(kind == FileKind.OFFICIALS && OfficeHeaders.isPartOfName(name))) {
                problems.add(new Problem(
                        file,
                        line,
                        shown(kind, name, i, words),
                        null,
                        "UNKNOWN_COLUMN",
                        OfficeHeaders.isOfBirth(name)
                                ? Cause.BIRTH_NOT_KEPT.with()
                                : Cause.COLUMN_UNKNOWN.with(kind.fileName(), String.join(", ", kind.columns()))));
            } else if (positions.putIfAbsent(name, i) != null) {
                problems.add(new Problem(
                        file, line, shown(kind, name, i, words), null, "REPEATED_COLUMN", Cause.COLUMN_TWICE.with()));
            }
        }
        boolean whole = true;
        for (String required : kind.required()) {
            if (!OfficeHeaders.has(names, required)) {
                whole = false;
                problems.add(new Problem(
                        file, line, required, null, "MISSING_COLUMN", Cause.COLUMN_MISSING.with(kind.fileName())));
            }
        }
        if (!whole) {
            throw new Unreadable(problems);
        }
        return new Columns(kind, positions, names.size(), problems, ListedBefore.is(names(header)));
    }

    /** @throws Unreadable when the header has columns that are not taken */
    void raise() {
        if (!problems.isEmpty()) {
            throw Unreadable.byHeader(problems);
        }
    }

    /**
     * What is no known header may be a person's name, as the first row of a file that has none. Some words that offices
     * put above columns are surnames too ({@code Born}, {@code Cargo}): those are shown among other headers only.
     *
     * @param words whether the row is one of headers, see {@link #isMostlyKnown}
     */
    static String shown(FileKind kind, String name, int position, boolean words) {
        return isOfFormat(kind, name) || words && OfficeHeaders.isKnown(name) ? name : "column " + (position + 1);
    }

    private static boolean isOfFormat(FileKind kind, String name) {
        return kind.columns().contains(name) || OfficeHeaders.isPartOfName(name);
    }

    /**
     * Whether more of a header is known than not, or has no place and is passed over.
     *
     * @param names as they stand there
     * @param mapped the same by the names of the format
     */
    static boolean isMostlyKnown(FileKind kind, List<String> names, List<String> mapped) {
        long known = IntStream.range(0, names.size())
                .filter(i -> isOfFormat(kind, mapped.get(i)) || OfficeHeaders.isKnown(names.get(i)))
                .count();
        return known * 2 > names.stream().filter(name -> !name.isEmpty()).count();
    }

    /** Whether the registry itself gave the list, with days in it that follow from other facts. */
    boolean isListed() {
        return listed;
    }

    int count() {
        return count;
    }

    boolean isChoice(int position) {
        return choices.contains(position);
    }

    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** The column's name at a position, where it is a known one; else its place. */
    String nameAt(int position) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue() == position)
                .map(entry -> shown(kind, entry.getKey(), position, false))
                .findFirst()
                .orElse("column " + (position + 1));
    }
}
