package org.preventionnetwork.registry.query.figures.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.FigureRow.Days;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.officials.AlumniSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Counts alumni by {@link AlumniSql}, which is asked for one day. From day to day their number only grows, but for
 * exceptions that are granted or revoked; so the extremes of some days are at their ends and beside such a change.
 *
 * <p>Alumni of a programme are those who completed one of its seminars; alumni of a network served one of its
 * members when they became alumni, or completed a seminar that was given for it.
 */
final class AlumniRows {
    private static final String CHANGES =
            """
            SELECT DISTINCT bound FROM read.official, unnest(ARRAY[lower(valid), upper(valid)]) bound
            WHERE alumni_exception IS NOT NULL AND known_from <= :position AND coalesce(known_until > :position, true)
                AND bound > :first::date AND bound <= :last::date
            """;
    private static final String EVERYWHERE =
            ", chosen AS (SELECT canonical, reason, certain, '{}'::text[] AS states FROM alumni)\n";
    private static final String IN_PROGRAMME =
            """
            , chosen AS (
                SELECT canonical, a.reason, a.certain AND c.certain AS certain, '{}'::text[] AS states
                FROM alumni a JOIN (SELECT canonical, bool_or(certain) AS certain FROM completion
                                    WHERE programme = :programme GROUP BY canonical) c USING (canonical))
            """;
    private static final String OF_MEMBERS = ", " + Memberships.MEMBERS + ", " + StateServed.SERVED
            + """
            , became AS (
                SELECT canonical, daterange(since,
                    CASE WHEN a.certain THEN least(certainly_since, :day::date) ELSE :day::date END, '[]') AS days
                FROM alumni a LEFT JOIN since USING (canonical)),
            serving AS (
                SELECT b.canonical, s.state, CASE WHEN s.state IS NULL THEN b.days ELSE b.days * s.days END AS days
                FROM became b
                    JOIN (SELECT official, canonical FROM person UNION SELECT canonical, canonical FROM became) r
                        USING (canonical)
                    LEFT JOIN served s ON s.entity = 'official:' || r.official AND s.days && b.days),
            placed AS (
                SELECT s.canonical, array_agg(DISTINCT s.state) FILTER (WHERE s.state IS NOT NULL) AS states,
                    bool_or(CASE WHEN s.state IS NULL THEN coalesce(a.possible && s.days, false)
                        ELSE coalesce(m.possible && s.days, false) END) AS possible,
                    bool_and(coalesce(m.certain @> s.days, false)) AS certain
                FROM serving s CROSS JOIN anybody a LEFT JOIN member m USING (state) GROUP BY s.canonical),
            given AS (
                SELECT canonical, bool_or(certain) AS certain FROM completion
                WHERE entity IN (SELECT entity FROM read.relation
                    WHERE kind = 'GIVEN_FOR' AND other = 'network:' || :network::text
                        AND known_from <= :position AND coalesce(known_until > :position, true))
                GROUP BY canonical),
            chosen AS (
                SELECT canonical, a.reason,
                    a.certain AND (coalesce(p.possible AND p.certain, false) OR coalesce(g.certain, false)) AS certain,
                    coalesce(p.states, '{}') AS states
                FROM alumni a LEFT JOIN placed p USING (canonical) LEFT JOIN given g USING (canonical)
                WHERE p.possible OR g.canonical IS NOT NULL)
            """;
    /** By the first definition, those who serve a member on the days asked about. */
    private static final String SERVING_MEMBERS = ", " + Memberships.MEMBERS
            + """
            , served AS (
                SELECT coalesce(p.canonical, substr(o.entity, 10)) AS canonical,
                    array_agg(DISTINCT o.state) FILTER (WHERE o.state IS NOT NULL) AS states,
                    bool_or(o.state IS NULL OR coalesce(m.possible && asked.days, false)) AS possible,
                    bool_and(coalesce(m.certain @> asked.days, false)) AS certain
                FROM (SELECT daterange(:first::date, :last::date, '[]') AS days) asked, read.official o
                    LEFT JOIN person p ON p.official = substr(o.entity, 10)
                    LEFT JOIN member m ON m.state = o.state
                WHERE o.known_from <= :position AND coalesce(o.known_until > :position, true)
                    AND o.valid && daterange(:first::date, :last::date, '[]')
                GROUP BY 1),
            chosen AS (
                SELECT canonical, a.reason, a.certain AND s.certain AS certain,
                    coalesce(s.states, '{}') AS states
                FROM alumni a JOIN served s USING (canonical) WHERE s.possible)
            """;

    private static final int MOST_NAMED = 1_000;
    private static final String PERSONS =
            "SELECT canonical FROM chosen ORDER BY canonical COLLATE \"C\" LIMIT :size OFFSET :offset";
    private static final String ROWS =
            """
            , completed AS (
                SELECT coalesce(p.canonical, e.official) AS canonical, max(e.source) AS source,
                    string_agg(array_to_string(e.behind, ','), ',') AS behind
                FROM read.enrollment e LEFT JOIN person p USING (official)
                WHERE e.status = 'COMPLETED' AND e.valid @> :day::date AND e.known_from <= :position AND coalesce(e.known_until > :position, true)
                GROUP BY 1)
            SELECT a.canonical, a.reason, a.certain, a.states, c.source, s.since, s.certainly_since, s.until, s.by,
                s.title,
                concat_ws(',', c.behind, CASE WHEN a.reason = 'GRANTED' OR s.by IS NULL THEN
                    (SELECT array_to_string(o.behind, ',') FROM read.official o
                     WHERE o.entity = 'official:' || a.canonical AND o.valid @> :day::date
                         AND o.known_from <= :position AND coalesce(o.known_until > :position, true)) END) AS behind
            FROM chosen a LEFT JOIN completed c USING (canonical) LEFT JOIN since s USING (canonical)
            ORDER BY a.canonical COLLATE "C" LIMIT :size OFFSET :offset
            """;

    private final JdbcClient jdbc;
    private final Memberships memberships;

    AlumniRows(DataSource database, Memberships memberships) {
        this.jdbc = JdbcClient.create(database);
        this.memberships = memberships;
    }

    private record Counts(long possible, long certain) {}

    /** Of what is recorded; whether more there may be is not asked here. */
    Interval interval(FigureQuestion question) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (LocalDate day : days(question)) {
            Counts counts = counts(question, day);
            least = Math.min(least, counts.certain());
            most = Math.max(most, counts.possible());
        }
        return new Interval(least, most, false);
    }

    private Set<LocalDate> days(FigureQuestion question) {
        Set<LocalDate> days = new TreeSet<>(List.of(question.first(), question.last())
                .subList(0, question.first().equals(question.last()) ? 1 : 2));
        jdbc.sql(CHANGES)
                .param("position", question.position())
                .param("first", question.first())
                .param("last", question.last())
                .query(LocalDate.class)
                .list()
                .forEach(change -> {
                    days.add(change.minusDays(1));
                    days.add(change);
                });
        return days;
    }

    private Counts counts(FigureQuestion question, LocalDate day) {
        return asked("SELECT count(*), count(*) FILTER (WHERE certain) FROM chosen", question, day)
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Of how many one of the days asked about can have seen an alumnus. */
    long count(FigureQuestion question) {
        return question.first().equals(question.last())
                ? counts(question, question.last()).possible()
                : onAnyDay(question).size();
    }

    /** Those on one of the days. Who they are is found first: since when each is one takes longer to find. */
    List<FigureRow> rows(FigureQuestion question, int size, long offset) {
        if (!question.first().equals(question.last())) {
            return rowsOnAnyDay(question, size, offset);
        }
        if (size > MOST_NAMED) {
            return rows(asked(ROWS, question, question.last()), question.last(), size, offset);
        }
        List<String> persons = asked(PERSONS, question, question.last())
                .param("size", size)
                .param("offset", offset)
                .query(String.class)
                .list();
        return persons.isEmpty() ? List.of() : rowsAmong(question, persons);
    }

    /** The last of the days on which each can be one. */
    private SortedMap<String, LocalDate> onAnyDay(FigureQuestion question) {
        SortedMap<String, LocalDate> persons = new TreeMap<>();
        for (LocalDate day : days(question)) {
            asked("SELECT canonical FROM chosen", question, day)
                    .query(String.class)
                    .list()
                    .forEach(person -> persons.put(person, day));
        }
        return persons;
    }

    private List<FigureRow> rowsOnAnyDay(FigureQuestion question, int size, long offset) {
        SortedMap<LocalDate, List<String>> byDay = new TreeMap<>();
        onAnyDay(question).entrySet().stream().skip(offset).limit(size).forEach(person -> byDay.computeIfAbsent(
                        person.getValue(), day -> new ArrayList<>())
                .add(person.getKey()));
        List<FigureRow> rows = new ArrayList<>();
        byDay.forEach((day, persons) -> rows.addAll(rowsAmong(question, day, persons)));
        rows.sort(Comparator.comparing(FigureRow::counts));
        return rows;
    }

    /** Those on the last of the days, among the persons of these records; without any, among all. */
    List<FigureRow> rowsAmong(FigureQuestion question, Collection<String> officials) {
        return officials.isEmpty()
                ? rows(asked(ROWS, question, question.last()), question.last(), Integer.MAX_VALUE, 0)
                : rowsAmong(question, question.last(), officials);
    }

    private List<FigureRow> rowsAmong(FigureQuestion question, LocalDate day, Collection<String> officials) {
        return rows(
                asked(AlumniSql.ALUMNI_AMONG, ROWS, question, day).param("officials", officials.toArray(String[]::new)),
                day,
                Integer.MAX_VALUE,
                0);
    }

    private static List<FigureRow> rows(StatementSpec query, LocalDate day, int size, long offset) {
        return query.param("size", size)
                .param("offset", offset)
                .query((row, n) -> row(row, day))
                .list();
    }

    /** @param day on which they are alumni, certainly or not */
    private static FigureRow row(ResultSet row, LocalDate day) throws SQLException {
        String person = "official:" + row.getString("canonical");
        LocalDate until = row.getObject("until", LocalDate.class);
        Days possible = new Days(day(row, "since", day), until);
        LocalDate certainly = day(row, "certainly_since", day);
        return new FigureRow(
                person,
                1,
                1,
                false,
                person,
                way(row),
                List.of((String[]) row.getArray("states").getArray()),
                possible,
                row.getBoolean("certain") ? new Days(certainly, until) : null,
                row.getString("source"),
                FigureRow.positions(row.getString("behind")),
                row.getString("by"));
    }

    /** The one that came first: somebody who completed a seminar can have been granted the status before. */
    private static String way(ResultSet row) throws SQLException {
        if (row.getString("by") != null) {
            return "completed " + row.getString("title");
        }
        return row.getString("reason").equals("GRANTED") || row.getObject("since", LocalDate.class) != null
                ? "was granted the status"
                : "completed a foundational seminar, with every part of its cycle";
    }

    /** Days before the calendar's first are always. */
    private static @Nullable LocalDate day(ResultSet row, String column, LocalDate latest) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        if (day == null || day.isAfter(latest)) {
            return latest;
        }
        return day.getYear() < 1 ? null : day;
    }

    private StatementSpec asked(String select, FigureQuestion question, LocalDate day) {
        return asked(AlumniSql.ALUMNI, select, question, day);
    }

    private static String scope(FigureQuestion question) {
        if (question.network() != null) {
            return question.isByFirstDefinition() ? SERVING_MEMBERS : OF_MEMBERS;
        }
        return question.programme() == null ? EVERYWHERE : IN_PROGRAMME;
    }

    private StatementSpec asked(String alumni, String select, FigureQuestion question, LocalDate day) {
        var network = question.network();
        var programme = question.programme();
        StatementSpec query = jdbc.sql("WITH RECURSIVE " + alumni + AlumniSql.SINCE + scope(question) + select)
                .param("day", day)
                .param("position", question.position())
                .param("first", question.first())
                .param("last", question.last())
                .param("programme", programme == null ? null : programme.value())
                .param("network", network == null ? null : network.value());
        return network == null ? query : memberships.bindMembers(query, network, question.position());
    }
}
