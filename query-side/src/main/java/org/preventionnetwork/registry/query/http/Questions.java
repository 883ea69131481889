package org.preventionnetwork.registry.query.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.infrastructure.LedgerHead;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out where on both clocks a question is to be answered, and waits, for at most two seconds, until the
 * projections know what the asker has just written ({@code atLeastVersion}, {@code atLeastPosition}).
 */
@Component
public final class Questions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final LedgerPositions ledger;
    private final LedgerHead head;
    private final RowShapes shapes;
    private final Clock clock = Clock.systemUTC();

    Questions(@Qualifier("query") DataSource database, LedgerPositions ledger, LedgerHead head, RowShapes shapes) {
        this.shapes = shapes;
        this.jdbc = JdbcClient.create(database);
        this.ledger = ledger;
        this.head = head;
    }

    /**
     * @param projections whose rows the answer is made of
     * @throws OutdatedRows when the rows of one of them have to be made anew first, or made of what was there before it
     * @throws NotYetKnown when they do not know in time what the asker insists on
     */
    public Clocks clocks(AskedClocks asked, String... projections) {
        return clocks(asked, null, projections);
    }

    /** @param entity whose version {@code atLeastVersion} means; null where it means none */
    public Clocks clocks(AskedClocks asked, @Nullable EntityId entity, String... projections) {
        long position = awaited(asked.atLeastPosition(), asked.atLeastVersion(), entity, List.of(projections));
        long lag = Math.max(0, head.position() - position);
        HistoricalDate asOf = asked.asOf();
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf.latest();
        if (asked.knownAtPosition() != null) {
            position = Math.min(position, asked.knownAtPosition());
        } else if (asked.knownAt() != null) {
            position = Math.min(position, ledger.positionAt(asked.knownAt()));
        }
        Instant echoed = asked.knownAtPosition() == null && asked.knownAt() != null
                ? asked.knownAt()
                : ledger.knownAt(position).orElse(Instant.EPOCH);
        return new Clocks(asOf == null ? day.toString() : asOf.toString(), day, echoed, position, lag);
    }

    /** Today, and all that is known. */
    public Clocks now(String... projections) {
        long position = reached(List.of(projections));
        LocalDate today = LocalDate.now(clock);
        Instant knownAt = ledger.knownAt(position).orElse(Instant.EPOCH);
        return new Clocks(today.toString(), today, knownAt, position, Math.max(0, head.position() - position));
    }

    private long awaited(
            @Nullable Long atLeastPosition,
            @Nullable Long atLeastVersion,
            @Nullable EntityId entity,
            List<String> projections) {
        if (atLeastVersion != null && entity == null) {
            throw new MalformedQuestion("atLeastVersion", "only questions about one thing know its version");
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long reached = reached(projections);
            if (isReached(reached, atLeastPosition, atLeastVersion, entity)) {
                return reached;
            }
            if (System.nanoTime() > deadline) {
                throw new NotYetKnown("what was written is not known here yet; ask again");
            }
            pause();
        }
    }

    private boolean isReached(
            long reached, @Nullable Long position, @Nullable Long version, @Nullable EntityId entity) {
        if (position != null && reached < position) {
            return false;
        }
        if (version == null || version == 0 || entity == null) {
            return true;
        }
        OptionalLong needed = ledger.positionOf(entity.aggregateId(), version - 1);
        return needed.isPresent() && needed.getAsLong() <= reached;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYetKnown("the registry is stopping");
        }
    }

    /** Up to where all of these projections are. */
    private long reached(List<String> projections) {
        return jdbc
                .sql(
                        """
                        SELECT name, shape, position, coalesce(position < target, false) AS filling
                        FROM operations.projection
                        WHERE state = 'LIVE' AND name = ANY(?)
                        """)
                .param(projections.toArray(String[]::new))
                .query((row, n) -> {
                    if (row.getBoolean("filling") || shapes.isOutdated(row.getString("name"), row.getInt("shape"))) {
                        throw new OutdatedRows();
                    }
                    return row.getLong("position");
                })
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    /** The version of an entity at a position, for {@code ETag}; empty when nothing was known of it. */
    public OptionalLong version(EntityId entity, long position) {
        return jdbc.sql(
                        """
                        SELECT sequence_number + 1 FROM %s event
                        WHERE aggregate_id = ? AND position <= ?
                        ORDER BY sequence_number DESC LIMIT 1
                        """
                                .formatted(EventTables.IN_ORDER))
                .params(entity.aggregateId(), position)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
