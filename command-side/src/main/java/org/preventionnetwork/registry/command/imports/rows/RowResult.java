package org.preventionnetwork.registry.command.imports.rows;

import java.util.List;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;

/** What became of one row, and why where it was not applied. */
public record RowResult(Row row, Outcome outcome, List<Problem> problems) {
    /** Whether nothing of the row is recorded because something of it is not taken. */
    boolean isLeftOut() {
        return outcome.compareTo(Outcome.CONFLICT) >= 0;
    }
}
