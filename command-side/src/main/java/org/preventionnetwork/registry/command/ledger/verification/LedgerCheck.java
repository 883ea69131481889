package org.preventionnetwork.registry.command.ledger.verification;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.LedgerSessions;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derives the ledger again from the stored events, as of one moment: every event has its leaf and every leaf its event,
 * in one dense order; leaves, tree, roots and signatures match, here and in every copy outside. Every {@link RowRule}
 * and {@link OrderRule} has a code, and the tests tamper with a database for each.
 *
 * <p>The moment is a snapshot of the database, and its last position is what the whole verification is as of. Recording,
 * ordering and signing go on meanwhile and are not waited for.
 */
public final class LedgerCheck {
    public static final String NAME = "ledger";

    private static final int AT_ONCE = 5_000;
    private static final Logger log = LoggerFactory.getLogger(LedgerCheck.class);
    /** Classes of SQLState: connection, transaction, resources, not in the right state now, operator, a limit, input. */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "54", "55", "57", "58030");
    /** For the longest query over the whole ledger; a database that went away is noticed sooner by other means. */
    private static final Duration LONGEST_QUERY = Duration.ofHours(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final LedgerSessions sessions;
    private final LedgerHome home;
    private final EventSeal seal;
    private final Duration patience;

    /** @param patience how long a checkpoint may take to come where there is none, before it counts as missing */
    public LedgerCheck(LedgerSessions sessions, LedgerHome home, EventSeal seal, Duration patience) {
        this.sessions = sessions;
        this.home = home;
        this.seal = seal;
        this.patience = patience;
    }

    /** @return its position is the last one of the moment; 0 when the database could not be asked for it */
    public Outcome run() throws InterruptedException {
        Findings findings = new Findings();
        Progress progress = new Progress();
        try {
            // Read before the database's moment: the ledger may then be ahead of its copies, never behind.
            derive(SignedTrees.read(home, findings, patience), findings, progress);
        } catch (SQLException e) {
            tell(e, progress, findings);
        } catch (RuntimeException e) {
            tell(e, progress, findings);
        }
        return new Outcome(
                NAME, progress.position, progress.examined, progress.summary, findings.all(), findings.unchecked());
    }

    private void derive(SignedTrees signed, Findings findings, Progress progress)
            throws SQLException, InterruptedException {
        try (Connection connection = sessions.open()) {
            unhurried(connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            run(connection, signed, findings, progress);
        }
    }

    private static final class Progress {
        private long position;
        private long examined;
        private String summary = "not all was derived";
    }

    private static void unhurried(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST_QUERY.toMillis());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = " + LONGEST_PAUSE.toMillis());
        }
    }

    private static void tell(SQLException failure, Progress progress, Findings findings) {
        String where = "after position " + progress.examined;
        if (!isPassing(failure)) {
            findings.add(
                    progress.examined + 1,
                    null,
                    "STORE_DAMAGED",
                    "what is stored is not there as the registry has stored it, " + where + " (SQLState "
                            + failure.getSQLState() + ")");
        }
        findings.unchecked("the database could not be read " + where + " (SQLState " + failure.getSQLState() + ")");
    }

    /** What the registry stores can be read by it: whatever cannot was not stored by it. */
    private static void tell(RuntimeException failure, Progress progress, Findings findings) {
        String where = "after position " + progress.examined;
        log.error("The ledger could not be derived {}", where, failure);
        if (Outage.behind(failure).isPresent() || failure instanceof UncheckedIOException) {
            findings.unchecked("not all could be read " + where);
            return;
        }
        findings.add(
                progress.examined + 1,
                null,
                "STORE_DAMAGED",
                "what is stored is of no form that the registry stores, " + where);
        findings.unchecked("nothing was derived " + where);
    }

    /** Load, another transaction, an outage: asked again, the answer may be another one. */
    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || Outage.behind(failure).isPresent()
                || PASSING.stream().anyMatch(state::startsWith);
    }

    private void run(Connection connection, SignedTrees signed, Findings findings, Progress progress)
            throws SQLException, InterruptedException {
        String storeId;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT store_id, last_position FROM ledger.state")) {
            row.next();
            storeId = row.getString("store_id");
            progress.position = row.getLong("last_position");
        }
        GuardRule.apply(connection, findings);
        DerivedTree tree = new DerivedTree(signed, findings);
        RowRule rules = new RowRule(seal, home.copies(), signed, findings);
        try (PreparedStatement rows = connection.prepareStatement(StoredRow.QUERY)) {
            long last = 0;
            for (boolean more = true; more; ) {
                more = false;
                signed.readPublished(connection, tree.size(), AT_ONCE);
                rows.setLong(1, last);
                rows.setInt(2, AT_ONCE);
                try (ResultSet row = rows.executeQuery()) {
                    while (row.next()) {
                        StoredRow at = StoredRow.of(row, storeId);
                        rules.apply(at, last);
                        tree.append(at);
                        last = at.position();
                        progress.examined = rules.examined();
                        more = true;
                    }
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("The check was stopped at position " + last);
                }
            }
            OrderRule.apply(connection, findings);
            tree.compareNodes(connection);
            signed.requireNoneBeyond(connection, tree.size(), findings);
            progress.summary = tree.size() + " events, root " + tree.root().toBase64();
        }
    }
}
