package org.preventionnetwork.registry.query.projection.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.RecordedEvent;
import org.preventionnetwork.registry.query.projection.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets questions be asked as if something had been recorded. The live projections' own models bring it in, inside a
 * transaction that is always rolled back, so the answers are what they would be; nobody else sees any of it. It waits
 * for nobody for long, and locks only what it supposes to be otherwise.
 */
public final class Supposition {
    private static final Logger log = LoggerFactory.getLogger(Supposition.class);
    private static final List<String> LIMITS =
            List.of("SET LOCAL lock_timeout = '300ms'", "SET LOCAL statement_timeout = '3s'");

    /** For all of it together: a projection that writes about the same entity waits no longer. */
    private static final int LONGEST_SECONDS = 4;

    private final Projections projections;
    private final JdbcTemplate jdbc;
    private final Operations operations;
    private final EntityHistory history;
    private final TransactionTemplate transaction;

    Supposition(
            Projections projections,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EntityHistory history) {
        this.projections = projections;
        this.jdbc = jdbc;
        this.operations = new Operations(jdbc);
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setTimeout(LONGEST_SECONDS);
    }

    /**
     * An event that was not recorded.
     *
     * @param name the logical name
     * @param version the entity's events up to and including this one
     */
    public record Supposed(String name, String entity, long version, Map<String, ?> metadata, RegistryEvent event) {}

    /**
     * Where it is as if.
     *
     * @param before the position up to which everything was recorded
     * @param after the position at which what is supposed is known, too
     * @param tables of the projections that it changed
     */
    public record Supposable(long before, long after, List<Table> tables) {}

    /**
     * @param events of one entity, in order
     * @param question answers from the database, through the query side's own connections
     * @return empty when it cannot be said now: the projections are behind, or somebody records about the same
     */
    public <T> Optional<T> suppose(List<Supposed> events, Set<String> names, Function<Supposable, T> question) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                LIMITS.forEach(jdbc::execute);
                return bringIn(events, names).map(question);
            });
        } catch (DataAccessException | TransactionException | IllegalStateException notNow) {
            log.debug("What would change cannot be said now", notNow);
            return Optional.empty();
        }
    }

    private Optional<Supposable> bringIn(List<Supposed> events, Set<String> names) {
        String entity = events.get(0).entity();
        List<ProjectionVersion> touched = new ArrayList<>();
        long head = 0;
        for (Operations.VersionRow row : operations.versions()) {
            Optional<Projection> live = row.state().equals("LIVE") ? projections.named(row.name()) : Optional.empty();
            head = live.isPresent() ? Math.max(head, row.position()) : head;
            if (live.isPresent() && names.contains(row.name()) && live.get().readsEntity(entity)) {
                ProjectionVersion version = new ProjectionVersion(live.get(), row.version());
                if (operations.parkedEntities(version).contains(entity) || isBehind(entity, events.get(0), row)) {
                    return Optional.empty();
                }
                touched.add(version);
            }
        }
        List<RecordedEvent> recorded = new ArrayList<>();
        for (Supposed supposed : events) {
            recorded.add(recorded(supposed, head + 1 + recorded.size()));
        }
        List<Table> tables = new ArrayList<>();
        for (ProjectionVersion version : touched) {
            Fold fold = new Fold(version.projection().models(), history, 1);
            fold.skip(new HashSet<>(operations.skipped(version)));
            RowBuffer rows = new RowBuffer();
            fold.apply(recorded, rows);
            jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                rows.flush(connection, version.schema());
                return true;
            });
            tables.addAll(version.projection().tables());
        }
        return Optional.of(new Supposable(head, head + events.size(), tables));
    }

    /** Whether the version has not brought in all that was recorded about the entity before. */
    private boolean isBehind(String entity, Supposed first, Operations.VersionRow row) {
        Long known = jdbc.queryForObject(
                "SELECT count(*) FROM ledger.entry WHERE aggregate_id = ? AND position <= ?",
                Long.class,
                entity,
                row.position());
        return known == null || known != first.version() - 1;
    }

    private static RecordedEvent recorded(Supposed supposed, long position) {
        Instant now = Instant.now();
        return new RecordedEvent(
                position,
                now,
                "supposed",
                supposed.name(),
                supposed.entity(),
                supposed.version(),
                now,
                supposed.metadata(),
                supposed::event);
    }
}
