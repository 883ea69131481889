package org.preventionnetwork.registry.query.projection.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.preventionnetwork.registry.query.projection.Rows;
import org.preventionnetwork.registry.query.projection.Rows.BeliefKey;
import org.preventionnetwork.registry.query.projection.Table;

/** The rows of one batch; flushed with one {@code UPDATE} and one {@code COPY} for each table. */
final class RowBuffer implements Rows {
    /**
     * Finds all rows before it changes the first. An index scan that stops at its one match and is used again can mark
     * the wrong entries of a GiST index as dead when the index was changed in between (seen on PostgreSQL 18.6: a row
     * was there and the index no longer knew it), and the planner likes to find these rows by the exclusion's index.
     */
    private static final String CLOSE =
            """
            UPDATE %1$s t SET known_until = ended.known_until
            FROM (SELECT unnest(places) AS place, unnest(ends) AS known_until
                  FROM (SELECT array_agg(open.ctid) AS places, array_agg(wanted.known_until) AS ends
                        FROM unnest(?::text[], ?::text[], ?::bigint[], ?::int[], ?::bigint[])
                             AS wanted (entity, topic, known_from, n, known_until)
                        JOIN %1$s open ON open.entity = wanted.entity AND open.topic = wanted.topic
                             AND open.known_from = wanted.known_from AND open.n = wanted.n
                             AND open.known_until IS NULL) found) ended
            WHERE t.ctid = ended.place
            """;

    /** Characters that are sent at once. */
    private static final int CHUNK = 64 * 1024;

    private final Map<Table, List<@Nullable Object[]>> inserted = new LinkedHashMap<>();
    private final Map<Table, Map<BeliefKey, @Nullable Object[]>> openedHere = new HashMap<>();
    private final Map<Table, Map<BeliefKey, Long>> closed = new LinkedHashMap<>();

    @Override
    public void insert(Table table, @Nullable Object... values) {
        inserted.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
    }

    @Override
    public void open(Table table, BeliefKey key, @Nullable Object[] values) {
        insert(table, values);
        openedHere.computeIfAbsent(table, t -> new HashMap<>()).put(key, values);
    }

    @Override
    public void close(Table table, BeliefKey key, long position) {
        @Nullable Object[] row = openedHere.getOrDefault(table, Map.of()).get(key);
        if (row != null) {
            row[table.columns().indexOf(TableComparison.KNOWN_UNTIL)] = position;
        } else {
            closed.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(key, position);
        }
    }

    /** Beliefs are ended before new ones come in, since no two may overlap at any moment. */
    void flush(Connection connection, String schema) throws SQLException {
        for (Map.Entry<Table, Map<BeliefKey, Long>> entry : closed.entrySet()) {
            close(connection, schema + "." + entry.getKey().name(), entry.getValue());
        }
        for (Map.Entry<Table, List<@Nullable Object[]>> entry : inserted.entrySet()) {
            copy(connection, schema, entry.getKey(), entry.getValue());
        }
    }

    /** How many rows come into each table. */
    Map<Table, Integer> incoming() {
        Map<Table, Integer> incoming = new HashMap<>();
        inserted.forEach((table, rows) -> incoming.put(table, rows.size()));
        return incoming;
    }

    private static void close(Connection connection, String table, Map<BeliefKey, Long> keys) throws SQLException {
        List<BeliefKey> ordered = List.copyOf(keys.keySet());
        try (PreparedStatement update = connection.prepareStatement(CLOSE.formatted(table))) {
            set(update, 1, "text", ordered.stream().map(BeliefKey::entity).toArray());
            set(update, 2, "text", ordered.stream().map(BeliefKey::topic).toArray());
            set(update, 3, "int8", ordered.stream().map(BeliefKey::knownFrom).toArray());
            set(update, 4, "int4", ordered.stream().map(BeliefKey::n).toArray());
            set(update, 5, "int8", ordered.stream().map(keys::get).toArray());
            int ended = update.executeUpdate();
            if (ended != ordered.size()) {
                throw new IllegalStateException(
                        "of " + ordered.size() + " beliefs to end in " + table + " only " + ended + " were open");
            }
        }
    }

    private static void set(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        Array array = statement.getConnection().createArrayOf(type, values);
        statement.setArray(index, array);
    }

    private static void copy(Connection connection, String schema, Table table, List<@Nullable Object[]> rows)
            throws SQLException {
        CopyIn into = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + schema + "." + table.name() + " (" + String.join(", ", table.columns())
                        + ") FROM STDIN");
        try {
            StringBuilder text = new StringBuilder(2 * CHUNK);
            for (@Nullable Object[] row : rows) {
                Copy.row(text, row);
                if (text.length() > CHUNK) {
                    send(text, into);
                }
            }
            send(text, into);
            into.endCopy();
        } finally {
            if (into.isActive()) {
                into.cancelCopy();
            }
        }
    }

    private static void send(StringBuilder text, CopyIn into) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        into.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }
}
