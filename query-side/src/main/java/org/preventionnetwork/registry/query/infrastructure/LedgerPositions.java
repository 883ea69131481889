package org.preventionnetwork.registry.query.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.store.EventTables;
import org.springframework.dao.DataAccessResourceFailureException;

/** Translates between positions, instants on the known-on clock, and the events of an aggregate. */
public final class LedgerPositions {
    private static final String HEAD = "SELECT last_position FROM ledger.state";
    private static final String LAST_EVENT =
            "SELECT coalesce(max(global_index), 0) FROM " + EventTables.STORED + " event";
    private static final String ALL_UP_TO = "SELECT last_position FROM ledger.state WHERE floor >= ?";
    private static final String UP_TO =
            "SELECT position FROM ledger.entry WHERE known_at <= ? ORDER BY known_at DESC, position DESC LIMIT 1";
    private static final String BEFORE =
            "SELECT position FROM ledger.entry WHERE known_at < ? ORDER BY known_at DESC, position DESC LIMIT 1";
    private static final String KNOWN_AT = "SELECT known_at FROM ledger.entry WHERE position = ?";
    private static final String OF_EVENT =
            "SELECT position FROM " + EventTables.IN_ORDER + " event WHERE aggregate_id = ? AND sequence_number = ?";

    private final DataSource database;

    public LedgerPositions(DataSource database) {
        this.database = database;
    }

    /** The last position given so far, 0 when there is none. */
    public long head() {
        return longOf(HEAD).orElseThrow();
    }

    /** The last event that is committed, by the store's own number. */
    public long lastEvent() {
        return longOf(LAST_EVENT).orElseThrow();
    }

    /** A position by which all events up to this number of the store's have theirs; empty while one has none. */
    public OptionalLong positionUpTo(long event) {
        return longOf(ALL_UP_TO, event);
    }

    /** The last position known at the instant, 0 when nothing was. */
    public long positionAt(Instant instant) {
        return longOf(UP_TO, utc(instant)).orElse(0);
    }

    /** The last position known before the instant, 0 when nothing was. */
    public long positionBefore(Instant instant) {
        return longOf(BEFORE, utc(instant)).orElse(0);
    }

    /** Since when a position is known; empty when there is no such position yet. */
    public Optional<Instant> knownAt(long position) {
        return Optional.ofNullable(one(KNOWN_AT, OffsetDateTime.class, position))
                .map(OffsetDateTime::toInstant);
    }

    /** The position of an aggregate's event; empty when it is not committed, or committed and not in the ledger yet. */
    public OptionalLong positionOf(String aggregateId, long sequenceNumber) {
        return longOf(OF_EVENT, aggregateId, sequenceNumber);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private OptionalLong longOf(String query, Object... parameters) {
        Long found = one(query, Long.class, parameters);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private <T> @Nullable T one(String query, Class<T> type, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, type) : null;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger's positions could not be read", e);
        }
    }
}
