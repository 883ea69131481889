package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the row with the names of the columns, below titles such as "list of members, as of 30 June". */
final class Header {
    /** The header is among this many rows that are not empty. */
    static final int ROWS = 11;

    private Header() {}

    /** What the rows are of, where one of them is the header of one file and no other. */
    static Optional<FileKind> kind(List<List<String>> rows) {
        return rows.stream()
                .map(names -> names.stream().filter(name -> !name.isEmpty()).toList())
                .map(names -> ListedBefore.is(names)
                        ? ListedBefore.kind(names)
                        : FileKind.withColumns(names).or(() -> participants(names)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A list of persons by what offices call its columns. */
    private static Optional<FileKind> participants(List<String> names) {
        List<String> mapped = OfficeHeaders.mapped(FileKind.OFFICIALS, names);
        boolean known = mapped.stream()
                .allMatch(name -> name.isEmpty()
                        || FileKind.OFFICIALS.accepts(name)
                        || OfficeHeaders.isPartOfName(name)
                        || OfficeHeaders.isOfBirth(name));
        return known && OfficeHeaders.isComplete(FileKind.OFFICIALS, mapped)
                ? Optional.of(FileKind.OFFICIALS)
                : Optional.empty();
    }

    /**
     * The place of the header. Where none has all that is needed, it is the one that has most of it, for that tells best what
     * is missing; the first, where none has anything.
     */
    static int position(FileKind kind, List<List<String>> rows) {
        int best = 0;
        long most = 1;
        for (int i = 0; i < rows.size(); i++) {
            List<String> names = OfficeHeaders.mapped(kind, rows.get(i));
            if (OfficeHeaders.isComplete(kind, names)) {
                return i;
            }
            long known =
                    names.stream().filter(kind.columns()::contains).distinct().count();
            if (known > most) {
                best = i;
                most = known;
            }
        }
        return best;
    }

    /**
     * That titles were passed over, and columns that have no place in the format.
     *
     * @param first the line of the first row that is not empty
     * @param line the header's
     */
    static List<Problem> notes(FileKind kind, String file, long first, long line, List<String> header) {
        List<Problem> notes = new ArrayList<>();
        if (line != first) {
            notes.add(note(file, line, null, Cause.ROWS_ABOVE));
        }
        if (ListedBefore.is(header)) {
            notes.add(note(file, line, null, Cause.LISTED_BEFORE));
            return notes;
        }
        List<String> mapped = OfficeHeaders.mapped(kind, header);
        boolean words = Columns.isMostlyKnown(kind, header, mapped);
        for (int i = 0; i < mapped.size(); i++) {
            if (mapped.get(i).isEmpty() && !header.get(i).isEmpty()) {
                notes.add(note(file, line, Columns.shown(kind, header.get(i), i, words), Cause.COLUMN_PASSED_OVER));
            }
        }
        return notes;
    }

    private static Problem note(String file, long line, @Nullable String column, Cause cause) {
        return new Problem(file, line, column, null, Problem.PASSED_OVER, cause.with());
    }
}
