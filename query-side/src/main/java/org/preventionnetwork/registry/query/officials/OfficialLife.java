package org.preventionnetwork.registry.query.officials;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the page of an official shows beside the answers of the API, under all records of the person. */
@Component
class OfficialLife {
    /** On more days than these nobody's standing changes. */
    private static final int MOST_DAYS = 24;

    private static final String SEATS =
            """
            SELECT substr(f.entity, 9) AS network, f.*
            FROM read.focal_point f
            WHERE f.official = ANY (:records) AND f.valid @> :day::date AND f.known @> :position::bigint
            ORDER BY f.entity, f.seat_id
            """;
    private static final String CONTRIBUTIONS =
            """
            SELECT substr(c.entity, 12) AS initiative, i.title, c.*
            FROM read.contributor c JOIN read.initiative i ON i.entity = c.entity
                AND i.valid @> :day::date AND i.known @> :position::bigint
            WHERE c.official = ANY (:records) AND c.valid @> :day::date AND c.known @> :position::bigint
            ORDER BY c.entity, c.fact_id
            """;
    private static final String TEACHING =
            """
            SELECT substr(t.entity, 9) AS seminar, s.title, s.starts_on, t.from_on, t.until_on, t.certain
            FROM (SELECT DISTINCT ON (entity, fact_id) * FROM read.instructor
                  WHERE official = ANY (:records) AND known @> :position::bigint
                    AND coalesce(lower(valid) <= :day::date, true)
                  ORDER BY entity, fact_id, certain DESC) t
                JOIN read.seminar s ON s.entity = t.entity
                AND s.valid @> :day::date AND s.known @> :position::bigint
            ORDER BY s.starts_earliest, t.entity, t.from_on
            """;
    /** Completions, the seminars and cycles that these are of, exceptions: nothing else decides who is an alumnus. */
    private static final String CHANGES =
            """
            WITH completed AS (
                SELECT entity, valid FROM read.enrollment
                WHERE official = ANY (:records) AND status = 'COMPLETED' AND known @> :position::bigint),
            taken AS (
                SELECT s.* FROM read.seminar s
                WHERE s.entity IN (SELECT entity FROM completed) AND s.known @> :position::bigint),
            bounds AS (
                SELECT valid FROM completed
                UNION ALL SELECT valid FROM taken
                UNION ALL
                SELECT part.valid FROM read.seminar part
                WHERE (part.programme, part.cycle) IN (SELECT programme, cycle FROM taken) AND part.known @> :position::bigint
                UNION ALL
                SELECT valid FROM read.official
                WHERE entity = ANY (SELECT 'official:' || unnest(:records)) AND alumni_exception IS NOT NULL
                    AND known @> :position::bigint)
            SELECT DISTINCT bound FROM bounds, unnest(ARRAY[lower(valid), upper(valid)]) bound
            WHERE bound IS NOT NULL ORDER BY bound LIMIT :most
            """;

    private static final String STANDING =
            "WITH RECURSIVE " + AlumniSql.ALUMNI_AMONG + " SELECT reason, certain FROM alumni";

    private final JdbcClient jdbc;

    OfficialLife(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record HeldSeat(
            String network,
            String state,
            @Nullable String institution,
            boolean acting,
            String from,
            @Nullable String until,
            boolean certain) {}

    record Contribution(
            String initiative, String title, @Nullable String from, boolean certain, @Nullable String source) {}

    /** @param from,until when the official was assigned and released, where that is known */
    record Taught(
            String seminar,
            String title,
            String startsOn,
            @Nullable String from,
            @Nullable String until,
            boolean certain) {}

    /**
     * Whether somebody is an alumnus from a day on.
     *
     * @param reason COMPLETED, GRANTED or NONE
     */
    record AlumniFrom(LocalDate day, String reason, boolean certain) {
        boolean isAs(AlumniFrom other) {
            return reason.equals(other.reason) && certain == other.certain;
        }
    }

    List<HeldSeat> seats(List<String> records, Clocks clocks) {
        return about(SEATS, records, clocks)
                .query((row, n) -> new HeldSeat(
                        row.getString("network"),
                        row.getString("state"),
                        row.getString("institution"),
                        row.getBoolean("acting"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain")))
                .list();
    }

    List<Contribution> contributions(List<String> records, Clocks clocks) {
        return about(CONTRIBUTIONS, records, clocks)
                .query((row, n) -> new Contribution(
                        row.getString("initiative"),
                        row.getString("title"),
                        row.getString("on_date"),
                        row.getBoolean("certain"),
                        row.getString("source")))
                .list();
    }

    /** All teaching until the day, whether it is over by then or not. */
    List<Taught> taught(List<String> records, Clocks clocks) {
        return about(TEACHING, records, clocks)
                .query((row, n) -> new Taught(
                        row.getString("seminar"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain")))
                .list();
    }

    /**
     * The status on every day on which it can have changed, by the one definition of an alumnus. Few days, since few
     * things decide it; each is a question that the index answers.
     */
    List<AlumniFrom> alumni(List<String> records, Clocks clocks) {
        List<LocalDate> days = jdbc.sql(CHANGES)
                .param("records", records.toArray(String[]::new))
                .param("position", clocks.position())
                .param("most", MOST_DAYS)
                .query(LocalDate.class)
                .list();
        List<AlumniFrom> course = new ArrayList<>();
        for (LocalDate day : days) {
            AlumniFrom now = on(day, records, clocks);
            boolean begins = course.isEmpty() && !now.reason().equals("NONE");
            if (begins || !course.isEmpty() && !course.get(course.size() - 1).isAs(now)) {
                course.add(now);
            }
        }
        return course;
    }

    private AlumniFrom on(LocalDate day, List<String> records, Clocks clocks) {
        return jdbc.sql(STANDING)
                .param("officials", records.toArray(String[]::new))
                .param("day", day)
                .param("position", clocks.position())
                .query((row, n) -> new AlumniFrom(day, row.getString("reason"), row.getBoolean("certain")))
                .optional()
                .orElse(new AlumniFrom(day, "NONE", true));
    }

    private StatementSpec about(String sql, List<String> records, Clocks clocks) {
        return jdbc.sql(sql)
                .param("records", records.toArray(String[]::new))
                .param("day", clocks.day())
                .param("position", clocks.position());
    }
}
