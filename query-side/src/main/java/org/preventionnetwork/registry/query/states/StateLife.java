package org.preventionnetwork.registry.query.states;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the pages of states show beside the answers of the API. */
@Component
class StateLife {
    private static final String KNOWN = " known_from <= :position AND coalesce(known_until > :position, true)";

    private final JdbcClient jdbc;
    private final Figures figures;

    StateLife(Figures figures, @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.jdbc = JdbcClient.create(database);
    }

    /** @param network its id; whatever day it was */
    record Spell(String network, String kind, String from, @Nullable String until) {}

    record SeatSpell(String network, @Nullable String institution, String from, @Nullable String until) {}

    record Hosted(String id, String title, String startsOn, @Nullable String endsOn, String status) {}

    record Attended(String network, String title, String startsOn, @Nullable String endsOn, boolean host) {}

    record Launched(String id, String title, @Nullable String startedOn, @Nullable String stage) {}

    /** How many of the seminars that the figure counts each state has hosted by the day. */
    Map<String, Long> hosted(Clocks clocks) {
        Map<String, Long> hosted = new TreeMap<>();
        jdbc.sql("SELECT state, count(*) AS seminars FROM read.seminar WHERE entity = ANY(:held::text[])"
                        + " AND state IS NOT NULL AND valid @> :day::date AND" + KNOWN + " GROUP BY state")
                .param("day", clocks.day())
                .param("position", clocks.position())
                .param(
                        "held",
                        figures.things(new FigureQuestion(
                                        FigureName.SEMINARS, null, clocks.day(), clocks.day(), clocks.position()))
                                .toArray(String[]::new))
                .query(row -> {
                    hosted.put(row.getString("state"), row.getLong("seminars"));
                });
        return hosted;
    }

    /** Each spell of membership once. */
    List<Spell> spells(StateCode state, long position) {
        return about(
                        state,
                        "SELECT DISTINCT ON (entity, membership_id) substr(entity, 9) AS network, *"
                                + " FROM read.membership_spell WHERE state = :state AND" + KNOWN
                                + " ORDER BY entity, membership_id, valid",
                        position)
                .query((row, n) -> new Spell(
                        row.getString("network"),
                        row.getString("kind"),
                        row.getString("from_on"),
                        row.getString("until_on")))
                .list();
    }

    /** Each holding of a seat once; vacancies are what is left. */
    List<SeatSpell> seats(StateCode state, long position) {
        return about(
                        state,
                        "SELECT DISTINCT ON (entity, seat_id) substr(entity, 9) AS network, * FROM read.focal_point"
                                + " WHERE state = :state AND NOT vacant AND" + KNOWN
                                + " ORDER BY entity, seat_id, valid",
                        position)
                .query((row, n) -> new SeatSpell(
                        row.getString("network"),
                        row.getString("institution"),
                        row.getString("from_on"),
                        row.getString("until_on")))
                .list();
    }

    /** As they are on the day, whether they are held by then or not. */
    List<Hosted> hosted(StateCode state, Clocks clocks) {
        return about(
                        state,
                        "SELECT substr(entity, 9) AS id, * FROM read.seminar WHERE state = :state"
                                + " AND valid @> :day::date AND status <> 'CANCELLED' AND" + KNOWN
                                + " ORDER BY starts_earliest, entity",
                        clocks.position())
                .param("day", clocks.day())
                .query((row, n) -> new Hosted(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getString("ends_on"),
                        row.getString("status")))
                .list();
    }

    /** Meetings of networks that it attended or was host of. */
    List<Attended> meetings(StateCode state, long position) {
        return about(
                        state,
                        "SELECT DISTINCT ON (entity, meeting_id) substr(entity, 9) AS network,"
                                + " coalesce(host_state = :state, false) AS host, * FROM read.meeting"
                                + " WHERE (attending_states @> ARRAY[:state::text] OR host_state = :state) AND" + KNOWN
                                + " ORDER BY entity, meeting_id, valid",
                        position)
                .query((row, n) -> new Attended(
                        row.getString("network"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getString("ends_on"),
                        row.getBoolean("host")))
                .list();
    }

    /** From when on each initiative of the state's own counts as launched, whatever the day. */
    List<Launched> initiatives(StateCode state, Clocks clocks) {
        return about(
                        state,
                        "SELECT DISTINCT ON (entity) substr(entity, 12) AS id, * FROM read.initiative"
                                + " WHERE states @> ARRAY[:state::text] AND type <> 'TECHNICAL_ASSISTANCE' AND" + KNOWN
                                + " ORDER BY entity, valid @> :day::date DESC, valid DESC",
                        clocks.position())
                .param("day", clocks.day())
                .query((row, n) -> new Launched(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("started_on"),
                        row.getString("stage")))
                .list();
    }

    private StatementSpec about(StateCode state, String sql, long position) {
        return jdbc.sql(sql).param("state", state.value()).param("position", position);
    }
}
