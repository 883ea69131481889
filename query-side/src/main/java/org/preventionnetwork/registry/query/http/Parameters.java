package org.preventionnetwork.registry.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.Asked;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.UnknownState;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.LooseDate;

/**
 * Reads the values of {@link Question}s from query parameters, each with a message that says what is accepted. For a page dates are read as people write them;
 * the HTTP interface takes only how they are stored.
 */
final class Parameters {
    static final int LONGEST = 200;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final HttpServletRequest request;
    /** Present where a page answers. */
    private final Optional<Asked> page;

    Parameters(HttpServletRequest request) {
        this.request = request;
        this.page = Asked.of(request).filter(Asked::isPage);
    }

    @Nullable
    String text(String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST
                || value.chars()
                        .anyMatch(c -> Character.isISOControl(c)
                                || Character.isSurrogate((char) c) && !Character.isValidCodePoint(c))) {
            throw new MalformedQuestion(
                    name, "at most " + LONGEST + " printable characters are accepted", "fault.long", "" + LONGEST);
        }
        return value;
    }

    @Nullable
    HistoricalDate date(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (page.isPresent()) {
            HistoricalDate date = loose(name, value, "fault.date");
            page.get().understood(name, date.toString());
            return date;
        }
        try {
            return HistoricalDate.parse(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedQuestion(name, String.valueOf(e.getMessage()));
        }
    }

    private static HistoricalDate loose(String name, String value, String text) {
        return LooseDate.read(value)
                .orElseThrow(() -> new MalformedQuestion(name, "a date that can mean no other is accepted", text));
    }

    /** An instant; a day means its last moment in UTC, and on a page any date the last moment that it can mean. */
    @Nullable
    Instant instant(String name) {
        return instant(name, HistoricalDate::latest, false);
    }

    /** An instant; a day means its first moment in UTC, and on a page any date the first moment that it can mean. */
    @Nullable
    Instant firstInstant(String name) {
        return instant(name, HistoricalDate::earliest, true);
    }

    private @Nullable Instant instant(String name, Function<HistoricalDate, LocalDate> bound, boolean first) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = value.length() == 10 ? moment(LocalDate.parse(value), first) : Instant.parse(value);
            if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
                throw new MalformedQuestion(name, "years 0001 to 9999 are accepted", "fault.instant");
            }
            return instant;
        } catch (DateTimeParseException e) {
            if (page.isEmpty()) {
                throw new MalformedQuestion(
                        name, "an RFC 3339 instant in UTC (2024-05-01T12:00:00Z) or a day is accepted");
            }
        }
        LocalDate day = bound.apply(loose(name, value.strip(), "fault.instant"));
        if (day.equals(HistoricalDate.BEGINNING) || day.equals(HistoricalDate.END_OF_TIME)) {
            throw new MalformedQuestion(name, "a day is accepted", "fault.instant");
        }
        page.get().understood(name, day.toString());
        return moment(day, first);
    }

    private static Instant moment(LocalDate day, boolean first) {
        return first
                ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }

    /** True or false; false where nothing is said. */
    boolean flag(String name) {
        String value = text(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new MalformedQuestion(name, "true or false is accepted");
        }
        return "true".equals(value);
    }

    @Nullable
    Long count(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw new MalformedQuestion(name, "a whole number from 0 is accepted", "fault.number");
        }
        return Long.valueOf(value);
    }

    @Nullable
    StateCode state(String name) {
        String value = text(name);
        try {
            return value == null ? null : StateCode.of(value);
        } catch (UnknownState e) {
            throw new MalformedQuestion(
                    name,
                    String.valueOf(e.getMessage()),
                    e.candidates().isEmpty() ? "fault.state" : "fault.state.near",
                    e.candidates().stream().map(StateCode::value).toArray(String[]::new));
        }
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> new MalformedQuestion(
                        name,
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::toString)
                                        .collect(Collectors.joining(", "))
                                + " is accepted",
                        "fault.choice"));
    }

    /** True, false, or null where nothing is said. */
    @Nullable
    Boolean choice(String name) {
        return text(name) == null ? null : flag(name);
    }

    /** @param type makes an id of a text, or refuses it */
    @Nullable
    Object id(String name, Constructor<?> type) {
        String value = text(name);
        try {
            return value == null ? null : type.newInstance(value);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new MalformedQuestion(name, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    Paging paging(int usualSize) {
        Long page = count("page");
        Long size = count("size");
        if (page != null && page > Paging.LAST) {
            throw new MalformedQuestion("page", "a page number from 0 to 10000000 is accepted", "fault.number");
        }
        if (size != null && (size < 1 || size > Paging.MOST)) {
            throw new MalformedQuestion("size", "a size from 1 to " + Paging.MOST + " is accepted", "fault.number");
        }
        String sort = text("sort");
        boolean descending = sort != null && sort.endsWith(",desc");
        String field = sort == null ? null : sort.replaceFirst(",(asc|desc)$", "");
        return new Paging(
                page == null ? 0 : page.intValue(), size == null ? usualSize : size.intValue(), field, descending);
    }
}
