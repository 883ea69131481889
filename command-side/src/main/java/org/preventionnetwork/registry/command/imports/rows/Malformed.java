package org.preventionnetwork.registry.command.imports.rows;

import java.util.List;
import org.preventionnetwork.registry.command.imports.files.Problem;

/** Cells that make no command. */
final class Malformed extends RuntimeException {
    private final transient List<Problem> problems;

    Malformed(List<Problem> problems) {
        super("malformed cells", null, false, false);
        this.problems = problems;
    }

    List<Problem> problems() {
        return problems;
    }
}
