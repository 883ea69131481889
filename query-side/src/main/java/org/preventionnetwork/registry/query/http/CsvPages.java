package org.preventionnetwork.registry.query.http;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Any list as CSV (RFC 4180), when the client accepts {@code text/csv}: a header row of the items' fields, lists joined
 * by semicolons. A cell that a spreadsheet would take for a formula is led by an apostrophe.
 */
@Component
final class CsvPages extends AbstractSmartHttpMessageConverter<Page<?>> {
    CsvPages() {
        super(new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(ResolvableType targetType, Class<?> valueClass, @Nullable MediaType mediaType) {
        return supports(valueClass) && canWrite(mediaType);
    }

    @Override
    public Page<?> read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints) {
        throw new HttpMessageNotReadableException("lists are not read from CSV", input);
    }

    @Override
    protected void writeInternal(
            Page<?> page, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        RecordComponent[] fields = fields(page, type);
        StringBuilder csv = new StringBuilder();
        csv.append(Arrays.stream(fields).map(RecordComponent::getName).collect(Collectors.joining(",")));
        csv.append("\r\n");
        for (Object item : page.items()) {
            for (int i = 0; i < fields.length; i++) {
                csv.append(i == 0 ? "" : ",").append(cell(value(fields[i], item)));
            }
            csv.append("\r\n");
        }
        output.getBody().write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of the items; where there are none, of what the list is declared to hold. */
    private static RecordComponent[] fields(Page<?> page, ResolvableType type) {
        Class<?> item = page.items().isEmpty()
                ? type.as(Page.class).getGeneric(0).resolve(Object.class)
                : page.items().get(0).getClass();
        return item.isRecord() ? item.getRecordComponents() : new RecordComponent[0];
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
