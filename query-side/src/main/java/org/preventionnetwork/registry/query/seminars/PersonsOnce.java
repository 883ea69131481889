package org.preventionnetwork.registry.query.seminars;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.EnrolledTwice;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.officials.AlumniSql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which enrolments of a seminar stand behind another of the same person, under records that were merged since. Known by the merges that are known at the position, so without the merge each stands for itself again.
 */
@Component
class PersonsOnce {
    private static final String SEVERAL = "WITH RECURSIVE " + AlumniSql.PERSONS
            + """
            , record (official, person) AS (
                SELECT official, canonical FROM person UNION SELECT canonical, canonical FROM person),
            standing AS (
                SELECT e.topic, e.official, r.person,
                       CASE WHEN s.begun THEN e.status ELSE e.before_status END AS status,
                       CASE WHEN s.begun THEN e.status_on ELSE e.before_on END AS status_on,
                       CASE WHEN s.begun THEN e.status_order ELSE e.before_order END AS status_order
                FROM record r JOIN read.enrollment e USING (official)
                    JOIN read.seminar s ON s.entity = e.entity
                        AND s.valid @> :day::date AND s.known @> :position::bigint
                WHERE e.entity = :entity AND e.valid @> :day::date AND e.known @> :position::bigint)
            SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY person) AS several FROM standing WHERE status IS NOT NULL) told
            WHERE several > 1 ORDER BY person, status_order, topic
            """;

    private final JdbcClient jdbc;

    PersonsOnce(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * An enrolment that stands behind another.
     *
     * @param official the record that it names
     */
    record Behind(String enrollmentId, String official, String status, @Nullable String on) {}

    /** @param behind by the enrolment that counts */
    record Once(Map<String, List<Behind>> behind) {
        List<Behind> behind(String enrollmentId) {
            return behind.getOrDefault(enrollmentId, List.of());
        }

        /** How many seats they hold besides: a merge frees none, so that unmerging leaves nobody without one. */
        long seatsHeld() {
            return behind.values().stream()
                    .flatMap(List::stream)
                    .filter(one -> EnrollmentSteps.takesSeat(EnrollmentStatus.valueOf(one.status())))
                    .count();
        }

        /** Those that do not count. */
        String[] hidden() {
            return behind.values().stream()
                    .flatMap(List::stream)
                    .map(Behind::enrollmentId)
                    .toArray(String[]::new);
        }
    }

    private record Row(Behind enrollment, String person, @Nullable HistoricalDate on) {
        EnrollmentStatus status() {
            return EnrollmentStatus.valueOf(enrollment.status());
        }
    }

    Once in(SeminarId seminar, Clocks clocks) {
        Map<String, List<Row>> persons = new LinkedHashMap<>();
        jdbc.sql(SEVERAL)
                .param("entity", seminar.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> {
                    String on = row.getString("status_on");
                    return new Row(
                            new Behind(row.getString("topic"), row.getString("official"), row.getString("status"), on),
                            row.getString("person"),
                            on == null ? null : HistoricalDate.parse(on));
                })
                .list()
                .forEach(row -> persons.computeIfAbsent(row.person(), p -> new ArrayList<>())
                        .add(row));
        Map<String, List<Behind>> behind = new HashMap<>();
        persons.values().forEach(rows -> {
            Row counts = EnrolledTwice.counting(rows, Row::status, Row::on);
            behind.put(
                    counts.enrollment().enrollmentId(),
                    rows.stream()
                            .filter(row -> row != counts)
                            .map(Row::enrollment)
                            .toList());
        });
        return new Once(behind);
    }
}
