package org.preventionnetwork.registry.command.imports.files;

import java.util.List;

/** What was handed in cannot be read as an import; nothing of it was applied. */
public final class Unreadable extends RuntimeException {
    private final transient List<Problem> problems;

    public Unreadable(List<Problem> problems) {
        super(problems.get(0).code() + ": " + problems.get(0).detail(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public Unreadable(String file, String code, String detail) {
        this(List.of(Problem.ofFile(file, code, detail)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
