package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.preventionnetwork.registry.query.projection.Table;

/**
 * All projections made anew from the ledger, keys, indexes and the comparison with the old rows included; and in turn
 * the same rows brought by {@code COPY} into equal tables, which then get the same keys and indexes.
 */
final class RebuildFigures {
    private static final String SCHEMA = "measured";
    private static final String UNDER_WAY = "SELECT count(*) FILTER (WHERE state = 'BUILDING' AND position < target),"
            + " count(*) FILTER (WHERE state IN ('BUILDING', 'CATCHING_UP')),"
            + " count(*) FILTER (WHERE state IN ('DIFFERS', 'FAILED')) FROM operations.projection";

    private final RunningRegistry registry;
    private final Settings settings;
    private final long events;

    RebuildFigures(RunningRegistry registry, Settings settings, long events) {
        this.registry = registry;
        this.settings = settings;
        this.events = events;
    }

    /** Seconds until all rows were there, and until all of it was shown; or until keys and indexes were there. */
    private record Seconds(double rows, double complete) {}

    List<Figure> measure() throws SQLException, IOException, InterruptedException {
        Map<Table, Path> files = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
        long rows = 0;
        Samples rebuilt = new Samples();
        Samples filled = new Samples();
        Samples copied = new Samples();
        Samples completed = new Samples();
        try (Connection connection = registry.connectAsQuerySide()) {
            for (var projection : registry.all()) {
                for (Table table : projection.tables()) {
                    Path file = Files.createTempFile(settings.directory(), table.name(), ".copy");
                    files.put(table, file);
                    rows += save(connection, table, file);
                }
            }
            for (int round = 0; round < rounds(); round++) {
                Seconds ours = rebuild(connection);
                filled.add(ours.rows());
                rebuilt.add(ours.complete());
                Seconds theirs = copy(connection, files);
                copied.add(theirs.rows());
                completed.add(theirs.complete());
            }
        } finally {
            for (Path file : files.values()) {
                Files.delete(file);
            }
        }
        String what = registry.all().size() + " projections rebuilt, " + Figure.number(events) + " events, "
                + Figure.number(rows) + " rows: ";
        double rate = events / rebuilt.median();
        return List.of(
                Figure.of(what + "events", Figure.number(rate) + " events/s").withGoal("≥ 60,000/s", rate >= 60_000),
                Figure.rates(
                        what + "rows, beside COPY of the same", rows / filled.median(), rows / copied.median(), "/s"),
                Figure.rates(
                                what + "compared and shown, beside COPY with the same keys and indexes",
                                rows / rebuilt.median(),
                                rows / completed.median(),
                                "/s")
                        .withRatioOf(0.4));
    }

    /** A round with a million events takes minutes. */
    private int rounds() {
        return events > 500_000 ? 1 : Math.min(3, settings.rounds());
    }

    private Seconds rebuild(Connection connection) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        double rows = 0;
        registry.rebuild().request(registry.all());
        try (Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet count = statement.executeQuery(UNDER_WAY)) {
                    count.next();
                    if (count.getLong(3) > 0) {
                        throw new IllegalStateException("a projection was not rebuilt the same");
                    }
                    if (count.getLong(1) > 0) {
                        rows = (System.nanoTime() - began) / 1e9;
                    }
                    if (count.getLong(2) == 0) {
                        return new Seconds(rows, (System.nanoTime() - began) / 1e9);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }

    private static long save(Connection connection, Table table, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT " + String.join(", ", table.columns()) + " FROM read." + table.name()
                                    + ") TO STDOUT",
                            out);
        }
    }

    private static Seconds copy(Connection connection, Map<Table, Path> files) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA);
            long began = System.nanoTime();
            for (Map.Entry<Table, Path> file : files.entrySet()) {
                Table table = file.getKey();
                execute(statement, table.create());
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "COPY " + SCHEMA + "." + table.name() + " (" + String.join(", ", table.columns())
                                            + ") FROM STDIN",
                                    in);
                }
            }
            double rows = (System.nanoTime() - began) / 1e9;
            for (Table table : files.keySet()) {
                execute(statement, table.complete());
                statement.execute("ANALYZE " + SCHEMA + "." + table.name());
            }
            return new Seconds(rows, (System.nanoTime() - began) / 1e9);
        }
    }

    private static void execute(Statement statement, List<String> definitions) throws SQLException {
        for (String definition : definitions) {
            statement.execute(definition.replace("${schema}", SCHEMA));
        }
    }
}
