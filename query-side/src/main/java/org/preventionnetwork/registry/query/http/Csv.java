package org.preventionnetwork.registry.query.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.SpreadsheetText;

/**
 * Records as lines of CSV (RFC 4180), lists joined by semicolons, so are values that have a key each
 * ({@code es: Red;fr: Réseau}). A cell that a spreadsheet would take for a formula is
 * led by an apostrophe, see {@link SpreadsheetText}.
 */
public final class Csv {
    private Csv() {}

    /** The names of a record's fields. */
    public static String header(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The values of a record's fields. */
    public static String line(Object item) {
        return Arrays.stream(item.getClass().getRecordComponents())
                .map(field -> cell(value(field, item)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static @Nullable Object value(RecordComponent field, Object item) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(item);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof Collection<?> list) {
            text = list.stream().map(String::valueOf).collect(Collectors.joining(";"));
        } else if (value instanceof Map<?, ?> named) {
            text = named.entrySet().stream()
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining(";"));
        }
        return SpreadsheetText.csvCell(value instanceof Number ? text : SpreadsheetText.harmless(text));
    }
}
