package org.preventionnetwork.registry.command.reading;

import java.util.List;
import java.util.stream.Collectors;

/** What was sent is no command; carries everything that is wrong with it. */
public final class InvalidCommand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidCommand(List<FieldError> errors) {
        super(
                errors.stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .collect(Collectors.joining(", ")),
                null,
                false,
                false);
        this.errors = List.copyOf(errors);
    }

    /** At least one; of very many the first {@value FieldErrors#LIMIT}. */
    public List<FieldError> errors() {
        return errors;
    }
}
