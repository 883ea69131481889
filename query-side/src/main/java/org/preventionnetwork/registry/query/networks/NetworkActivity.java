package org.preventionnetwork.registry.query.networks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.figures.Remembered;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Activity;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A network's life, period by period, as known at a position. What has an imprecise date counts once, on the first day
 * on which it is possible. Seminars are those held with somebody from a state that was a member then, completions those
 * of officials from such states; initiatives are the network's own.
 */
@Component
class NetworkActivity {
    enum Interval {
        MONTH("1 month", "YYYY-MM"),
        QUARTER("3 months", "YYYY-\"Q\"Q"),
        YEAR("1 year", "YYYY");

        private final String step;
        private final String format;

        Interval(String step, String format) {
            this.step = step;
            this.format = format;
        }

        /** As it is asked for. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String ACTIVITY =
            """
            WITH period AS (
                SELECT start::date AS first_day, (start + :step::interval)::date AS next_day
                FROM generate_series(date_trunc(:unit, :from::date::timestamp),
                                     date_trunc(:unit, :to::date::timestamp), :step::interval) AS start),
            member AS (
                SELECT state, valid, kind FROM read.membership
                WHERE entity = :network AND known @> :position::bigint),
            belonging AS (SELECT state, unnest(range_agg(valid)) AS spell FROM member GROUP BY state),
            meeting AS MATERIALIZED (
                SELECT topic, min(lower(valid)) AS day FROM read.meeting
                WHERE entity = :network AND known @> :position::bigint GROUP BY topic),
            held AS (
                SELECT entity, min(coalesce(lower(valid), starts_earliest)) AS day FROM read.seminar
                WHERE known @> :position::bigint AND held GROUP BY entity),
            present AS (
                SELECT h.entity, h.day, a.topic, a.completed, o.state, o.valid
                FROM held h
                    JOIN read.attendance a ON a.entity = h.entity
                    JOIN read.official o ON o.entity = a.official_entity
                WHERE o.state = ANY (ARRAY(SELECT state FROM member))
                    AND o.known_from <= :position AND coalesce(o.known_until > :position, true)
                    AND a.known_from <= :position AND coalesce(a.known_until > :position, true)
                    AND a.present IS NOT NULL
                    AND (o.valid @> greatest(h.day, a.present) OR a.completed IS NOT NULL AND o.valid @> greatest(h.day, a.completed))),
            participant AS (
                SELECT DISTINCT entity, state FROM present
                UNION SELECT entity, unnest(states) FROM read.reported_figures WHERE known @> :position::bigint),
            attended AS MATERIALIZED (
                SELECT DISTINCT h.entity, h.day FROM held h
                    JOIN participant p ON p.entity = h.entity
                    JOIN member m ON m.state = p.state AND m.valid @> h.day),
            completion AS MATERIALIZED (
                SELECT p.topic, p.first_day AS day
                FROM (SELECT *, coalesce(nullif(completed, '-infinity'), day) AS first_day FROM present) p
                WHERE p.completed IS NOT NULL AND p.valid @> greatest(p.day, p.completed)
                  AND EXISTS (SELECT 1 FROM member m WHERE m.state = p.state AND m.valid @> p.first_day)),
            initiative AS MATERIALIZED (
                SELECT entity, min(lower(valid)) AS day FROM read.initiative
                WHERE network = :id AND launched AND known @> :position::bigint GROUP BY entity)
            SELECT to_char(p.first_day, :format) AS period,
                (SELECT count(*) FROM belonging WHERE lower(spell) >= p.first_day AND lower(spell) < p.next_day) AS admitted,
                (SELECT count(*) FROM belonging WHERE upper(spell) >= p.first_day AND upper(spell) < p.next_day) AS withdrawn,
                (SELECT count(DISTINCT state) FROM member WHERE kind = 'MEMBER' AND valid @> (p.next_day - 1)) AS members,
                (SELECT count(*) FROM meeting WHERE day >= p.first_day AND day < p.next_day) AS meetings,
                (SELECT count(*) FROM attended WHERE day >= p.first_day AND day < p.next_day) AS seminars,
                (SELECT count(*) FROM completion WHERE day >= p.first_day AND day < p.next_day) AS completions,
                (SELECT count(*) FROM initiative WHERE day >= p.first_day AND day < p.next_day) AS initiatives
            FROM period p ORDER BY p.first_day
            """;

    private static final int REMEMBERED = 200;

    private final JdbcClient jdbc;
    private final Remembered<Asked, List<Activity>> remembered;

    NetworkActivity(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.remembered = new Remembered<>(database, REMEMBERED);
    }

    private record Asked(NetworkId network, LocalDate from, LocalDate to, Interval interval, long position) {}

    /** What is known at a position does not change any more: it is counted once. */
    List<Activity> of(NetworkId network, LocalDate from, LocalDate to, Interval interval, long position) {
        return remembered.get(new Asked(network, from, to, interval, position), this::counted);
    }

    private List<Activity> counted(Asked asked) {
        return jdbc.sql(ACTIVITY)
                .param("network", asked.network().aggregateId())
                .param("id", asked.network().value())
                .param("position", asked.position())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("unit", asked.interval().name())
                .param("step", asked.interval().step)
                .param("format", asked.interval().format)
                .query((row, n) -> new Activity(
                        row.getString("period"),
                        row.getLong("admitted"),
                        row.getLong("withdrawn"),
                        row.getLong("members"),
                        row.getLong("meetings"),
                        row.getLong("seminars"),
                        row.getLong("completions"),
                        row.getLong("initiatives")))
                .list();
    }
}
