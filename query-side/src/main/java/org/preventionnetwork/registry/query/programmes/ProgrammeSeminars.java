package org.preventionnetwork.registry.query.programmes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The seminars of programmes, as their pages show them. */
@Component
class ProgrammeSeminars {
    private static final String AT = " valid @> :day::date AND known @> :position::bigint";

    private final JdbcClient jdbc;
    private final Figures figures;

    ProgrammeSeminars(Figures figures, @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.jdbc = JdbcClient.create(database);
    }

    record Seminar(
            String id, String title, String startsOn, @Nullable String city, @Nullable String state, String status) {}

    /** How many are held by the day: of all that the figure counts, those of each programme. */
    Map<String, Long> held(Clocks clocks) {
        Map<String, Long> held = new TreeMap<>();
        at(
                        "SELECT programme, count(*) AS seminars FROM read.seminar WHERE entity = ANY(:held::text[]) AND"
                                + AT
                                + " GROUP BY programme",
                        clocks)
                .param(
                        "held",
                        figures.things(new FigureQuestion(
                                        FigureName.SEMINARS, null, clocks.day(), clocks.day(), clocks.position()))
                                .toArray(String[]::new))
                .query(row -> {
                    held.put(row.getString("programme"), row.getLong("seminars"));
                });
        return held;
    }

    Map<String, Long> byStatus(ProgrammeId programme, Clocks clocks) {
        Map<String, Long> counts = new TreeMap<>();
        at(
                        "SELECT status, count(*) AS seminars FROM read.seminar WHERE programme = :programme AND" + AT
                                + " GROUP BY status",
                        clocks)
                .param("programme", programme.value())
                .query(row -> {
                    counts.put(row.getString("status"), row.getLong("seminars"));
                });
        return counts;
    }

    /** The latest ten. */
    List<Seminar> latest(ProgrammeId programme, Clocks clocks) {
        return at(
                        "SELECT substr(entity, 9) AS id, * FROM read.seminar WHERE programme = :programme AND" + AT
                                + " ORDER BY starts_earliest DESC, entity LIMIT 10",
                        clocks)
                .param("programme", programme.value())
                .query((row, n) -> new Seminar(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("status")))
                .list();
    }

    private StatementSpec at(String sql, Clocks clocks) {
        return jdbc.sql(sql).param("day", clocks.day()).param("position", clocks.position());
    }
}
