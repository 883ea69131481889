package org.preventionnetwork.registry.command.imports.rows;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.text.NearestName;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.reading.FieldError.Code;

/** What would be accepted in a cell, by what its command's field is. */
final class Accepted {
    private Accepted() {}

    /**
     * @param field of the command, or null where the reader names none
     * @param detail what the reader of commands says of it
     */
    static Said of(
            Class<? extends RegistryCommand> command, @Nullable String field, Code code, String detail, String cell) {
        Class<?> type = field == null ? String.class : type(command, field);
        return switch (code) {
            case MISSING -> Cause.REQUIRED.told(detail);
            case TOO_LONG -> Cause.TOO_LONG.told(detail);
            case OUT_OF_RANGE -> Cause.NUMBER_RANGE.told(detail);
            case UNKNOWN_FIELD, WRONG_TYPE, INVALID ->
                type.isEnum() ? oneOf(names(type), cell) : cause(type, field).told(detail);
        };
    }

    /** One of a few words; where one of them is meant by all appearances, that is asked. */
    static Said oneOf(String names, String cell) {
        return NearestName.of(cell, List.of(names.split(", ")))
                .map(meant -> Cause.ONE_OF_MEANT.with(names, meant))
                .orElseGet(() -> Cause.ONE_OF.with(names));
    }

    private static Cause cause(Class<?> type, @Nullable String field) {
        if (type == HistoricalDate.class) {
            return Cause.DAY;
        } else if (type == StateCode.class) {
            return Cause.STATE;
        } else if (type == Nominator.class) {
            return Cause.STATE_OR_INSTITUTION;
        } else if (type == boolean.class || type == Boolean.class) {
            return Cause.YES_OR_NO;
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Cause.NUMBER;
        } else if (type == String.class || type == PersonalText.class) {
            return "email".equals(field) ? Cause.EMAIL : Cause.TEXT;
        }
        return Cause.ID;
    }

    private static Class<?> type(Class<? extends RegistryCommand> command, String field) {
        return Arrays.stream(command.getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .map(Accepted::type)
                .findFirst()
                .orElse(String.class);
    }

    /** Of a list, what it holds. */
    private static Class<?> type(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return component.getType();
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
