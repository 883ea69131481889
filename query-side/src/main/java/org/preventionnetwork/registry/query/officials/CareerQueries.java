package org.preventionnetwork.registry.query.officials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrolledTwice;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.Affiliation;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AffiliationTimeline;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AttendedSeminar;
import org.preventionnetwork.registry.query.personal.PersonalReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a person served and what seminars the person was in, at one point of both clocks. */
@Component
class CareerQueries {
    private static final String ERASED =
            """
            coalesce((SELECT bool_or(now.erased) FROM read.official now
                      WHERE now.entity = a.entity AND now.known_until IS NULL), false) AS erased_by_now
            """;
    private static final String AFFILIATIONS =
            """
            SELECT a.*, a.answers AND a.valid @> :day::date AS is_current, %s
            FROM read.affiliation a
            WHERE a.entity = :entity AND a.known @> :position::bigint
            ORDER BY lower(a.valid) NULLS FIRST, upper(a.valid), a.fact_id
            """
                    .formatted(ERASED);

    private static final String SAME_PERSON =
            """
            SELECT official FROM person WHERE canonical = :canonical UNION SELECT :canonical
            """;
    private static final String SAME_AS = "WITH RECURSIVE " + AlumniSql.PERSONS + SAME_PERSON + " ORDER BY official";
    /** The affiliation that is told is the one when the seminar began. */
    private static final String SEMINARS = "WITH RECURSIVE "
            + AlumniSql.PERSONS
            + """
            SELECT * FROM (
                SELECT substr(s.entity, 9) AS seminar, s.title, s.starts_on, s.starts_earliest, s.foundational,
                       e.official, e.enrollment_id, CASE WHEN s.begun THEN e.status ELSE e.before_status END AS status,
                       CASE WHEN s.begun THEN e.status_on ELSE e.before_on END AS status_on, e.certificate, e.certain,
                       CASE WHEN s.begun THEN e.status_order ELSE e.before_order END AS status_order,
                       a.state, a.institution, a.position, %1$s
                FROM read.enrollment e
                    JOIN read.seminar s ON s.entity = e.entity
                        AND s.valid @> :day::date AND s.known @> :position::bigint
                    LEFT JOIN read.affiliation a ON a.entity = 'official:' || e.official AND a.answers
                        AND a.valid @> least(s.starts_latest, :day::date) AND a.known @> :position::bigint
                WHERE e.official IN (%2$s) AND e.valid @> :day::date AND e.known @> :position::bigint) found
            WHERE status IS NOT NULL
            ORDER BY starts_earliest, seminar, status_order, enrollment_id
            """
                    .formatted(ERASED, SAME_PERSON);

    private final JdbcClient jdbc;
    private final PersonalReader personal;

    CareerQueries(@Qualifier("query") DataSource database, PersonalReader personal) {
        this.jdbc = JdbcClient.create(database);
        this.personal = personal;
    }

    private record Row(Affiliation affiliation, boolean current) {}

    AffiliationTimeline affiliations(OfficialId official, Clocks clocks) {
        List<Row> rows = jdbc.sql(AFFILIATIONS)
                .param("entity", official.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> new Row(affiliation(row), row.getBoolean("is_current")))
                .list();
        Affiliation current = rows.stream()
                .filter(Row::current)
                .map(Row::affiliation)
                .findFirst()
                .orElse(null);
        return new AffiliationTimeline(official.value(), current, timeline(rows));
    }

    /** Each affiliation once; certain when it is on some day. */
    private static List<Affiliation> timeline(List<Row> rows) {
        return rows.stream()
                .map(row -> row.affiliation().factId())
                .distinct()
                .map(factId -> {
                    List<Affiliation> same = rows.stream()
                            .map(Row::affiliation)
                            .filter(affiliation -> affiliation.factId().equals(factId))
                            .toList();
                    return same.stream()
                            .filter(Affiliation::certain)
                            .findFirst()
                            .orElse(same.get(0));
                })
                .toList();
    }

    /** All records of one person. */
    List<String> sameAs(String canonical, Clocks clocks) {
        return jdbc.sql(SAME_AS)
                .param("canonical", canonical)
                .param("position", clocks.position())
                .query(String.class)
                .list();
    }

    /** @param behind enrolments in the same seminar under other records of the person, which do not count beside it */
    record Attended(AttendedSeminar seminar, List<AttendedSeminar> behind) {}

    /** Under any record of the person, each seminar once. */
    List<Attended> seminars(String canonical, Clocks clocks) {
        Map<String, List<AttendedSeminar>> seminars = new LinkedHashMap<>();
        jdbc.sql(SEMINARS)
                .param("canonical", canonical)
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> seminar(row))
                .list()
                .forEach(one -> seminars.computeIfAbsent(one.seminar(), seminar -> new ArrayList<>())
                        .add(one));
        return seminars.values().stream().map(CareerQueries::once).toList();
    }

    private static Attended once(List<AttendedSeminar> enrolled) {
        AttendedSeminar counts = EnrolledTwice.counting(
                enrolled,
                one -> EnrollmentStatus.valueOf(one.status()),
                one -> one.on() == null ? null : HistoricalDate.parse(one.on()));
        List<AttendedSeminar> behind =
                enrolled.stream().filter(one -> one != counts).toList();
        return new Attended(counts.besides(behind), behind);
    }

    private Affiliation affiliation(ResultSet row) throws SQLException {
        return new Affiliation(
                row.getString("state"),
                row.getString("institution"),
                row.getBoolean("erased_by_now") ? null : personal.read(row.getString("position")),
                row.getString("from_on"),
                row.getString("until_on"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"));
    }

    private AttendedSeminar seminar(ResultSet row) throws SQLException {
        return new AttendedSeminar(
                row.getString("seminar"),
                row.getString("title"),
                row.getString("starts_on"),
                row.getBoolean("foundational"),
                row.getString("official"),
                row.getString("enrollment_id"),
                row.getString("status"),
                row.getString("status_on"),
                row.getString("certificate"),
                row.getBoolean("certain"),
                row.getString("state"),
                row.getString("institution"),
                row.getBoolean("erased_by_now") ? null : personal.read(row.getString("position")),
                List.of());
    }
}
