package org.preventionnetwork.registry.query.seminars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.figures.definition.StateServed;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.seminars.PersonsOnce.Behind;
import org.preventionnetwork.registry.query.seminars.PersonsOnce.Once;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.CountedFigures;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.EnrollmentItem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was enrolled in a seminar and how far each had come, at one point of both clocks. Without personal data. */
@Component
class EnrollmentQueries {
    /**
     * Each enrolment of {@code :entity} where it stands on the day; without a status it has not begun by then. Those that
     * stand behind another of the same person ({@code :hidden}) are left out.
     */
    static final String STANDING =
            """
            WITH standing AS (
                SELECT substr(e.entity, 9) AS seminar, e.topic, e.official, e.nominated_by, e.certificate, e.certain, e.enrolled_order, e.fact_id,
                       e.source, e.steps, least(s.starts_earliest, :day::date) AS began_first,
                       least(s.starts_latest, :day::date) AS began,
                       CASE WHEN s.begun THEN e.status ELSE e.before_status END AS status,
                       CASE WHEN s.begun THEN e.status_on ELSE e.before_on END AS status_on,
                       CASE WHEN s.begun THEN e.status_order ELSE e.before_order END AS status_order
                FROM read.enrollment e
                    JOIN read.seminar s ON s.entity = e.entity
                        AND s.valid @> :day::date AND s.known @> :position::bigint
                WHERE e.entity = :entity AND e.valid @> :day::date AND e.known @> :position::bigint
                    AND e.topic <> ALL (:hidden::text[]))
            """;

    /** Whoever attended or completed, as figures count; who did not complete may never have come. */
    static final String PRESENT =
            """
            (standing.status IN ('ATTENDED', 'COMPLETED') OR standing.status = 'NOT_COMPLETED' AND EXISTS (
                SELECT FROM read.attendance a WHERE a.entity = :entity AND a.topic = standing.topic
                    AND a.known_from <= :position AND coalesce(a.known_until > :position, true)
                    AND a.present <= :day::date))
            """;

    private static final String WAITING = STANDING
            + """
            SELECT topic, status_on FROM standing WHERE status = 'WAITLISTED' ORDER BY status_order, topic
            """;
    private static final String FOUND =
            "FROM standing WHERE status IS NOT NULL AND (:status::text IS NULL OR status = :status) ";
    private static final String ITEMS = STANDING
            + """
            SELECT standing.*, waiting.place
            FROM standing LEFT JOIN unnest(:waiting::text[]) WITH ORDINALITY AS waiting (topic, place) USING (topic)
            WHERE status IS NOT NULL AND (:status::text IS NULL OR status = :status)
            ORDER BY %s LIMIT :size OFFSET :offset
            """;
    private static final String COUNTS = STANDING
            + """
            SELECT status, count(*) AS enrollments FROM standing WHERE status IS NOT NULL GROUP BY status
            """;

    private static final String STATES = STANDING + ", " + StateServed.SERVED
            + """
            SELECT state, bool_or(single) AS certain, count(DISTINCT topic) AS participants
            FROM (SELECT standing.topic, served.state,
                    min(served.state) OVER one IS NOT DISTINCT FROM max(served.state) OVER one AS single
                FROM standing LEFT JOIN served ON served.entity = 'official:' || standing.official
                    AND served.days && daterange(standing.began_first, standing.began, '[]')
                WHERE %s
                WINDOW one AS (PARTITION BY standing.topic)) participant
            GROUP BY state ORDER BY state
            """
                    .formatted(PRESENT);
    private final PersonsOnce persons;
    private final JdbcClient jdbc;

    EnrollmentQueries(PersonsOnce persons, @Qualifier("query") DataSource database) {
        this.persons = persons;
        this.jdbc = JdbcClient.create(database);
    }

    /** In the order in which they were enrolled; who waits comes last, in the order of the waiting list. */
    Page<EnrollmentItem> enrollments(
            SeminarId seminar, @Nullable EnrollmentStatus status, Paging paging, Clocks clocks) {
        Once once = persons.in(seminar, clocks);
        Map<String, @Nullable Object> parameters = parameters(seminar, once, clocks);
        parameters.put("status", status == null ? null : status.name());
        parameters.put("waiting", waitingList(seminar, once, clocks).toArray(String[]::new));
        long total = jdbc.sql(STANDING + "SELECT count(*) " + FOUND)
                .params(parameters)
                .query(Long.class)
                .single();
        String order = paging.orderBy(EnrollmentItem.class, "waiting.place NULLS FIRST, enrolled_order, topic");
        List<EnrollmentItem> items = jdbc.sql(ITEMS.formatted(order))
                .params(parameters)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> enrollment(row, once))
                .list();
        return Page.of(items, paging, total, clocks);
    }

    static EnrollmentItem enrollment(ResultSet row, Once once) throws SQLException {
        return new EnrollmentItem(
                row.getString("topic"),
                row.getString("official"),
                row.getString("nominated_by"),
                row.getString("status"),
                row.getString("status_on"),
                row.getObject("place") == null ? null : row.getInt("place"),
                row.getString("certificate"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"),
                row.getString("seminar"),
                once.behind(row.getString("topic")).stream()
                        .map(Behind::enrollmentId)
                        .toList());
    }

    private record Waiting(String enrollmentId, @Nullable HistoricalDate on) {}

    /** By the dates of waitlisting as far as these are certain, then by the order of recording. */
    List<String> waitingList(SeminarId seminar, Once once, Clocks clocks) {
        List<Waiting> recorded = jdbc.sql(WAITING)
                .params(parameters(seminar, once, clocks))
                .query((row, n) -> {
                    String on = row.getString("status_on");
                    return new Waiting(row.getString("topic"), on == null ? null : HistoricalDate.parse(on));
                })
                .list();
        return EffectiveOrder.of(recorded, Waiting::on).stream()
                .map(Waiting::enrollmentId)
                .toList();
    }

    /** What all that is shown of a seminar at once is asked with. */
    Once personsOnce(SeminarId seminar, Clocks clocks) {
        return persons.in(seminar, clocks);
    }

    /** Each person once. */
    CountedFigures counted(SeminarId seminar, Once once, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(seminar, once, clocks);
        record Count(EnrollmentStatus status, long enrollments) {}
        Map<EnrollmentStatus, Long> counts = jdbc
                .sql(COUNTS)
                .params(parameters)
                .query((row, n) ->
                        new Count(EnrollmentStatus.valueOf(row.getString("status")), row.getLong("enrollments")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::status, Count::enrollments));
        record From(@Nullable String state, boolean certain, long participants) {}
        List<String> states = new ArrayList<>();
        List<String> certainStates = new ArrayList<>();
        long stateUnknown = 0;
        for (From from : jdbc.sql(STATES)
                .params(parameters)
                .query((row, n) ->
                        new From(row.getString("state"), row.getBoolean("certain"), row.getLong("participants")))
                .list()) {
            if (from.state() == null) {
                stateUnknown = from.participants();
                continue;
            }
            states.add(from.state());
            if (from.certain()) {
                certainStates.add(from.state());
            }
        }
        return new CountedFigures(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                count(counts, EnrollmentStatus.NOMINATED),
                count(counts, EnrollmentStatus.WAITLISTED),
                count(counts, EnrollmentStatus.ACCEPTED),
                count(counts, EnrollmentStatus.CONFIRMED),
                count(counts, EnrollmentStatus.ATTENDED),
                count(counts, EnrollmentStatus.COMPLETED),
                count(counts, EnrollmentStatus.NOT_COMPLETED),
                count(counts, EnrollmentStatus.DECLINED),
                count(counts, EnrollmentStatus.WITHDRAWN),
                count(counts, EnrollmentStatus.CANCELLED),
                count(counts, EnrollmentStatus.ATTENDED)
                        + count(counts, EnrollmentStatus.COMPLETED)
                        + count(counts, EnrollmentStatus.NOT_COMPLETED),
                states,
                certainStates,
                stateUnknown);
    }

    private static long count(Map<EnrollmentStatus, Long> counts, EnrollmentStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    static Map<String, @Nullable Object> parameters(SeminarId seminar, Once once, Clocks clocks) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("hidden", once.hidden());
        parameters.put("entity", seminar.aggregateId());
        parameters.put("day", clocks.day());
        parameters.put("position", clocks.position());
        return parameters;
    }
}
