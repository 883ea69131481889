package org.preventionnetwork.registry.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.MerkleTree;
import org.preventionnetwork.registry.api.transparency.TileLayout;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.preventionnetwork.registry.query.SignedLedger;
import org.preventionnetwork.registry.query.TestDatabase;
import org.preventionnetwork.registry.testing.TestRun;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree in the database beside the same tree in memory, high enough for three levels of tiles. */
class DatabaseTilesTest {
    private static final int LEAVES = 65_536 + 2 * 256 + 7;
    private static final long SEED = TestRun.SEED;

    private static HikariDataSource database;
    private static SignedLedger signed;
    private static DatabaseTiles tiles;

    @BeforeAll
    static void sign() throws SQLException {
        database = TestDatabase.migrated().pool();
        JdbcClient.create(database)
                .sql(
                        """
                        INSERT INTO ledger.entry
                            (position, global_index, event_id, aggregate_id, sequence_number, known_at, leaf_hash)
                        SELECT n, n, n::text, 'a', n, now(), sha256(n::text::bytea) FROM generate_series(1, ?) AS n
                        """)
                .param(LEAVES)
                .update();
        signed = new SignedLedger(database);
        signed.sign();
        tiles = new DatabaseTiles(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_proof_is_the_one_that_memory_gives() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            long size = 1 + random.nextInt(LEAVES);
            long index = random.nextLong(size);
            long earlier = 1 + random.nextLong(size);
            MerkleTree stored = new MerkleTree(size, tiles);
            MerkleTree expected = signed.tree().tree(size);
            assertThat(stored.root()).as("seed %d", SEED).isEqualTo(expected.root());
            assertThat(stored.inclusionProof(index)).as("seed %d", SEED).isEqualTo(expected.inclusionProof(index));
            assertThat(stored.consistencyProof(earlier))
                    .as("seed %d", SEED)
                    .isEqualTo(expected.consistencyProof(earlier));
        }
    }

    @Test
    void every_tile_of_the_tree_is_there() {
        TileLayout.of(LEAVES).filter(path -> !path.holdsEntries()).forEach(path -> assertThat(tiles.read(path))
                .isEqualTo(signed.tree().read(path)));
    }

    @Test
    void what_the_tree_does_not_have_is_refused() {
        for (TilePath path : new TilePath[] {
            new TilePath(0, LEAVES / 256, 8),
            new TilePath(0, LEAVES / 256, 256),
            new TilePath(0, Long.MAX_VALUE, 1),
            new TilePath(1, 1, 3),
            new TilePath(2, 0, 2),
            new TilePath(7, 0, 1),
            new TilePath(63, 0, 1),
            new TilePath(TilePath.ENTRIES, 0, 1)
        }) {
            assertThatExceptionOfType(EvidenceRejected.class).as("%s", path).isThrownBy(() -> tiles.read(path));
        }
    }
}
