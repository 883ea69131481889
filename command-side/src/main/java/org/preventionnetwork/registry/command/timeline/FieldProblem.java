package org.preventionnetwork.registry.command.timeline;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says of a value that cannot be read what would be accepted, without Java's words and without repeating the value. */
public final class FieldProblem {
    private FieldProblem() {}

    public static String describe(JacksonException problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (problem instanceof ValueInstantiationException && cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        if (problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return accepted(mismatch.getTargetType(), problem instanceof InvalidFormatException);
        }
        return "this value cannot be read";
    }

    private static String accepted(Class<?> type, boolean format) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + " is accepted";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "a whole number is accepted";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false is accepted";
        }
        if (java.util.Collection.class.isAssignableFrom(type)) {
            return "a list is accepted";
        }
        return format ? "this value has another form than accepted" : "a text is accepted";
    }
}
