package org.preventionnetwork.registry.query.seminars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.figures.definition.StateServed;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.seminars.PersonsOnce.Behind;
import org.preventionnetwork.registry.query.seminars.PersonsOnce.Once;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.EnrollmentItem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in a seminar, as its page shows them: with every step that each has taken, and how many came from where. */
@Component
class Rosters {
    private static final String ROSTER = EnrollmentQueries.STANDING
            + """
            SELECT standing.*, waiting.place, count(*) OVER () AS total
            FROM standing
                LEFT JOIN unnest(:waiting::text[]) WITH ORDINALITY AS waiting (topic, place) USING (topic)
            WHERE standing.status IS NOT NULL AND (:status::text IS NULL OR standing.status = :status)
                AND (NOT :waits OR waiting.place IS NOT NULL)
            ORDER BY waiting.place NULLS FIRST, standing.enrolled_order, topic LIMIT :size OFFSET :offset
            """;
    /** Whoever can have served one of several states when the seminar began is of none that is known. */
    private static final String BY_STATE = EnrollmentQueries.STANDING + ", " + StateServed.SERVED
            + """
            SELECT one.state, count(*) AS enrolled,
                count(*) FILTER (WHERE %s) AS present,
                count(*) FILTER (WHERE standing.status = 'COMPLETED') AS completed
            FROM standing LEFT JOIN LATERAL (
                SELECT CASE WHEN min(served.state) = max(served.state) THEN min(served.state) END AS state
                FROM served WHERE served.entity = 'official:' || standing.official
                    AND served.days && daterange(standing.began_first, standing.began, '[]')) one ON true
            WHERE standing.status IS NOT NULL
            GROUP BY one.state ORDER BY one.state NULLS LAST
            """
                    .formatted(EnrollmentQueries.PRESENT);

    private final EnrollmentQueries enrollments;
    private final JdbcClient jdbc;

    Rosters(EnrollmentQueries enrollments, @Qualifier("query") DataSource database) {
        this.enrollments = enrollments;
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * A step that is taken by the day.
     *
     * @param on null where no date is recorded
     * @param certain false where the source leaves it open whether it was taken by then
     */
    record Rung(@Nullable String on, boolean certain) {}

    /**
     * @param rungs by status
     * @param behind what is enrolled under other records of the same person, and does not count beside this
     */
    record Enrolled(EnrollmentItem enrollment, Map<String, Rung> rungs, List<Behind> behind) {}

    /** @param state null where it is not known, or one of several */
    record FromState(@Nullable String state, long enrolled, long present, long completed) {}

    /** In the order of enrolment; who waits comes last, in the order of the waiting list. */
    Page<Enrolled> roster(
            SeminarId seminar, Once once, @Nullable EnrollmentStatus status, Paging paging, Clocks clocks) {
        return asked(seminar, once, status, false, paging, clocks);
    }

    /** Who waits, whoever is first in front. */
    Page<Enrolled> waiting(SeminarId seminar, Once once, Paging paging, Clocks clocks) {
        return asked(seminar, once, EnrollmentStatus.WAITLISTED, true, paging, clocks);
    }

    private Page<Enrolled> asked(
            SeminarId seminar,
            Once once,
            @Nullable EnrollmentStatus status,
            boolean waits,
            Paging paging,
            Clocks clocks) {
        long[] total = {0};
        List<Enrolled> items = jdbc.sql(ROSTER)
                .params(EnrollmentQueries.parameters(seminar, once, clocks))
                .param("waiting", enrollments.waitingList(seminar, once, clocks).toArray(String[]::new))
                .param("status", status == null ? null : status.name())
                .param("waits", waits)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return enrolled(row, once, clocks.day());
                })
                .list();
        return Page.of(items, paging, total[0], clocks);
    }

    private static Enrolled enrolled(ResultSet row, Once once, LocalDate day) throws SQLException {
        List<String> steps = Arrays.asList((String[]) row.getArray("steps").getArray());
        return new Enrolled(
                EnrollmentQueries.enrollment(row, once),
                Ladder.by(day, EnrollmentStatus.valueOf(row.getString("status")), steps),
                once.behind(row.getString("topic")));
    }

    List<FromState> byState(SeminarId seminar, Once once, Clocks clocks) {
        return jdbc.sql(BY_STATE)
                .params(EnrollmentQueries.parameters(seminar, once, clocks))
                .query((row, n) -> new FromState(
                        row.getString("state"),
                        row.getLong("enrolled"),
                        row.getLong("present"),
                        row.getLong("completed")))
                .list();
    }
}
