package org.preventionnetwork.registry.command.imports.rows;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;

/** How cells are repeated in messages. */
final class Cells {
    private static final int SHOWN = 80;

    private Cells() {}

    static Problem problem(Row row, @Nullable String column, String code, Said said) {
        String value = column == null || code.equals(RefusalCode.ID_NAMES_PERSON.name()) ? null : shown(row, column);
        return new Problem(row.file(), row.line(), column, value, code, said);
    }

    private static @Nullable String shown(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty() || !row.kind().isRepeatable(column)) {
            return null;
        }
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
