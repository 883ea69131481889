package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/** What was handed in cannot be read as an import; nothing of it was applied. */
public final class Unreadable extends RuntimeException {
    private final transient List<Problem> problems;
    private final boolean rowsRead;

    public Unreadable(List<Problem> problems) {
        this(problems, false);
    }

    public Unreadable(String file, String code, Said said) {
        this(List.of(Problem.ofFile(file, code, said)));
    }

    private Unreadable(List<Problem> problems, boolean rowsRead) {
        super(problems.get(0).code() + ": " + problems.get(0).detail(), null, false, false);
        this.problems = List.copyOf(problems);
        this.rowsRead = rowsRead;
    }

    /** Of a file whose rows were all handed on, although its header has columns that are not taken. */
    static Unreadable byHeader(List<Problem> problems) {
        return new Unreadable(problems, true);
    }

    /** Whether all rows were handed on nevertheless, so that what is wrong with them can be said as well. */
    public boolean rowsRead() {
        return rowsRead;
    }

    public List<Problem> problems() {
        return problems;
    }
}
