package org.preventionnetwork.registry.command.ledger.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.preventionnetwork.registry.command.ledger.KnownOnClock;

/** What must hold of the whole: no event without a position, no aggregate with a gap, no state beside the entries. */
final class OrderRule {
    private static final String WITHOUT_POSITION =
            """
            SELECT e.eventidentifier, e.globalindex,
                   (SELECT count(*) FROM ledger.entry l WHERE l.global_index < e.globalindex) + 1 AS would_be
            FROM events.domainevententry e
            WHERE e.globalindex <= (SELECT floor FROM ledger.state)
              AND NOT EXISTS (SELECT 1 FROM ledger.entry l WHERE l.global_index = e.globalindex)
            ORDER BY e.globalindex LIMIT 20
            """;
    private static final String OUT_OF_SEQUENCE =
            """
            SELECT position, event_id, sequence_number, expected
            FROM (SELECT position, event_id, sequence_number,
                         row_number() OVER (PARTITION BY aggregate_id ORDER BY position) - 1 AS expected
                  FROM ledger.entry) numbered
            WHERE sequence_number <> expected ORDER BY position LIMIT 20
            """;

    private OrderRule() {}

    static void apply(Connection connection, Findings findings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(WITHOUT_POSITION)) {
                while (row.next()) {
                    findings.add(
                            row.getLong("would_be"),
                            row.getString("eventidentifier"),
                            "EVENT_INSERTED",
                            "event " + row.getString("eventidentifier") + " is in the event store without a position:"
                                    + " it came after its place had been passed");
                }
            }
            try (ResultSet row = statement.executeQuery(OUT_OF_SEQUENCE)) {
                while (row.next()) {
                    findings.add(
                            row.getLong("position"),
                            row.getString("event_id"),
                            "SEQUENCE_BROKEN",
                            "position " + row.getLong("position") + " has number " + row.getLong("sequence_number")
                                    + " of its aggregate, where number " + row.getLong("expected") + " was expected");
                }
            }
            try (ResultSet row = statement.executeQuery(KnownOnClock.STATE)) {
                row.next();
                compareState(KnownOnClock.of(row), findings);
            }
        }
    }

    /** The sequencer goes on from it: whoever changes it changes what everything later is. */
    private static void compareState(KnownOnClock.State state, Findings findings) {
        if (state.statedPosition() != state.position()) {
            findings.add(
                    Math.min(state.statedPosition(), state.position()) + 1,
                    null,
                    "NEWEST_MISSING",
                    "the ledger's state says position " + state.statedPosition() + ", its last entry has "
                            + state.position());
        }
        if (!state.statedKnownAt().isEqual(state.knownAt())) {
            findings.add(
                    null,
                    null,
                    "CLOCK_CHANGED",
                    "the ledger's state says that the last position is known at " + state.statedKnownAt()
                            + ", its entry says " + state.knownAt());
        }
        if (!state.floorFits()) {
            findings.add(
                    null,
                    null,
                    "STATE_CHANGED",
                    "the ledger's state says that events were passed which were not: what is recorded next may get"
                            + " no position");
        }
    }
}
