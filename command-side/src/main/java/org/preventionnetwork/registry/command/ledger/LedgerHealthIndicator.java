package org.preventionnetwork.registry.command.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells how far the ledger is, and is down when it cannot go on or one open transaction holds it up for too long. */
final class LedgerHealthIndicator extends AbstractHealthIndicator {
    private static final int COUNTED = 10_000;
    private static final String PROGRESS =
            """
            SELECT last_position AS position, floor,
                   (SELECT count(*) FROM (SELECT 1 FROM events.domainevententry
                                          WHERE globalindex > state.floor ORDER BY globalindex LIMIT ?) beyond) AS lag
            FROM ledger.state state
            """;

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
        Map<String, Object> progress = database.queryForMap(PROGRESS, COUNTED);
        builder.up()
                .withDetail("leading", status.leading())
                .withDetail("epoch", status.epoch())
                .withDetails(progress);
        if (status.failure() != null) {
            builder.down(status.failure());
        }
        Instant since = status.waitingSince();
        if (since != null && since.plus(patience).isBefore(Instant.now())) {
            builder.down().withDetail("waitingForTransactionsSince", since.toString());
        }
    }
}
