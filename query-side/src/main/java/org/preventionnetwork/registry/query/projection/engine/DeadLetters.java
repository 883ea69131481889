package org.preventionnetwork.registry.query.projection.engine;

import java.util.Optional;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.engine.Operations.DeadLetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What to do about entities that are parked: bring them in anew, now that the cause is mended, or leave the event at
 * fault out for good. Either makes the entity's rows anew from the event store.
 */
public final class DeadLetters {
    private final Projections projections;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Operations operations;
    private final EntityHistory history;

    DeadLetters(Projections projections, JdbcTemplate jdbc, TransactionTemplate transaction, EntityHistory history) {
        this.projections = projections;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.operations = new Operations(jdbc);
        this.history = history;
    }

    /**
     * @return whether the entity came in; if not, it stays parked with the new cause. Empty when there is none such.
     * @throws StillFilling when its version is, or is made anew after an upgrade; then nothing changed
     */
    public Optional<Boolean> retry(long id) {
        return operations.deadLetter(id).map(letter -> refold(letter, false));
    }

    /**
     * Leaves the event at fault out of this version of the projection.
     *
     * @return whether the rest of the entity came in; if not, it is parked behind the next event at fault. Empty when
     *     there is none such.
     * @throws StillFilling when its version is, or is made anew after an upgrade; then nothing changed
     */
    public Optional<Boolean> evict(long id) {
        return operations.deadLetter(id).map(letter -> refold(letter, true));
    }

    /** Rows in the shape of a version before are not added to; those that are made anew have the entity, if they can. */
    private boolean isOutdated(ProjectionVersion version) {
        return operations.versions().stream()
                .anyMatch(row -> row.name().equals(version.projection().name())
                        && row.version() == version.version()
                        && projections.isOutdated(row.name(), row.shape()));
    }

    private boolean refold(DeadLetter letter, boolean evict) {
        Projection projection = projections.named(letter.projection()).orElseThrow();
        ProjectionVersion version = new ProjectionVersion(projection, letter.version());
        try {
            Boolean cameIn = transaction.execute(status -> {
                operations.lock(version);
                if (operations.isFilling(version) || isOutdated(version)) {
                    throw new StillFilling(version);
                }
                if (evict) {
                    operations.skip(version, letter);
                }
                Optional<ProjectionWriter.Culprit> culprit =
                        new ProjectionWriter(version, jdbc, history, 1).refold(letter.entity());
                culprit.ifPresentOrElse(
                        next -> operations.parkAgain(letter.id(), next), () -> operations.unpark(letter.id()));
                return culprit.isEmpty();
            });
            return Boolean.TRUE.equals(cameIn);
        } catch (StillFilling notYet) {
            throw notYet;
        } catch (RuntimeException e) {
            operations.failedAgain(letter.id(), ErrorCode.of(e));
            return false;
        }
    }
}
