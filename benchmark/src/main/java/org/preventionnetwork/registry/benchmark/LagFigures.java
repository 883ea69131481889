package org.preventionnetwork.registry.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RegisterNetwork;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;

/**
 * How long after its acknowledgement a command's outcome stands in the view that questions are answered from, while
 * others record at a steady rate, and while they record as fast as they can.
 */
final class LagFigures {
    private static final String VISIBLE = "SELECT 1 FROM read.network WHERE entity = ?";
    private static final int PROBES_PER_SECOND = 20;

    private final RunningRegistry registry;
    private final Settings settings;
    private int probes;

    LagFigures(RunningRegistry registry, Settings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    List<Figure> measure() throws Exception {
        Duration duration = settings.round().multipliedBy(settings.rounds());
        WarmedNetworks load = new WarmedNetworks(registry.commands(), "loaded", settings.isQuick() ? 50 : 500);
        List<Figure> figures = new ArrayList<>();
        for (int pause : new int[] {8, 0}) {
            registry.awaitProjections();
            CompletableFuture<Samples> lag = CompletableFuture.supplyAsync(() -> probe(duration));
            double rate = Load.perSecond(4, duration, n -> paced(load.thread(n, 4), pause));
            try {
                Samples millis = lag.join();
                figures.add(Figure.of(
                        "live projections, from acknowledged to visible, at " + Figure.number(rate) + " commands/s"
                                + (pause == 0 ? " (all that 4 senders can)" : ""),
                        "p50 " + Figure.millis(millis.median()) + ", p99 " + Figure.millis(millis.percentile(99))));
            } catch (CompletionException e) {
                throw new IllegalStateException("lag could not be measured", e.getCause());
            }
        }
        return figures;
    }

    private static Load.Operation paced(Load.Operation operation, int pause) {
        return () -> {
            operation.run();
            if (pause > 0) {
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        };
    }

    private Samples probe(Duration duration) {
        Samples millis = new Samples();
        long end = System.nanoTime() + duration.toNanos();
        try (Connection connection = registry.connectAsQuerySide();
                PreparedStatement visible = connection.prepareStatement(VISIBLE)) {
            while (System.nanoTime() < end) {
                NetworkId id = new NetworkId("probe-" + probes++);
                registry.commands()
                        .send(
                                new RegisterNetwork(
                                        id, new FactId("probe"), "Probe", NetworkKind.REGIONAL, null, null, null),
                                CommandFigures.CLERK);
                long acknowledged = System.nanoTime();
                visible.setString(1, id.aggregateId());
                while (!isThere(visible)) {
                    LockSupport.parkNanos(200_000);
                }
                millis.add((System.nanoTime() - acknowledged) / 1e6);
                TimeUnit.MILLISECONDS.sleep(1_000 / PROBES_PER_SECOND);
            }
            return millis;
        } catch (SQLException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static boolean isThere(PreparedStatement visible) throws SQLException {
        try (ResultSet row = visible.executeQuery()) {
            return row.next();
        }
    }
}
