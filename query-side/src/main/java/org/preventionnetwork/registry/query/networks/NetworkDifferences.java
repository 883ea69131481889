package org.preventionnetwork.registry.query.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.language.Details;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Difference;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.EventBehind;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is answered differently about a network at two points of the clocks, and which events are behind it: those that
 * were learnt in between and changed what is believed, and those that one answer follows from and the other does not;
 * where both follow from the same, because only time has passed, those.
 */
@Component
class NetworkDifferences {
    private static final Map<String, String> ANSWERS = new TreeMap<>(
            Map.of(
                    "member",
                    """
            SELECT state AS key, behind, kind || CASE WHEN suspended THEN ', suspended' ELSE '' END
                || ' from ' || from_on || coalesce(' until ' || until_on, '')
                || CASE WHEN certain THEN '' ELSE ' (uncertain)' END AS answer,
                jsonb_build_object('kind', kind, 'suspended', nullif(suspended, false), 'from', from_on,
                    'until', until_on, 'uncertain', nullif(NOT certain, false)) AS parts
            FROM read.membership
            """,
                    "focal-point",
                    """
            SELECT seat_id AS key, behind, state || ': ' || CASE WHEN vacant THEN 'vacant' ELSE institution END
                || CASE WHEN acting THEN ', acting' ELSE '' END || ' from ' || from_on
                || coalesce(' until ' || until_on, '') || CASE WHEN certain THEN '' ELSE ' (uncertain)' END AS answer,
                jsonb_build_object('state', state, 'vacant', nullif(vacant, false), 'institution', institution,
                    'acting', nullif(acting, false), 'from', from_on, 'until', until_on,
                    'uncertain', nullif(NOT certain, false)) AS parts
            FROM read.focal_point
            """,
                    "meeting",
                    """
            SELECT meeting_id AS key, behind, title || ', ' || starts_on || coalesce(', ' || city, '')
                || CASE WHEN certain THEN '' ELSE ' (uncertain)' END AS answer,
                jsonb_build_object('title', title, 'startsOn', starts_on, 'city', city,
                    'uncertain', nullif(NOT certain, false)) AS parts
            FROM read.meeting
            """,
                    "network",
                    """
            SELECT topic AS key, behind, name || ', ' || status || coalesce(', secretariat ' || secretariat, '')
                || CASE WHEN certain THEN '' ELSE ' (uncertain)' END AS answer,
                jsonb_build_object('name', name, 'status', status, 'secretariat', secretariat,
                    'uncertain', nullif(NOT certain, false)) AS parts
            FROM read.network
            """));
    private static final String AT = " WHERE entity = :network AND valid @> :day::date AND known @> :position::bigint";
    private static final Map<String, String> TABLES = Map.of(
            "member", "read.membership",
            "focal-point", "read.focal_point",
            "meeting", "read.meeting",
            "network", "read.network");
    /** Where a belief began or ended, on either day, after the one point and up to the other. */
    private static final String CHANGED =
            """
            SELECT position FROM %s, LATERAL (VALUES (known_from), (known_until)) AS turned (position)
            WHERE entity = :network AND topic = :key AND (valid @> :day1::date OR valid @> :day2::date)
                AND position > :after::bigint AND position <= :upTo::bigint
            """;

    private static final String EVENTS =
            """
            SELECT e.position, e.event_id, e.payload_type, h.summary, h.told, h.before, h.after
            FROM %s e LEFT JOIN read.history h ON h.known_from = e.position
            WHERE e.position = ANY(:positions) ORDER BY e.position
            """
                    .formatted(EventTables.IN_ORDER);

    private final JdbcClient jdbc;

    NetworkDifferences(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** @param parts of the answer, as JSON, so that it can be said in any language */
    private record Answered(String key, String answer, String parts, List<Long> behind) {}

    /** As the API answers. */
    List<Difference> between(NetworkId network, Clocks first, Clocks second) {
        return between(network, first, second, Tongue.API, (what, answered) -> answered.answer());
    }

    List<Difference> between(NetworkId network, Clocks first, Clocks second, Tongue tongue) {
        return between(
                network,
                first,
                second,
                tongue,
                (what, answered) -> tongue.sentence("compare." + what, Details.parse(answered.parts())));
    }

    private List<Difference> between(
            NetworkId network, Clocks first, Clocks second, Tongue tongue, BiFunction<String, Answered, String> words) {
        List<Difference> differences = new ArrayList<>();
        ANSWERS.forEach((what, sql) -> {
            Map<String, Answered> before = answers(sql, network, first);
            Map<String, Answered> after = answers(sql, network, second);
            Set<String> keys = new TreeSet<>(before.keySet());
            keys.addAll(after.keySet());
            for (String key : keys) {
                Answered one = before.get(key);
                Answered other = after.get(key);
                if (!Objects.equals(text(one), text(other))) {
                    Set<Long> positions =
                            changed(Objects.requireNonNull(TABLES.get(what)), network, key, first, second);
                    if (positions.isEmpty() || (one != null && other != null)) {
                        positions.addAll(behind(one, other));
                    }
                    differences.add(new Difference(
                            what,
                            key,
                            one == null ? null : words.apply(what, one),
                            other == null ? null : words.apply(what, other),
                            events(positions, tongue)));
                }
            }
        });
        return differences;
    }

    private Set<Long> changed(String table, NetworkId network, String key, Clocks first, Clocks second) {
        return new TreeSet<>(jdbc.sql(CHANGED.formatted(table))
                .param("network", network.aggregateId())
                .param("key", key)
                .param("day1", first.day())
                .param("day2", second.day())
                .param("after", Math.min(first.position(), second.position()))
                .param("upTo", Math.max(first.position(), second.position()))
                .query(Long.class)
                .list());
    }

    private Map<String, Answered> answers(String sql, NetworkId network, Clocks clocks) {
        return jdbc
                .sql(sql + AT)
                .param("network", network.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query(NetworkDifferences::answered)
                .list()
                .stream()
                .collect(Collectors.toMap(Answered::key, answered -> answered));
    }

    private static Answered answered(ResultSet row, int n) throws SQLException {
        return new Answered(
                row.getString("key"), row.getString("answer"), row.getString("parts"), Arrays.asList((Long[])
                        row.getArray("behind").getArray()));
    }

    private static @Nullable String text(@Nullable Answered answered) {
        return answered == null ? null : answered.answer();
    }

    private static Set<Long> behind(@Nullable Answered one, @Nullable Answered other) {
        Map<Long, Integer> counted = new HashMap<>();
        for (Answered answered : new @Nullable Answered[] {one, other}) {
            if (answered != null) {
                answered.behind().forEach(position -> counted.merge(position, 1, Integer::sum));
            }
        }
        boolean both = one != null && other != null;
        Set<Long> onlyOne = counted.entrySet().stream()
                .filter(entry -> both && entry.getValue() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return onlyOne.isEmpty() ? counted.keySet() : onlyOne;
    }

    private List<EventBehind> events(Set<Long> positions, Tongue tongue) {
        return jdbc.sql(EVENTS)
                .param("positions", positions.toArray(Long[]::new))
                .query((row, n) ->
                        new EventBehind(row.getLong(1), row.getString(2), row.getString(3), summary(row, tongue)))
                .list();
    }

    private static @Nullable String summary(ResultSet row, Tongue tongue) throws SQLException {
        String told = row.getString("told");
        return told == null || tongue == Tongue.API
                ? row.getString("summary")
                : Told.sentence(tongue, told, row.getString("before"), row.getString("after"));
    }
}
