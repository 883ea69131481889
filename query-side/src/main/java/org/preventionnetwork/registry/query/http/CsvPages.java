package org.preventionnetwork.registry.query.http;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Any list as CSV (RFC 4180), when the client accepts {@code text/csv}: a header row of the items' fields, lists joined
 * by semicolons. A cell that a spreadsheet would take for a formula is led by an apostrophe.
 */
@Component
final class CsvPages extends AbstractHttpMessageConverter<Page<?>> {
    CsvPages() {
        super(new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Page<?> readInternal(Class<? extends Page<?>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("lists are not read from CSV", input);
    }

    @Override
    protected void writeInternal(Page<?> page, HttpOutputMessage output) throws IOException {
        StringBuilder csv = new StringBuilder();
        for (Object item : page.items()) {
            RecordComponent[] fields = item.getClass().getRecordComponents();
            if (csv.isEmpty()) {
                for (int i = 0; i < fields.length; i++) {
                    csv.append(i == 0 ? "" : ",").append(fields[i].getName());
                }
                csv.append("\r\n");
            }
            for (int i = 0; i < fields.length; i++) {
                csv.append(i == 0 ? "" : ",").append(cell(value(fields[i], item)));
            }
            csv.append("\r\n");
        }
        output.getBody().write(csv.toString().getBytes(StandardCharsets.UTF_8));
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
        String text = value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : value.toString();
        if (!(value instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n;].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
