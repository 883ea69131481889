package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import java.util.Optional;

/** Finds the row with the names of the columns, below titles such as "list of members, as of 30 June". */
final class Header {
    /** The header is among this many rows that are not empty. */
    static final int ROWS = 11;

    private Header() {}

    /** What the rows are of, where one of them is the header of one file and no other. */
    static Optional<FileKind> kind(List<List<String>> rows) {
        return rows.stream()
                .map(names -> FileKind.withColumns(
                        names.stream().filter(name -> !name.isEmpty()).toList()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The place of the header. Where none has all that is needed, it is the one that has most of it, for that tells best what
     * is missing; the first, where none has anything.
     */
    static int position(FileKind kind, List<List<String>> rows) {
        int best = 0;
        long most = 1;
        for (int i = 0; i < rows.size(); i++) {
            List<String> names = rows.get(i);
            if (names.containsAll(kind.required())) {
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

    /** That titles were passed over. */
    static List<Problem> notes(String file, long first, long header) {
        return header == first
                ? List.of()
                : List.of(new Problem(
                        file,
                        header,
                        null,
                        null,
                        Problem.PASSED_OVER,
                        "this is the header; the rows above it were passed over"));
    }
}
