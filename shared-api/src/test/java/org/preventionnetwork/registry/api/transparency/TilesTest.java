package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.text.Cases;

class TilesTest {

    @Nested
    class Paths {

        @ParameterizedTest
        @CsvSource({
            "tile/0/x001/x234/067, 0, 1234067, 256",
            "tile/0/x001/x234/067.p/8, 0, 1234067, 8",
            "tile/entries/000, -1, 0, 256",
            "tile/entries/x001/000.p/255, -1, 1000, 255",
            "tile/63/999, 63, 999, 256",
            "tile/0/x009/x223/x372/x036/x854/x775/807.p/1, 0, 9223372036854775807, 1",
        })
        void have_one_spelling(String text, int level, long index, int width) {
            TilePath path = new TilePath(level, index, width);
            assertThat(path).hasToString(text);
            assertThat(TilePath.parse(text)).isEqualTo(path);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "tile/0",
                    "tile/0/",
                    "tile/0/0",
                    "tile/0/00",
                    "tile/0/0000",
                    "tile/0/x000/001",
                    "tile/0/x001",
                    "tile/0/001/002",
                    "tile/0/x001/x002",
                    "tile/00/001",
                    "tile/64/001",
                    "tile/-1/001",
                    "tile/+1/001",
                    "tile/8/0/001",
                    "tile/entry/001",
                    "tile/entries/001/",
                    "/tile/0/001",
                    "tile/0/001.p",
                    "tile/0/001.p/",
                    "tile/0/001.p/0",
                    "tile/0/001.p/08",
                    "tile/0/001.p/256",
                    "tile/0/001.p/257",
                    "tile/0/001.p/999",
                    "tile/0/001.p/-1",
                    "tile/0/001.p/8/",
                    "tile/0/001 ",
                    "tile/0/001\n",
                    "tile/0/٠٠١",
                    "tile/0/x009/x223/x372/x036/x854/x775/808",
                    "tile/0/x999/x999/x999/x999/x999/x999/999",
                    "tile/0/x001/x001/x001/x001/x001/x001/x001/001",
                })
        void refuse_every_other(String text) {
            assertThatThrownBy(() -> TilePath.parse(text)).isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void name_no_impossible_tile() {
            assertThatThrownBy(() -> new TilePath(-2, 0, 1)).isInstanceOf(EvidenceRejected.class);
            assertThatThrownBy(() -> new TilePath(64, 0, 1)).isInstanceOf(EvidenceRejected.class);
            assertThatThrownBy(() -> new TilePath(0, -1, 1)).isInstanceOf(EvidenceRejected.class);
            assertThatThrownBy(() -> new TilePath(0, 0, 0)).isInstanceOf(EvidenceRejected.class);
            assertThatThrownBy(() -> new TilePath(0, 0, 257)).isInstanceOf(EvidenceRejected.class);
        }
    }

    @Nested
    class Layout {

        @Test
        void of_the_specification_s_example_of_70000_leaves() {
            List<TilePath> tiles =
                    TileLayout.of(70_000).filter(tile -> !tile.holdsEntries()).toList();
            assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.isFull()))
                    .hasSize(273);
            assertThat(tiles.stream().filter(tile -> tile.level() > 0 || !tile.isFull()))
                    .containsExactly(
                            new TilePath(0, 273, 112),
                            new TilePath(1, 0, 256),
                            new TilePath(1, 1, 17),
                            new TilePath(2, 0, 1));
            assertThat(TileLayout.of(70_000).filter(TilePath::holdsEntries)).hasSize(274);
        }

        @Test
        void at_the_boundaries() {
            assertThat(TileLayout.of(0)).isEmpty();
            assertThat(TileLayout.of(1).map(TilePath::toString))
                    .containsExactly("tile/entries/000.p/1", "tile/0/000.p/1");
            assertThat(TileLayout.of(256).map(TilePath::toString))
                    .containsExactly("tile/entries/000", "tile/0/000", "tile/1/000.p/1");
            assertThat(TileLayout.width(0, -1, 300)).isZero();
            assertThat(TileLayout.width(0, 1, 300)).isEqualTo(44);
            assertThat(TileLayout.width(0, 2, 300)).isZero();
            assertThat(TileLayout.width(7, 0, Long.MAX_VALUE)).isEqualTo(127);
            assertThat(TileLayout.width(63, 0, Long.MAX_VALUE)).isZero();
            assertThatThrownBy(() -> TileLayout.of(-1)).isInstanceOf(EvidenceRejected.class);
            assertThatThrownBy(() -> TileLayout.width(0, 0, -1)).isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void added_is_all_that_the_old_tree_did_not_have() {
            Cases.run(300, random -> {
                long older = random.nextInt(200_000);
                long newer = older + random.nextInt(random.nextBoolean() ? 10 : 70_000);
                Set<TilePath> expected = TileLayout.of(newer).collect(Collectors.toCollection(HashSet::new));
                TileLayout.of(older).forEach(expected::remove);
                assertThat(TileLayout.added(older, newer)).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(TileLayout.of(newer)).allMatch(tile -> TileLayout.has(tile, newer));
            });
        }
    }

    @Nested
    class Contents {

        @Test
        void of_a_tile_are_its_hashes_one_after_another() {
            HashTile tile = new HashTile(NaiveTree.randomLeaves(256, new Random(4)));
            assertThat(tile.encode())
                    .hasSize(8_192)
                    .startsWith(tile.hashes().get(0).toBytes());
            assertThat(HashTile.decode(tile.encode(), 256)).isEqualTo(tile);
            assertThat(tile.isFull()).isTrue();
            assertThat(tile.root()).isEqualTo(new NaiveTree(tile.hashes()).root(256));
            for (int length : new int[] {0, 1, 31, 33, 64}) {
                assertThatThrownBy(() -> HashTile.decode(new byte[length], 1)).isInstanceOf(EvidenceRejected.class);
            }
            assertThatThrownBy(() -> HashTile.decode(new byte[0], 0)).isInstanceOf(EvidenceRejected.class);
            assertThatThrownBy(() -> HashTile.decode(new byte[257 * 32], 257)).isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void of_a_bundle_are_entries_behind_their_length() {
            byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];
            Arrays.fill(longest, (byte) 7);
            EntryBundle bundle = new EntryBundle(List.of(new byte[] {1, 2, 3}, new byte[0], longest));
            byte[] bytes = bundle.encode();
            assertThat(bytes).startsWith(0, 3, 1, 2, 3, 0, 0, 0xff, 0xff, 7).hasSize(6 + 3 + 65_535);
            EntryBundle decoded = EntryBundle.decode(bytes, 3);
            assertThat(decoded.entries()).usingRecursiveComparison().isEqualTo(bundle.entries());
            assertThat(decoded.leafHashes().hashes()).contains(Rfc6962.leafHash(longest));
            assertThatThrownBy(() -> EntryBundle.decode(bytes, 2)).hasMessage("a bundle of width 2 has 3 entries");
            assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bytes, 6), 2))
                    .hasMessage("the bundle ends within the length of an entry");
            assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bytes, 4), 1))
                    .hasMessage("the bundle ends within an entry");
        }

        @Test
        void of_a_bundle_have_limits() {
            assertThatThrownBy(() -> new EntryBundle(List.of(new byte[65_536])))
                    .hasMessage("an entry has at most 65,535 bytes, not 65536");
            assertThatThrownBy(() -> new EntryBundle(List.of())).isInstanceOf(EvidenceRejected.class);
            assertThatThrownBy(() -> new EntryBundle(Collections.nCopies(257, new byte[0])))
                    .isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void in_memory_are_those_of_the_tree_and_no_others() {
            MemoryTiles tiles = NaiveTree.tiles(NaiveTree.randomLeaves(70_000, new Random(5)));
            TileLayout.of(70_000)
                    .filter(tile -> !tile.holdsEntries())
                    .forEach(tile -> assertThat(tiles.read(tile).width()).isEqualTo(tile.width()));
            assertThat(tiles.read(new TilePath(1, 0, 256)).hashes().get(3))
                    .isEqualTo(tiles.read(new TilePath(0, 3, 256)).root());
            for (TilePath absent :
                    List.of(new TilePath(0, 273, 113), new TilePath(3, 0, 1), new TilePath(TilePath.ENTRIES, 0, 256))) {
                assertThatThrownBy(() -> tiles.read(absent))
                        .isInstanceOf(EvidenceRejected.class)
                        .hasMessage("a tree of size 70000 has no " + absent);
            }
        }
    }
}
