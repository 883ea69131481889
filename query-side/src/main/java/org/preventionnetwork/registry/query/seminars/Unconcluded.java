package org.preventionnetwork.registry.query.seminars;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import javax.sql.DataSource;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.officials.AlumniSql;
import org.preventionnetwork.registry.query.web.OverviewSection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seminars that somebody completed and nobody has concluded: those completions count nowhere until somebody does, so they
 * are on the list of work of who works with the record.
 */
@Component
@Order(0)
class Unconcluded implements OverviewSection {
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final CurrentCaller callers;

    Unconcluded(@Qualifier("query") DataSource database, CurrentCaller callers) {
        this.jdbc = JdbcClient.create(database);
        this.callers = callers;
    }

    /** @param completions persons who have completed it on the day */
    record Waiting(String id, String title, String startsOn, long completions) {}

    @Override
    public List<String> projections() {
        return List.of("seminars", "officials");
    }

    @Override
    public String template() {
        return "unconcluded";
    }

    @Override
    public List<Waiting> rows(HttpServletRequest request, Clocks clocks) {
        return callers.of(request).seesPersons() ? waiting(clocks) : List.of();
    }

    List<Waiting> waiting(Clocks clocks) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE %s
                        SELECT substr(s.entity, 9) AS id, s.title, s.starts_on,
                            count(DISTINCT coalesce(p.canonical, a.official)) AS completions
                        FROM read.seminar s JOIN read.attendance a ON a.entity = s.entity
                            AND a.completed_on @> :day::date AND a.known @> :position::bigint
                            LEFT JOIN person p ON p.official = a.official
                        WHERE s.valid @> :day::date AND s.known @> :position::bigint
                            AND s.begun AND NOT s.held AND s.status <> 'CANCELLED'
                        GROUP BY s.entity, s.title, s.starts_on, s.starts_earliest
                        ORDER BY s.starts_earliest, s.entity LIMIT :most
                        """
                                .formatted(AlumniSql.PERSONS))
                .param("day", clocks.day())
                .param("position", clocks.position())
                .param("most", MOST)
                .query((row, n) -> new Waiting(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getLong("completions")))
                .list();
    }
}
