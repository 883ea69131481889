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
                h.reason, h.source
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
    record Told(
            String eventId,
            long position,
            @Nullable String type,
            String entity,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String summary,
            @Nullable String reason,
            @Nullable String source) {}

    Map<Long, Told> at(Collection<Long> positions) {
        Map<Long, Told> told = new TreeMap<>();
        jdbc.sql(EVENTS)
                .param("positions", positions.toArray(Long[]::new))
                .query(ToldEvents::told)
                .list()
                .forEach(event -> told.put(event.position(), event));
        return told;
    }

    private static Told told(ResultSet row, int n) throws SQLException {
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        OffsetDateTime knownAt = row.getObject("known_at", OffsetDateTime.class);
        return new Told(
                row.getString("event_id"),
                row.getLong("position"),
                row.getString("event_name"),
                row.getString("aggregate_id"),
                (recordedAt == null ? knownAt : recordedAt).toInstant(),
                row.getString("actor"),
                row.getString("summary"),
                row.getString("reason"),
                row.getString("source"));
    }
}
