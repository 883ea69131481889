package org.preventionnetwork.registry.query.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events as the history tells them, by their positions. */
@Component
class ToldEvents {
    /** What is not in the history (it is parked there) is in the ledger still. */
    private static final String EVENTS =
            """
            SELECT l.position, l.event_id, l.aggregate_id, l.known_at, h.event_name, h.recorded_at, h.actor, h.summary,
                h.reason, h.source, h.told, h.before, h.after
            FROM ledger.entry l LEFT JOIN read.history h ON h.known_from = l.position
            WHERE l.position = ANY (:positions::bigint[])
            """;

    private final JdbcClient jdbc;

    ToldEvents(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * @param type the logical name, {@code network.FactCorrected}
     * @param entity what it is about
     * @param summary what happened, in a sentence
     */
    record ToldEvent(
            String eventId,
            long position,
            @Nullable String type,
            String entity,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String summary,
            @Nullable String reason,
            @Nullable String source) {}

    Map<Long, ToldEvent> at(Collection<Long> positions, Tongue tongue) {
        Map<Long, ToldEvent> told = new TreeMap<>();
        jdbc.sql(EVENTS)
                .param("positions", positions.toArray(Long[]::new))
                .query((row, n) -> told(row, tongue))
                .list()
                .forEach(event -> told.put(event.position(), event));
        return told;
    }

    private static ToldEvent told(ResultSet row, Tongue tongue) throws SQLException {
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        OffsetDateTime knownAt = row.getObject("known_at", OffsetDateTime.class);
        return new ToldEvent(
                row.getString("event_id"),
                row.getLong("position"),
                row.getString("event_name"),
                row.getString("aggregate_id"),
                (recordedAt == null ? knownAt : recordedAt).toInstant(),
                row.getString("actor"),
                summary(row, tongue),
                row.getString("reason"),
                row.getString("source"));
    }

    private static @Nullable String summary(ResultSet row, Tongue tongue) throws SQLException {
        String told = row.getString("told");
        return told == null || tongue == Tongue.API
                ? row.getString("summary")
                : Told.sentence(tongue, told, row.getString("before"), row.getString("after"));
    }
}
