package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/**
 * One cell as it was read.
 *
 * @param text without blanks around it
 * @param isText whether its sender made it a text, so that it is no formula, whatever it begins with
 * @param day the day that a number is in a calendar's sheet and does not show as one; what to say of it in a column of
 *     dates; else null
 */
record Cell(String text, boolean isText, @Nullable Said day) {
    static final Cell EMPTY = new Cell("", false, null);

    static Cell of(String text) {
        return new Cell(Blanks.strip(text), false, null);
    }

    static List<Cell> all(List<String> texts) {
        return texts.stream().map(Cell::of).toList();
    }

    static List<String> texts(List<Cell> cells) {
        return cells.stream().map(Cell::text).toList();
    }
}
