package org.preventionnetwork.registry.query.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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
    private final ScopeNames scopes;

    StoredEvents(@Qualifier("query") DataSource database, ScopeNames scopes) {
        this.jdbc = JdbcClient.create(database);
        this.scopes = scopes;
    }

    Optional<StoredEvent> event(String id, long knownUpTo) {
        return event(id, knownUpTo, Tongue.API).map(ToldEvent::event);
    }

    /** With its sentence in this language. */
    public Optional<StoredEvent> told(String id, long knownUpTo, Tongue tongue) {
        return event(id, knownUpTo, tongue).map(ToldEvent::event);
    }

    Optional<ToldEvent> event(String id, long knownUpTo, Tongue tongue) {
        return told(jdbc.sql(EVENT).param("event", id).param("position", knownUpTo), tongue, knownUpTo).stream()
                .findFirst();
    }

    /** In the order of record. */
    public List<StoredEvent> at(List<Long> positions) {
        return at(positions, Tongue.API).stream().map(ToldEvent::event).toList();
    }

    List<ToldEvent> at(List<Long> positions, Tongue tongue) {
        return at(positions, positions.stream().mapToLong(Long::longValue).max().orElse(0), tongue);
    }

    /** @param knownUpTo as of which what they refer to is called by its name */
    List<ToldEvent> at(List<Long> positions, long knownUpTo, Tongue tongue) {
        return told(jdbc.sql(AT).param("positions", positions.toArray(Long[]::new)), tongue, knownUpTo);
    }

    /**
     * @param told null while the event is not brought in, as all that the history adds
     * @param before,after the fact as it is to be told, with names for ids where they are known
     */
    record ToldEvent(StoredEvent event, @Nullable Told told, @Nullable JsonNode before, @Nullable JsonNode after) {}

    /** Whether it is a person whose data is erased, of whom nothing is recorded any more. */
    public boolean isOfErased(String entity) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM read.official WHERE entity = :entity AND erased"
                        + " AND known_until IS NULL)")
                .param("entity", entity)
                .query(Boolean.class)
                .single();
    }

    /** A row, with what its sentence needs in another language than the API's. */
    private record Untold(StoredEvent event, @Nullable String told, @Nullable String before, @Nullable String after) {}

    private List<ToldEvent> told(StatementSpec asked, Tongue tongue, long position) {
        List<Untold> rows = asked.query((row, n) -> new Untold(
                        event(row, row.getString("summary")),
                        row.getString("told"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
        Map<String, String> names = tongue == Tongue.API
                ? Map.of()
                : scopes.in(
                        rows.stream()
                                .flatMap(row -> Stream.of(row.before(), row.after()))
                                .toList(),
                        tongue,
                        position);
        return rows.stream().map(row -> told(row, tongue, names)).toList();
    }

    private static ToldEvent told(Untold row, Tongue tongue, Map<String, String> names) {
        String told = row.told();
        String before = ScopeNames.named(row.before(), names);
        String after = ScopeNames.named(row.after(), names);
        StoredEvent event = told == null || tongue == Tongue.API
                ? row.event()
                : row.event().withSummary(Told.sentence(tongue, told, before, after));
        return new ToldEvent(event, told == null ? null : Told.of(told), json(before), json(after));
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
