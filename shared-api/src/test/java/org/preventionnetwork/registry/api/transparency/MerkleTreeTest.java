package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.text.Cases;

/** Proofs built from tiles, against the recursive definition of RFC 6962. */
class MerkleTreeTest {

    private static final int[] TILE_BOUNDARIES = {255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537};

    @Test
    void every_root_frontier_and_proof_up_to_300_leaves_is_that_of_the_definition() {
        List<Hash> leaves = NaiveTree.randomLeaves(300, new Random(6962));
        NaiveTree definition = new NaiveTree(leaves);
        MemoryTiles tiles = NaiveTree.tiles(leaves);
        Frontier frontier = new Frontier();
        for (int size = 0; size <= leaves.size(); size++) {
            MerkleTree tree = tiles.tree(size);
            assertThat(frontier.root()).isEqualTo(definition.root(size));
            assertThat(Rfc6962.root(leaves.subList(0, size))).isEqualTo(definition.root(size));
            assertThat(tree.root()).isEqualTo(definition.root(size));
            assertThat(tree.frontier().peaks()).isEqualTo(frontier.peaks());
            for (int index = 0; index < size; index++) {
                assertProvesInclusion(tree, index, definition);
                assertProvesGrowth(tree, index + 1, definition);
            }
            if (size < leaves.size()) {
                frontier.append(leaves.get(size));
            }
        }
    }

    @Test
    void proofs_across_the_boundaries_of_tiles_are_those_of_the_definition() {
        Random random = new Random(9162);
        List<Hash> leaves = NaiveTree.randomLeaves(65_537 + 300, random);
        NaiveTree definition = new NaiveTree(leaves);
        MemoryTiles tiles = NaiveTree.tiles(leaves);
        for (int size : TILE_BOUNDARIES) {
            MerkleTree tree = tiles.tree(size);
            assertThat(tree.root()).isEqualTo(definition.root(size));
            for (int boundary : TILE_BOUNDARIES) {
                for (int index = Math.max(0, boundary - 2); index < Math.min(size, boundary + 2); index++) {
                    assertProvesInclusion(tree, index, definition);
                    assertProvesGrowth(tree, index + 1, definition);
                }
            }
        }
        Cases.run(200, cases -> {
            int size = 1 + cases.nextInt(leaves.size());
            MerkleTree tree = tiles.tree(size);
            assertProvesInclusion(tree, cases.nextInt(size), definition);
            assertProvesGrowth(tree, 1 + cases.nextInt(size), definition);
        });
    }

    private static void assertProvesInclusion(MerkleTree tree, int index, NaiveTree definition) {
        int size = (int) tree.size();
        InclusionProof proof = tree.inclusionProof(index);
        assertThat(proof.hashes()).as("leaf %d of %d", index, size).isEqualTo(definition.path(index, size));
        proof.verify(definition.leaf(index), tree.root());
    }

    private static void assertProvesGrowth(MerkleTree tree, int earlier, NaiveTree definition) {
        int size = (int) tree.size();
        ConsistencyProof proof = tree.consistencyProof(earlier);
        assertThat(proof.hashes()).as("%d in %d", earlier, size).isEqualTo(definition.proof(earlier, size));
        proof.verify(definition.root(earlier), tree.root());
    }

    @Test
    void a_proof_in_a_tree_of_a_million_leaves_reads_at_most_five_tiles() {
        int size = 1_000_000;
        Hash leaf = Rfc6962.leafHash(new byte[0]);
        MemoryTiles tiles = new MemoryTiles();
        for (int i = 0; i < size; i++) {
            tiles.append(leaf);
        }
        Cases.run(50, random -> {
            Set<TilePath> read = new HashSet<>();
            MerkleTree tree = new MerkleTree(size, path -> {
                assertThat(read.add(path)).as("%s is read once", path).isTrue();
                assertThat(TileLayout.has(path, size))
                        .as("%s is a tile of the tree", path)
                        .isTrue();
                return tiles.read(path);
            });
            tree.inclusionProof(random.nextInt(size));
            assertThat(read).hasSizeLessThanOrEqualTo(5);
            tree.consistencyProof(1 + random.nextInt(size));
            assertThat(read).hasSizeLessThanOrEqualTo(8);
        });
    }

    @Test
    void appending_goes_on_from_the_frontier_of_stored_tiles() {
        List<Hash> leaves = NaiveTree.randomLeaves(1_000, new Random(1));
        MemoryTiles tiles = NaiveTree.tiles(leaves);
        Frontier frontier = tiles.tree(700).frontier();
        leaves.subList(700, 1_000).forEach(frontier::append);
        assertThat(frontier.size()).isEqualTo(1_000);
        assertThat(frontier.root()).isEqualTo(tiles.tree(1_000).root());
        assertThat(new Frontier(frontier.size(), frontier.peaks()).root()).isEqualTo(frontier.root());
    }

    @Test
    void refuses_a_frontier_of_another_size() {
        assertThatThrownBy(() -> new Frontier(3, List.of(Rfc6962.EMPTY_ROOT)))
                .isInstanceOf(EvidenceRejected.class)
                .hasMessage("1 hashes are no frontier of a tree of size 3");
    }

    @Test
    void refuses_proofs_that_cannot_be() {
        MerkleTree tree =
                NaiveTree.tiles(NaiveTree.randomLeaves(5, new Random(1))).tree(5);
        for (long outside : new long[] {-1, 5, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> tree.inclusionProof(outside)).isInstanceOf(EvidenceRejected.class);
        }
        for (long outside : new long[] {-1, 0, 6, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> tree.consistencyProof(outside)).isInstanceOf(EvidenceRejected.class);
        }
        assertThatThrownBy(() -> new MerkleTree(-1, path -> null)).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void takes_the_tree_s_part_of_a_tile_that_has_grown_and_refuses_a_narrower_one() {
        List<Hash> leaves = NaiveTree.randomLeaves(9, new Random(2));
        NaiveTree definition = new NaiveTree(leaves);
        HashSource grown = path -> new HashTile(leaves);
        assertThat(new MerkleTree(6, grown).root()).isEqualTo(definition.root(6));
        HashSource narrow = path -> new HashTile(new ArrayList<>(leaves.subList(0, 5)));
        assertThatThrownBy(() -> new MerkleTree(6, narrow).root())
                .isInstanceOf(EvidenceRejected.class)
                .hasMessage("tile/0/000.p/6 has only 5 hashes");
    }
}
