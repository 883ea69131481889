package org.preventionnetwork.registry.query.projection;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values in the text form of PostgreSQL's {@code COPY}. */
final class Copy {
    private Copy() {}

    /** A {@code daterange}; null means without bound. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}

    static void row(StringBuilder out, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append('\t');
            }
            value(out, values[i]);
        }
        out.append('\n');
    }

    private static void value(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("\\N");
        } else if (value instanceof Days days) {
            days(out, days);
        } else if (value instanceof Collection<?> elements) {
            array(out, elements);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof JsonNode json) {
            escape(out, json.toString());
        } else {
            escape(out, value.toString());
        }
    }

    private static void days(StringBuilder out, Days days) {
        out.append(days.from() == null ? "(" : "[").append(days.from() == null ? "" : days.from());
        out.append(',').append(days.until() == null ? "" : days.until()).append(')');
    }

    private static void array(StringBuilder out, Collection<?> elements) {
        StringBuilder array = new StringBuilder("{");
        for (Object element : elements) {
            if (array.length() > 1) {
                array.append(',');
            }
            if (element instanceof Number) {
                array.append(element);
            } else {
                array.append('"')
                        .append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        escape(out, array.append('}').toString());
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }
}
