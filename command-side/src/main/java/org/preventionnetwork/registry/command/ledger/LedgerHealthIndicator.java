package org.preventionnetwork.registry.command.ledger;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells how far the ledger is, and is down when it cannot go on or one open transaction holds it up for too long. */
final class LedgerHealthIndicator extends AbstractHealthIndicator {
    private final Sequencer sequencer;
    private final JdbcTemplate database;
    private final Duration patience;

    LedgerHealthIndicator(Sequencer sequencer, JdbcTemplate database, Duration patience) {
        super("The ledger could not be asked");
        this.sequencer = sequencer;
        this.database = database;
        this.patience = patience;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Sequencer.Status status = sequencer.status();
        LedgerProgress progress = LedgerProgress.of(database);
        builder.up()
                .withDetail("leading", status.leading())
                .withDetail("epoch", status.epoch())
                .withDetail("position", progress.position())
                .withDetail("floor", progress.floor())
                .withDetail("lag", progress.unsequenced());
        if (status.failure() != null) {
            builder.down(status.failure());
        }
        Instant since = status.waitingSince();
        if (since != null && since.plus(patience).isBefore(Instant.now())) {
            builder.down().withDetail("waitingForTransactionsSince", since.toString());
        }
    }
}
