package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Puts an invented history into the event store by {@code COPY}, as fast as it takes it; the ledger follows by itself. */
final class HistoryFill {
    private static final String COPY =
            "COPY events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,"
                    + " payloadtype, payloadrevision, payload, metadata) FROM STDIN";
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

    /** Afterwards every projection knows the history up to there. */
    Figure upTo(long events) throws SQLException, IOException, InterruptedException {
        long before = history.events();
        long began = System.nanoTime();
        try (Connection connection = registry.connectAsCommandSide()) {
            while (history.events() < events) {
                StringBuilder rows = new StringBuilder();
                history.upTo(Math.min(events, history.events() + AT_ONCE), event -> event.copyTo(rows));
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(rows.toString()));
            }
        }
        registry.awaitLedger(events);
        double inLedger = (System.nanoTime() - began) / 1e9;
        registry.awaitProjections();
        double projected = (System.nanoTime() - began) / 1e9;
        return Figure.of(
                Figure.number(events - before) + " events appended and brought in by "
                        + registry.all().size() + " live projections",
                Figure.number((events - before) / projected) + " events/s (in the ledger: "
                        + Figure.number((events - before) / inLedger) + ")");
    }
}
