package org.preventionnetwork.registry.query.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.preventionnetwork.registry.query.subject.PersonFile.EnrollmentHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.MergeHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.RoleHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.SeatHeld;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the person took part in: seminars, seats, initiatives; and which records were found to be the same person's. */
@Component
class DoneQueries {
    private static final String SEMINARS =
            """
            SELECT e.*, substr(e.entity, 9) AS seminar, s.title, s.starts_on,
                CASE WHEN s.begun THEN e.status ELSE coalesce(e.before_status, e.status) END AS told,
                CASE WHEN s.begun OR e.before_status IS NULL THEN e.status_on ELSE e.before_on END AS told_on
            FROM read.enrollment e
                LEFT JOIN read.seminar s ON s.entity = e.entity AND s.valid @> :day::date AND s.known @> :position::bigint
            WHERE e.official = ANY(:officials) AND e.valid @> :day::date AND e.known @> :position::bigint
            ORDER BY s.starts_earliest, seminar, e.enrollment_id
            """;
    /** Each once, whatever the number of its spells. */
    private static final String INSTRUCTOR =
            """
            SELECT DISTINCT ON (i.entity, i.fact_id) i.*, s.title
            FROM read.instructor i
                LEFT JOIN read.seminar s ON s.entity = i.entity AND s.valid @> :day::date AND s.known @> :position::bigint
            WHERE i.official = ANY(:officials) AND i.known @> :position::bigint
            ORDER BY i.entity, i.fact_id
            """;

    private static final String CONTRIBUTIONS =
            """
            SELECT DISTINCT ON (c.entity, c.fact_id) c.*, c.on_date AS from_on, NULL::text AS until_on, i.title
            FROM read.contributor c
                LEFT JOIN read.initiative i ON i.entity = c.entity AND i.valid @> :day::date
                    AND i.known @> :position::bigint
            WHERE c.official = ANY(:officials) AND c.known @> :position::bigint
            ORDER BY c.entity, c.fact_id
            """;
    private static final String SEATS =
            """
            SELECT DISTINCT ON (entity, seat_id, official, from_on) *, substr(entity, 9) AS network
            FROM read.focal_point
            WHERE official = ANY(:officials) AND known @> :position::bigint
            ORDER BY entity, seat_id, official, from_on
            """;
    private static final String MERGES =
            """
            SELECT c.official, c.canonical, since.known_at AS since, gone.known_at AS gone, c.source
            FROM read.canonical c JOIN ledger.entry since ON since.position = c.known_from
                LEFT JOIN ledger.entry gone ON gone.position = c.known_until AND gone.position <= :position
            WHERE (c.official = ANY(:officials) OR c.canonical = ANY(:officials)) AND c.known_from <= :position
            ORDER BY c.known_from
            """;

    private final JdbcClient jdbc;

    DoneQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    List<EnrollmentHeld> seminars(Subject subject) {
        return subject.ask(jdbc, SEMINARS)
                .query((row, n) -> new EnrollmentHeld(
                        row.getString("official"),
                        row.getString("seminar"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getString("enrollment_id"),
                        row.getString("nominated_by"),
                        row.getString("told"),
                        row.getString("told_on"),
                        row.getString("certificate"),
                        row.getString("source")))
                .list();
    }

    List<RoleHeld> instructor(Subject subject) {
        return subject.ask(jdbc, INSTRUCTOR).query(DoneQueries::role).list();
    }

    List<RoleHeld> contributions(Subject subject) {
        return subject.ask(jdbc, CONTRIBUTIONS).query(DoneQueries::role).list();
    }

    private static RoleHeld role(ResultSet row, int n) throws SQLException {
        return new RoleHeld(
                row.getString("official"),
                row.getString("entity"),
                row.getString("title"),
                row.getString("from_on"),
                row.getString("until_on"),
                row.getString("source"));
    }

    List<SeatHeld> seats(Subject subject) {
        return subject.ask(jdbc, SEATS)
                .query((row, n) -> new SeatHeld(
                        row.getString("official"),
                        row.getString("network"),
                        row.getString("seat_id"),
                        row.getString("state"),
                        row.getString("institution"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getString("source")))
                .list();
    }

    List<MergeHeld> merges(Subject subject) {
        return subject.ask(jdbc, MERGES)
                .query((row, n) -> {
                    OffsetDateTime gone = row.getObject("gone", OffsetDateTime.class);
                    return new MergeHeld(
                            row.getString("official"),
                            row.getString("canonical"),
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            gone == null ? null : gone.toInstant(),
                            row.getString("source"));
                })
                .list();
    }
}
