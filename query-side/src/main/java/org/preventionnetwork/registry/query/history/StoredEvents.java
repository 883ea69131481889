package org.preventionnetwork.registry.query.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.query.history.HistoryAnswers.StoredEvent;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Single events, as the store has their bytes. */
@Component
public final class StoredEvents {
    private static final String EVENTS =
            """
            SELECT e.event_id, e.position, e.payload_type, e.payload_revision, e.aggregate_id,
                   e.sequence_number, e.timestamp, e.known_at AS ledger_known_at, e.metadata, e.payload, h.fact_id,
                   h.effective_on, h.actor, h.role, h.source, h.note, h.reason, h.batch, h.correction_kind, h.summary,
                   h.before, h.after, h.told
            FROM %s e LEFT JOIN read.history h ON h.known_from = e.position
            WHERE %s ORDER BY e.position
            """;
    private static final String EVENT =
            EVENTS.formatted(EventTables.IN_ORDER, "e.event_id = :event AND e.position <= :position");
    private static final String AT = EVENTS.formatted(EventTables.IN_ORDER, "e.position = ANY(:positions)");

    private final JdbcClient jdbc;

    StoredEvents(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    Optional<StoredEvent> event(String id, long knownUpTo) {
        return event(id, knownUpTo, Tongue.API).map(ToldEvent::event);
    }

    /** With its sentence in this language. */
    public Optional<StoredEvent> told(String id, long knownUpTo, Tongue tongue) {
        return event(id, knownUpTo, tongue).map(ToldEvent::event);
    }

    Optional<ToldEvent> event(String id, long knownUpTo, Tongue tongue) {
        return jdbc.sql(EVENT)
                .param("event", id)
                .param("position", knownUpTo)
                .query((row, n) -> told(row, tongue))
                .optional();
    }

    /** In the order of record. */
    public List<StoredEvent> at(List<Long> positions) {
        return at(positions, Tongue.API).stream().map(ToldEvent::event).toList();
    }

    List<ToldEvent> at(List<Long> positions, Tongue tongue) {
        return jdbc.sql(AT)
                .param("positions", positions.toArray(Long[]::new))
                .query((row, n) -> told(row, tongue))
                .list();
    }

    /** @param told null while the event is not brought in, as all that the history adds */
    record ToldEvent(StoredEvent event, @Nullable Told told) {}

    /** Whether it is a person whose data is erased, of whom nothing is recorded any more. */
    public boolean isOfErased(String entity) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM read.official WHERE entity = :entity AND erased"
                        + " AND known_until IS NULL)")
                .param("entity", entity)
                .query(Boolean.class)
                .single();
    }

    private static ToldEvent told(ResultSet row, Tongue tongue) throws SQLException {
        String told = row.getString("told");
        String summary = told == null || tongue == Tongue.API
                ? row.getString("summary")
                : Told.sentence(tongue, told, row.getString("before"), row.getString("after"));
        return new ToldEvent(event(row, summary), told == null ? null : Told.of(told));
    }

    private static StoredEvent event(ResultSet row, @Nullable String summary) throws SQLException {
        byte[] payload = row.getBytes("payload");
        return new StoredEvent(
                row.getString("event_id"),
                row.getLong("position"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                Instant.parse(row.getString("timestamp")),
                row.getObject("ledger_known_at", OffsetDateTime.class).toInstant(),
                row.getString("fact_id"),
                row.getString("effective_on"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("source"),
                row.getString("note"),
                row.getString("reason"),
                row.getString("batch"),
                row.getString("correction_kind"),
                summary,
                json(row.getString("before")),
                json(row.getString("after")),
                Masked.stored(row.getBytes("metadata")),
                Masked.stored(payload),
                Hash.sha256(payload).toHex());
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : Masked.stored(text.getBytes(StandardCharsets.UTF_8));
    }
}
