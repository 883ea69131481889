package org.preventionnetwork.registry.command.ledger;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks the ledger for its head, and waits for the sequencer where it is a few events behind: who has just been told that
 * something is recorded finds it within the ledger.
 */
final class SettledHead implements LedgerHead {
    private static final String COMMITTED = "SELECT coalesce(max(globalindex), 0) FROM events.domainevententry";
    private static final String HEAD = "SELECT floor, last_position FROM ledger.state";
    private static final long PAUSE_MILLIS = 5;

    private final JdbcTemplate database;
    private final Duration patience;

    SettledHead(JdbcTemplate database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    private record Head(long floor, long position) {}

    @Override
    public long position() {
        long committed = Objects.requireNonNull(database.queryForObject(COMMITTED, Long.class));
        long deadline = System.nanoTime() + patience.toNanos();
        Head head = head();
        while (head.floor() < committed) {
            if (System.nanoTime() > deadline) {
                throw behind();
            }
            pause();
            head = head();
        }
        return head.position();
    }

    private Head head() {
        return Objects.requireNonNull(database.queryForObject(
                HEAD, (row, n) -> new Head(row.getLong("floor"), row.getLong("last_position"))));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw behind();
        }
    }

    private static Refused behind() {
        return new Refused(
                RefusalCode.LEDGER_BEHIND, "the ledger has not brought in yet what was recorded; send it again");
    }
}
