package org.preventionnetwork.registry.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Reads query parameters, each with a message that says what is accepted. */
public final class Parameters {
    private static final int LONGEST = 200;
    private final HttpServletRequest request;

    public Parameters(HttpServletRequest request) {
        this.request = request;
    }

    public @Nullable String text(String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST
                || value.chars()
                        .anyMatch(c -> Character.isISOControl(c)
                                || Character.isSurrogate((char) c) && !Character.isValidCodePoint(c))) {
            throw new MalformedQuestion(name, "at most " + LONGEST + " printable characters are accepted");
        }
        return value;
    }

    public @Nullable HistoricalDate date(String name) {
        String value = text(name);
        try {
            return value == null ? null : HistoricalDate.parse(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedQuestion(name, String.valueOf(e.getMessage()));
        }
    }

    /** An instant; a day means its last moment in UTC. */
    public @Nullable Instant instant(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = value.length() == 10
                    ? LocalDate.parse(value)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1)
                    : Instant.parse(value);
            if (instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                    || instant.isAfter(Instant.parse("9999-12-31T23:59:59.999999999Z"))) {
                throw new MalformedQuestion(name, "years 0001 to 9999 are accepted");
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw new MalformedQuestion(name, "an RFC 3339 instant in UTC (2024-05-01T12:00:00Z) or a day is accepted");
        }
    }

    /** An instant; a day means its first moment in UTC. */
    public @Nullable Instant firstInstant(String name) {
        Instant instant = instant(name);
        String value = text(name);
        return instant == null || value == null || value.length() != 10
                ? instant
                : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public @Nullable Long count(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw new MalformedQuestion(name, "a whole number from 0 is accepted");
        }
        return Long.valueOf(value);
    }

    public @Nullable StateCode state(String name) {
        String value = text(name);
        try {
            return value == null ? null : StateCode.of(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedQuestion(name, String.valueOf(e.getMessage()));
        }
    }

    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new MalformedQuestion(
                        name,
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + " is accepted"));
    }

    public Paging paging() {
        Long page = count("page");
        Long size = count("size");
        if (page != null && page > 10_000_000) {
            throw new MalformedQuestion("page", "a page number from 0 to 10000000 is accepted");
        }
        if (size != null && (size < 1 || size > Paging.MOST)) {
            throw new MalformedQuestion("size", "a size from 1 to " + Paging.MOST + " is accepted");
        }
        String sort = text("sort");
        boolean descending = sort != null && sort.endsWith(",desc");
        String field = sort == null ? null : sort.replaceFirst(",(asc|desc)$", "");
        return new Paging(
                page == null ? 0 : page.intValue(), size == null ? Paging.USUAL : size.intValue(), field, descending);
    }
}
