package org.preventionnetwork.registry.command.imports.rows;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;

/** How cells are repeated in messages. */
final class Cells {
    private static final Set<String> PERSONAL = Set.of("full_name", "email", "position");
    private static final int SHOWN = 80;

    private Cells() {}

    static Problem problem(Row row, @Nullable String column, String code, String detail) {
        return new Problem(row.file(), row.line(), column, column == null ? null : shown(row, column), code, detail);
    }

    static boolean isPersonal(Row row, String column) {
        return row.kind() == FileKind.OFFICIALS && PERSONAL.contains(column);
    }

    private static @Nullable String shown(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty() || isPersonal(row, column)) {
            return null;
        }
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
