package org.preventionnetwork.registry.query.projection.engine;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.projection.Days;
import tools.jackson.databind.JsonNode;

/** Values in the text form of PostgreSQL's {@code COPY}. */
final class Copy {
    private Copy() {}

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
        } else if (value instanceof Long number) {
            out.append(number.longValue());
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof JsonNode json) {
            escape(out, json.toString());
        } else {
            escape(out, value.toString());
        }
    }

    private static void days(StringBuilder out, Days days) {
        out.append(days.from() == null ? '(' : '[');
        date(out, days.from());
        out.append(',');
        date(out, days.until());
        out.append(')');
    }

    private static void date(StringBuilder out, @Nullable LocalDate date) {
        if (date != null) {
            out.append(date);
        }
    }

    private static void array(StringBuilder out, Collection<?> elements) {
        out.append('{');
        boolean isFirst = true;
        for (Object element : elements) {
            if (!isFirst) {
                out.append(',');
            }
            isFirst = false;
            if (element instanceof Number) {
                value(out, element);
            } else {
                String quoted = element.toString().replace("\\", "\\\\").replace("\"", "\\\"");
                escape(out.append('"'), quoted);
                out.append('"');
            }
        }
        out.append('}');
    }

    private static void escape(StringBuilder out, String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                out.append(text, written, i).append('\\').append(escaped(c));
                written = i + 1;
            }
        }
        out.append(text, written, text.length());
    }

    private static char escaped(char c) {
        return switch (c) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> c;
        };
    }
}
