package org.preventionnetwork.registry.query.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.SpreadsheetText;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Any list as CSV (RFC 4180), when the client accepts {@code text/csv}: a header row of the items' fields, then a line for
 * each, see {@link Csv}. So is any other answer that is {@link AsCsv}.
 */
@Component
final class CsvPages extends AbstractSmartHttpMessageConverter<Object> {
    CsvPages() {
        super(new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Page.class.isAssignableFrom(type) || AsCsv.class.isAssignableFrom(type);
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
    public Object read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints) {
        throw new HttpMessageNotReadableException("lists are not read from CSV", input);
    }

    @Override
    protected void writeInternal(
            Object answer, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        StringBuilder csv = new StringBuilder(isMarkWanted() ? SpreadsheetText.MARK : "");
        Class<?> itemType = answer instanceof AsCsv other ? other.lineType() : itemType((Page<?>) answer, type);
        if (itemType.isRecord()) {
            csv.append(Csv.header(itemType));
        }
        for (Object item : answer instanceof AsCsv other ? other.lines() : ((Page<?>) answer).items()) {
            csv.append(Csv.line(item));
        }
        output.getBody().write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isMarkWanted() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                && SpreadsheetText.isMarkWanted(asked.getRequest().getHeader(HttpHeaders.ACCEPT));
    }

    /** What the list is declared to hold, where there is nothing to look at. */
    private static Class<?> itemType(Page<?> page, ResolvableType type) {
        return page.items().isEmpty()
                ? type.as(Page.class).getGeneric(0).resolve(Object.class)
                : page.items().get(0).getClass();
    }
}
