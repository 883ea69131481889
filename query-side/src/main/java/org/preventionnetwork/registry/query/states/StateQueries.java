package org.preventionnetwork.registry.query.states;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.definition.StateServed;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.officials.AlumniSql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads, across everything that is recorded, what concerns one state on a day, as known at a position. */
@Component
class StateQueries {
    private final JdbcClient jdbc;
    private final Figures figures;

    StateQueries(Figures figures, @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.jdbc = JdbcClient.create(database);
    }

    record Membership(
            String network,
            String name,
            String networkStatus,
            String kind,
            String from,
            @Nullable String until,
            boolean certain,
            boolean suspended,
            String membershipId,
            String factId,
            @Nullable String source) {}

    record Seat(
            String network,
            String seatId,
            @Nullable String institution,
            boolean acting,
            boolean vacant,
            String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source) {}

    record HostedSeminar(
            String id,
            String title,
            String programme,
            String startsOn,
            @Nullable String city,
            String status,
            boolean certain) {}

    /** @param officials of the state who attended or completed; @param reported whether a report names the state */
    record Participation(String id, String title, String startsOn, long officials, boolean reported, boolean certain) {}

    record Initiative(
            String id,
            String title,
            String type,
            @Nullable String network,
            @Nullable String stage,
            @Nullable String launchedOn,
            boolean certain,
            String factId) {}

    /** The networks that each state belongs to, by its code. */
    Map<String, List<String>> networks(Clocks clocks) {
        Map<String, List<String>> networks = new TreeMap<>();
        at(
                        """
                        SELECT state, array_agg(substr(entity, 9)) AS networks
                        FROM (SELECT DISTINCT state, entity FROM read.membership
                              WHERE valid @> :day::date AND known_from <= :position AND coalesce(known_until > :position, true)) m
                        GROUP BY state
                        """,
                        clocks)
                .query(row -> {
                    networks.put(
                            row.getString("state"),
                            Stream.of((String[]) row.getArray("networks").getArray())
                                    .sorted()
                                    .toList());
                });
        return networks;
    }

    /** Whether each is certainly a member of some active network, of those that can be: as the figure counts. */
    Map<String, Boolean> members(Clocks clocks) {
        return figures.states(of(FigureName.MEMBER_STATES, clocks));
    }

    /** How many of the national initiatives each has launched, as the figure counts. */
    Map<String, Long> initiatives(Clocks clocks) {
        Map<String, Long> initiatives = new TreeMap<>();
        figures.perState(of(FigureName.NATIONAL_INITIATIVES, clocks))
                .forEach((state, counted) -> initiatives.put(state, counted.possible()));
        return initiatives;
    }

    private static FigureQuestion of(FigureName figure, Clocks clocks) {
        return new FigureQuestion(figure, null, clocks.day(), clocks.day(), clocks.position());
    }

    /**
     * A membership that can hold on the day beside the one that answers for its network.
     *
     * @param certain whether it must, whatever else does
     */
    record Possible(
            String network,
            String name,
            String kind,
            String from,
            @Nullable String until,
            boolean certain,
            String membershipId,
            String factId,
            @Nullable String source) {}

    List<Possible> alsoPossible(StateCode state, Clocks clocks) {
        return about(
                        state,
                        """
                        SELECT substr(m.entity, 9) AS network, n.name, m.kind, m.from_on, m.until_on, m.certain,
                            m.membership_id, m.fact_id, m.source
                        FROM read.membership_spell m JOIN read.network n ON n.entity = m.entity
                            AND n.valid @> :day::date AND n.known_from <= :position AND coalesce(n.known_until > :position, true)
                        WHERE m.state = :state AND m.valid @> :day::date AND m.known_from <= :position AND coalesce(m.known_until > :position, true)
                            AND NOT EXISTS (
                                SELECT FROM read.membership a WHERE a.entity = m.entity AND a.state = m.state
                                    AND a.membership_id = m.membership_id AND a.valid @> :day::date
                                    AND a.known_from <= :position AND coalesce(a.known_until > :position, true))
                        ORDER BY m.entity, m.membership_id
                        """,
                        clocks)
                .query((row, n) -> new Possible(
                        row.getString("network"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain"),
                        row.getString("membership_id"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    List<Membership> memberships(StateCode state, Clocks clocks) {
        return about(
                        state,
                        """
                        SELECT substr(m.entity, 9) AS network, n.name, n.status AS network_status, m.kind, m.from_on,
                            m.until_on, m.certain, m.suspended, m.membership_id, m.fact_id, m.source
                        FROM read.membership m JOIN read.network n ON n.entity = m.entity
                            AND n.valid @> :day::date AND n.known_from <= :position AND coalesce(n.known_until > :position, true)
                        WHERE m.state = :state AND m.valid @> :day::date AND m.known_from <= :position AND coalesce(m.known_until > :position, true)
                        ORDER BY m.entity
                        """,
                        clocks)
                .query((row, n) -> new Membership(
                        row.getString("network"),
                        row.getString("name"),
                        row.getString("network_status"),
                        row.getString("kind"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain"),
                        row.getBoolean("suspended"),
                        row.getString("membership_id"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    List<Seat> seats(StateCode state, Clocks clocks) {
        return about(
                        state,
                        """
                        SELECT substr(entity, 9) AS network, * FROM read.focal_point
                        WHERE state = :state AND valid @> :day::date AND known_from <= :position AND coalesce(known_until > :position, true)
                        ORDER BY entity, seat_id
                        """,
                        clocks)
                .query((row, n) -> new Seat(
                        row.getString("network"),
                        row.getString("seat_id"),
                        row.getString("institution"),
                        row.getBoolean("acting"),
                        row.getBoolean("vacant"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    List<HostedSeminar> hosted(StateCode state, Clocks clocks) {
        return about(
                        state,
                        """
                        SELECT substr(entity, 9) AS id, * FROM read.seminar
                        WHERE state = :state AND valid @> :day::date AND known_from <= :position AND coalesce(known_until > :position, true)
                        ORDER BY starts_earliest, entity
                        """,
                        clocks)
                .query((row, n) -> new HostedSeminar(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("programme"),
                        row.getString("starts_on"),
                        row.getString("city"),
                        row.getString("status"),
                        row.getBoolean("certain")))
                .list();
    }

    /**
     * Seminars held by the day, with officials who can have served the state when they were first present, as the figures
     * count them, or a report that names the state; certain where it certainly counts by that seminar.
     */
    List<Participation> participations(StateCode state, Clocks clocks) {
        Set<String> certain = figures.certainWith(state.value(), of(FigureName.PARTICIPATING_STATES, clocks));
        return about(
                        state,
                        """
                        WITH RECURSIVE %s, %s,
                        begun AS (
                            SELECT entity, min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held) AS possible_from,
                                min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held_certain) AS certain_from
                            FROM read.seminar
                            WHERE known_from <= :position AND coalesce(known_until > :position, true)
                            GROUP BY entity),
                        present AS (
                            SELECT e.entity, count(DISTINCT coalesce(p.canonical, e.official)) AS officials
                            FROM read.attendance e JOIN begun b ON b.entity = e.entity
                                LEFT JOIN person p ON p.official = e.official
                            WHERE e.official = ANY (ARRAY(
                                    SELECT substr(entity, 10) COLLATE "default" FROM served WHERE state = :state))
                                AND greatest(e.present, b.possible_from) <= :day::date AND e.present IS NOT NULL
                                AND b.possible_from IS NOT NULL
                                AND e.known_from <= :position AND coalesce(e.known_until > :position, true)
                                AND EXISTS (SELECT FROM served v
                                    WHERE v.entity = e.official_entity AND v.state = :state
                                        AND v.days && daterange(greatest(e.present, b.possible_from),
                                            CASE WHEN b.certain_from IS NOT NULL AND e.certainly_present IS NOT NULL
                                                THEN greatest(e.certainly_present, b.certain_from) END, '[]')
                                        AND coalesce(lower(v.days) <= :day::date, true))
                            GROUP BY e.entity),
                        named AS (
                            SELECT DISTINCT entity FROM read.reported_figures
                            WHERE states @> ARRAY[:state::text] AND known_from <= :position AND coalesce(known_until > :position, true))
                        SELECT substr(s.entity, 9) AS id, s.title, s.starts_on, coalesce(p.officials, 0) AS officials,
                            n.entity IS NOT NULL AS reported
                        FROM read.seminar s LEFT JOIN present p USING (entity) LEFT JOIN named n USING (entity)
                        WHERE s.held AND s.valid @> :day::date AND s.known_from <= :position AND coalesce(s.known_until > :position, true)
                            AND (p.entity IS NOT NULL OR n.entity IS NOT NULL)
                        ORDER BY s.starts_earliest, s.entity
                        """
                                .formatted(AlumniSql.PERSONS, StateServed.SERVED),
                        clocks)
                .query((row, n) -> new Participation(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getLong("officials"),
                        row.getBoolean("reported"),
                        certain.contains("seminar:" + row.getString("id"))))
                .list();
    }

    /** Those that the figure counts. */
    List<Initiative> initiatives(StateCode state, Clocks clocks) {
        return about(
                        state,
                        """
                        SELECT substr(entity, 12) AS id, * FROM read.initiative
                        WHERE states @> ARRAY[:state::text] AND entity = ANY(:counted::text[])
                            AND valid @> :day::date AND known_from <= :position AND coalesce(known_until > :position, true)
                        ORDER BY entity
                        """,
                        clocks)
                .param(
                        "counted",
                        figures.things(of(FigureName.NATIONAL_INITIATIVES, clocks))
                                .toArray(String[]::new))
                .query((row, n) -> new Initiative(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("type"),
                        row.getString("network"),
                        row.getString("stage"),
                        row.getString("launched_on"),
                        row.getBoolean("certain"),
                        row.getString("fact_id")))
                .list();
    }

    private StatementSpec about(StateCode state, String sql, Clocks clocks) {
        return at(sql, clocks).param("state", state.value());
    }

    private StatementSpec at(String sql, Clocks clocks) {
        return jdbc.sql(sql).param("day", clocks.day()).param("position", clocks.position());
    }
}
