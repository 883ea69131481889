package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.preventionnetwork.registry.command.ledger.EventSeal;

/**
 * Puts an invented history into the event store by {@code COPY}, as fast as it takes it. The ledger follows by itself;
 * the projections, which stand still meanwhile, are made anew.
 */
final class HistoryFill {
    private static final String COPY =
            "COPY events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,"
                    + " payloadtype, payloadrevision, payload, metadata, seal) FROM STDIN";
    private static final int AT_ONCE = 10_000;

    private final RunningRegistry registry;
    private final InventedHistory history;

    HistoryFill(RunningRegistry registry, long eventsInAll) {
        this.registry = registry;
        this.history = new InventedHistory(eventsInAll);
    }

    InventedHistory history() {
        return history;
    }

    /** Else they would catch up beside the rebuild that takes their place, for no use. */
    private void retireLiveVersions() throws SQLException {
        try (Connection connection = registry.connectAsQuerySide();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE operations.projection SET state = 'RETIRED' WHERE state = 'LIVE'");
        }
    }

    /** Afterwards every projection knows the history up to there, and nothing else is at work. */
    Figure upTo(long events) throws SQLException, IOException, InterruptedException {
        long before = history.events();
        registry.projections().stop();
        long began = System.nanoTime();
        String storeId = registry.storeId();
        EventSeal seal = registry.seal();
        try (Connection connection = registry.connectAsCommandSide()) {
            while (history.events() < events) {
                StringBuilder rows = new StringBuilder();
                history.upTo(Math.min(events, history.events() + AT_ONCE), event -> event.copyTo(rows, storeId, seal));
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(rows.toString()));
            }
        }
        registry.awaitLedger(events);
        double inLedger = (System.nanoTime() - began) / 1e9;
        retireLiveVersions();
        registry.projections().start();
        registry.rebuild().request(registry.all());
        registry.awaitProjections();
        return Figure.of(
                Figure.number(events - before) + " events appended and given their place in the ledger",
                Figure.number((events - before) / inLedger) + " events/s");
    }
}
