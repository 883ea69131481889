package org.preventionnetwork.registry.command.ledger.signing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.TilePath;

/** What signing reads from and writes to schema {@code ledger}, on a session of its own. */
final class LedgerTable {
    private static final int AT_ONCE = 50_000;
    private static final String LEAVES =
            "SELECT leaf_hash FROM ledger.entry WHERE position > ? AND position <= ? ORDER BY position";
    private static final String INSERT_NODES =
            """
            INSERT INTO ledger.node (level, index, hash) SELECT * FROM unnest(?::smallint[], ?::bigint[], ?::bytea[])
            ON CONFLICT DO NOTHING
            """;
    private static final String ARE_NODES =
            """
            SELECT count(*) FROM unnest(?::smallint[], ?::bigint[]) AS sent (level, index)
            JOIN ledger.node USING (level, index)
            """;
    /** Makes the commit wait for the disk also when there is no node to insert. */
    private static final String MARK = "SELECT pg_logical_emit_message(true, 'registry', 'about to sign')";

    private final Connection connection;

    LedgerTable(Connection connection) {
        this.connection = connection;
    }

    /** @param complete whether every committed event has its position */
    record Head(long position, boolean complete) {}

    Head head() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT last_position,
                               coalesce((SELECT max(globalindex) FROM events.domainevententry) <= floor, true)
                        FROM ledger.state
                        """)) {
            row.next();
            return new Head(row.getLong(1), row.getBoolean(2));
        }
    }

    /** The size of the last tree that was published. */
    Optional<String> lastCheckpoint() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT note FROM ledger.checkpoint ORDER BY size DESC LIMIT 1")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /**
     * Appends the leaves that the tree does not have yet, at most so many that memory is no concern.
     *
     * @param upTo a position that the ledger has
     */
    void extend(GrowingTree tree, long upTo) throws SQLException {
        long end = Math.min(upTo, tree.size() + AT_ONCE);
        try (PreparedStatement statement = connection.prepareStatement(LEAVES)) {
            statement.setLong(1, tree.size());
            statement.setLong(2, end);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tree.append(Hash.of(row.getBytes(1)));
                }
            }
        }
        if (tree.size() != end) {
            throw new SigningRefused(
                    "The ledger has a hole: it has no position " + (tree.size() + 1) + " before " + end);
        }
    }

    /** Returns when the hashes above the full tiles are on disk, and everything that was committed before. */
    void keepNodes(Map<TilePath, HashTile> full) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_NODES);
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            name(insert, full);
            insert.setArray(
                    3,
                    array(
                            "bytea",
                            full.values().stream()
                                    .map(tile -> tile.root().toBytes())
                                    .toArray(byte[][]::new)));
            insert.execute();
            requireNodes(full);
            mark.execute();
            connection.commit();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void requireNodes(Map<TilePath, HashTile> full) throws SQLException {
        try (PreparedStatement nodes = connection.prepareStatement(ARE_NODES)) {
            name(nodes, full);
            try (ResultSet row = nodes.executeQuery()) {
                row.next();
                if (row.getInt(1) != full.size()) {
                    throw new NotStored("hashes of the ledger's tree");
                }
            }
        }
    }

    private void name(PreparedStatement statement, Map<TilePath, HashTile> full) throws SQLException {
        statement.setArray(
                1,
                array(
                        "int2",
                        full.keySet().stream().map(tile -> tile.level() + 1).toArray()));
        statement.setArray(
                2, array("int8", full.keySet().stream().map(TilePath::index).toArray()));
    }

    private Array array(String type, @Nullable Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    void publish(long size, Hash root, String note) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ledger.checkpoint (size, root, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setLong(1, size);
            insert.setBytes(2, root.toBytes());
            insert.setString(3, note);
            insert.execute();
        }
        try (PreparedStatement published =
                connection.prepareStatement("SELECT FROM ledger.checkpoint WHERE size = ?")) {
            published.setLong(1, size);
            try (ResultSet row = published.executeQuery()) {
                if (!row.next()) {
                    throw new NotStored("a checkpoint");
                }
            }
        }
    }

    boolean lead(long lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, lock);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
