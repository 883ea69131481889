package org.preventionnetwork.registry.query.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Any list as CSV (RFC 4180), when the client accepts {@code text/csv}: a header row of the items' fields, then a line for
 * each, see {@link Csv}.
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
            if (csv.isEmpty()) {
                csv.append(Csv.header(item.getClass()));
            }
            csv.append(Csv.line(item));
        }
        output.getBody().write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
