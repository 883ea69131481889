package org.preventionnetwork.registry.command.ledger.verification;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.LedgerSessions;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Derives the ledger again from the stored events, as of one moment: every event has its leaf and every leaf its event,
 * in one dense order; leaves, tree, roots and signatures match, here and in every copy outside. Every {@link RowRule}
 * and {@link OrderRule} has a code, and the tests tamper with a database for each.
 */
public final class LedgerCheck implements Check {
    private static final int AT_ONCE = 5_000;

    private final LedgerSessions sessions;
    private final LedgerHome home;
    private final EventSeal seal;

    public LedgerCheck(LedgerSessions sessions, LedgerHome home, EventSeal seal) {
        this.sessions = sessions;
        this.home = home;
        this.seal = seal;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Outcome run() throws InterruptedException {
        Findings findings = new Findings();
        // Read before the database's moment: the ledger may then be ahead of its copies, never behind.
        SignedTrees signed = SignedTrees.read(home, findings);
        try (Connection connection = sessions.open()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return run(connection, signed, findings);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be read", e);
        } catch (IOException e) {
            throw new DataAccessResourceFailureException("A copy of the ledger could not be read", e);
        }
    }

    private Outcome run(Connection connection, SignedTrees signed, Findings findings)
            throws SQLException, IOException, InterruptedException {
        String storeId = storeId(connection);
        DerivedTree tree = new DerivedTree(signed, findings);
        RowRule rules = new RowRule(seal, home.copies(), findings);
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
            return new Outcome(
                    name(),
                    rules.examined(),
                    tree.size() + " events, root " + tree.root().toBase64(),
                    findings.all());
        }
    }

    private static String storeId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT store_id FROM ledger.state")) {
            row.next();
            return row.getString(1);
        }
    }
}
