package org.preventionnetwork.registry.command.reading;

import java.util.ArrayList;
import java.util.List;
import org.preventionnetwork.registry.command.reading.FieldError.Code;

/** Collects what is wrong; the first hundred will do for a body of a hundred thousand mistakes. */
final class FieldErrors {
    static final int LIMIT = 100;

    private final List<FieldError> found = new ArrayList<>();

    void add(String pointer, Code code, String detail) {
        if (found.size() < LIMIT) {
            found.add(new FieldError(pointer, code, detail));
        }
    }

    void addAll(FieldErrors others) {
        others.found.forEach(error -> add(error.pointer(), error.code(), error.detail()));
    }

    int size() {
        return found.size();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws InvalidCommand when something is wrong */
    void raise() {
        if (!found.isEmpty()) {
            throw new InvalidCommand(found);
        }
    }
}
