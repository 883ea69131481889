package org.preventionnetwork.registry.query.seminars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of a seminar shows beside the answers of the API: what it belongs to, and how it came to be so. */
@Component
class SeminarCourse {
    private static final String PARTS =
            """
            SELECT other.* FROM read.seminar one JOIN read.seminar other
                ON other.programme = one.programme AND other.cycle = one.cycle
                AND other.valid @> :day::date AND other.known @> :position::bigint
            WHERE one.entity = :entity AND one.valid @> :day::date AND one.known @> :position::bigint
            ORDER BY other.part NULLS LAST, other.starts_earliest, other.entity
            """;
    private static final String COURSE =
            """
            SELECT lower(valid) AS since, certain, status, starts_on, ends_on, city, state, capacity, enrollment_open
            FROM read.seminar WHERE entity = :entity AND known @> :position::bigint ORDER BY lower(valid) NULLS FIRST
            """;
    private final JdbcClient jdbc;

    SeminarCourse(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * How things stood from a day on.
     *
     * @param since null means on all days before the next
     */
    record Stand(
            @Nullable LocalDate since,
            boolean certain,
            String status,
            String startsOn,
            @Nullable String endsOn,
            @Nullable String city,
            @Nullable String state,
            @Nullable Integer capacity,
            @Nullable Boolean enrollmentOpen) {
        boolean isAs(Stand other) {
            return equals(new Stand(
                    since,
                    other.certain,
                    other.status,
                    other.startsOn,
                    other.endsOn,
                    other.city,
                    other.state,
                    other.capacity,
                    other.enrollmentOpen));
        }
    }

    /** All parts of the cycle it belongs to, itself included; none where it belongs to no cycle. */
    List<SeminarItem> parts(SeminarId seminar, Clocks clocks) {
        return jdbc.sql(PARTS)
                .param("entity", seminar.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> SeminarQueries.seminar(row, clocks.day()))
                .list();
    }

    /** From day to day, as it is known; what differs by nothing that is shown is told once. */
    List<Stand> course(SeminarId seminar, Clocks clocks) {
        List<Stand> told = new ArrayList<>();
        jdbc.sql(COURSE)
                .param("entity", seminar.aggregateId())
                .param("position", clocks.position())
                .query((row, n) -> stand(row))
                .list()
                .forEach(stand -> {
                    if (told.isEmpty() || !told.get(told.size() - 1).isAs(stand)) {
                        told.add(stand);
                    }
                });
        return told;
    }

    private static Stand stand(ResultSet row) throws SQLException {
        return new Stand(
                row.getObject("since", LocalDate.class),
                row.getBoolean("certain"),
                row.getString("status"),
                row.getString("starts_on"),
                row.getString("ends_on"),
                row.getString("city"),
                row.getString("state"),
                row.getObject("capacity", Integer.class),
                row.getObject("enrollment_open", Boolean.class));
    }
}
