package org.preventionnetwork.registry.query.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Remembered;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the overview shows beside figures. */
@Component
class OverviewQueries {
    private static final int REMEMBERED = 100;

    private final JdbcClient jdbc;
    private final Figures figures;
    private final Remembered<Participants, List<MemberState>> remembered;

    OverviewQueries(Figures figures, @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.jdbc = JdbcClient.create(database);
        this.remembered = new Remembered<>(database, REMEMBERED);
    }

    /** A network or a programme, by the scope that means it and nothing else. */
    record Scoped(String scope, String name) {}

    private record Participants(ProgrammeId programme, LocalDate day, long position) {}

    record MemberState(String code, boolean certain) {}

    /** Those that can be looked at alone. */
    List<Scoped> networks(Clocks clocks, String language) {
        return scoped("network", clocks, language);
    }

    List<Scoped> programmes(Clocks clocks, String language) {
        return scoped("programme", clocks, language);
    }

    private List<Scoped> scoped(String type, Clocks clocks, String language) {
        return at(
                        "SELECT entity, coalesce(names ->> :language::text, name) AS called FROM read." + type
                                + " WHERE valid @> :day::date AND known @> :position::bigint ORDER BY called, entity",
                        clocks)
                .param("language", language)
                .query((row, n) -> new Scoped(row.getString("entity"), row.getString("called")))
                .list();
    }

    /**
     * States that host a programme's seminars or have officials in them, of those that are not cancelled: certain where
     * they certainly host one, or the figure counts them for certain.
     */
    List<MemberState> participants(ProgrammeId programme, Clocks clocks) {
        return remembered.get(new Participants(programme, clocks.day(), clocks.position()), this::participants);
    }

    private List<MemberState> participants(Participants asked) {
        SortedMap<String, Boolean> states = new TreeMap<>(figures.states(new FigureQuestion(
                FigureName.PARTICIPATING_STATES, asked.programme(), asked.day(), asked.day(), asked.position())));
        jdbc.sql(
                        """
                        WITH seminar AS (
                            SELECT entity, state, starts_earliest, begun, held_certain FROM read.seminar
                            WHERE programme = :programme AND status <> 'CANCELLED'
                                AND valid @> :day::date AND known @> :position::bigint),
                        enrolled AS (
                            SELECT DISTINCT ON (e.official, s.entity) e.official, s.starts_earliest
                            FROM read.enrollment e JOIN seminar s USING (entity)
                            WHERE e.valid @> :day::date AND e.known @> :position::bigint
                                AND CASE WHEN s.begun THEN e.status ELSE e.before_status END
                                    NOT IN ('DECLINED', 'WITHDRAWN', 'CANCELLED')),
                        found AS (
                            SELECT state, held_certain AS certain FROM seminar
                            UNION ALL
                            SELECT o.state, false FROM enrolled e
                                JOIN read.official o ON o.entity = 'official:' || e.official
                                    AND o.valid @> least(e.starts_earliest, :day::date) AND o.known @> :position::bigint
                            UNION ALL
                            SELECT named, false FROM read.reported_figures r JOIN seminar s USING (entity),
                                unnest(r.states) named
                            WHERE r.known @> :position::bigint)
                        SELECT state, bool_or(certain) AS certain FROM found
                        WHERE state IS NOT NULL GROUP BY state
                        """)
                .param("day", asked.day())
                .param("position", asked.position())
                .param("programme", asked.programme().value())
                .query(row -> {
                    states.merge(row.getString("state"), row.getBoolean("certain"), Boolean::logicalOr);
                });
        return states.entrySet().stream()
                .map(state -> new MemberState(state.getKey(), state.getValue()))
                .toList();
    }

    /** Member states of a network, or of any that is active on the day: those that the figure counts. */
    List<MemberState> members(@Nullable EntityId scope, Clocks clocks) {
        FigureQuestion question =
                new FigureQuestion(FigureName.MEMBER_STATES, scope, clocks.day(), clocks.day(), clocks.position());
        return figures.states(question).entrySet().stream()
                .map(state -> new MemberState(state.getKey(), state.getValue()))
                .toList();
    }

    /** Of the first seminar; where there is none, the year asked about. */
    int firstYear(Clocks clocks) {
        Integer year = jdbc.sql(
                        """
                        SELECT coalesce(extract(year FROM min(starts_earliest)), :year)::int FROM read.seminar
                        WHERE known @> :position::bigint AND held AND starts_earliest > '1900-01-01'
                        """)
                .param("position", clocks.position())
                .param("year", clocks.day().getYear())
                .query(Integer.class)
                .single();
        return year;
    }

    private StatementSpec at(String sql, Clocks clocks) {
        return jdbc.sql(sql).param("day", clocks.day()).param("position", clocks.position());
    }
}
