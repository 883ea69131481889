package org.preventionnetwork.registry.query.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.HashSource;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tiles of the ledger's tree: level 0 is {@code ledger.entry}, the levels above are {@code ledger.node}. One SELECT
 * reads a tile; full ones never change, and the last ones read are remembered. Thread-safe.
 */
@Component
public final class DatabaseTiles implements HashSource {
    private static final String LEAVES =
            """
            SELECT leaf_hash FROM ledger.entry WHERE position > :first AND position <= :first + :width
            ORDER BY position
            """;
    private static final String NODES =
            """
            SELECT hash FROM ledger.node WHERE level = :level AND index >= :first AND index < :first + :width
            ORDER BY index
            """;
    /** About 20 kB each. */
    private static final int REMEMBERED = 256;

    private final JdbcClient jdbc;
    private final Map<TilePath, HashTile> full = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, HashTile> eldest) {
            return size() > REMEMBERED;
        }
    };

    public DatabaseTiles(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    @Override
    public HashTile read(TilePath path) {
        HashTile remembered = path.isFull() ? remembered(path) : null;
        if (remembered != null) {
            return remembered;
        }
        HashTile tile = new HashTile(hashes(path));
        if (tile.width() != path.width()) {
            throw new EvidenceRejected("%s has only %d hashes".formatted(path, tile.width()));
        }
        if (tile.isFull()) {
            synchronized (full) {
                full.put(path, tile);
            }
        }
        return tile;
    }

    private @Nullable HashTile remembered(TilePath path) {
        synchronized (full) {
            return full.get(path);
        }
    }

    private List<Hash> hashes(TilePath path) {
        if (path.holdsEntries() || path.index() > Long.MAX_VALUE / TilePath.FULL - 1) {
            throw new EvidenceRejected("there are no hashes at " + path);
        }
        JdbcClient.StatementSpec select =
                path.level() == 0 ? jdbc.sql(LEAVES) : jdbc.sql(NODES).param("level", path.level());
        return select.param("first", path.index() * TilePath.FULL)
                .param("width", path.width())
                .query((row, n) -> Hash.of(row.getBytes(1)))
                .list();
    }
}
