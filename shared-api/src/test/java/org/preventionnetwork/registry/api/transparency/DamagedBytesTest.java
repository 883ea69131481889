package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.text.Cases;

/**
 * Genuine evidence, damaged at random: a parser either refuses with its one exception or gives what prints as the very same
 * bytes, and nothing damaged verifies.
 */
class DamagedBytesTest {
    private static final int CASES = 3_000;
    private static final byte[] SPLICES = "\n\r\n— +=.p/x0 \0\u0080é".getBytes(StandardCharsets.UTF_8);
    private static final MemoryTiles TILES = NaiveTree.tiles(NaiveTree.randomLeaves(300, new Random(7)));
    private static final NoteSigner LOG = NoteSigner.ed25519("example.com/log", NoteSamples.PETER);
    private static final NoteSigner WITNESS =
            NoteSigner.cosigner("example.com/w", NoteSamples.RFC_8032, InstantSource.system());
    private static final TrustedLog TRUSTED =
            new TrustedLog("example.com/log", Set.of(LOG.verifier()), Set.of(WITNESS.verifier()), 1);
    private static final SignedNote NOTE = SignedNote.sign(
            new Checkpoint("example.com/log", 300, TILES.tree(300).root()).text(), LOG, WITNESS);
    private static final LeafRecord LEAF =
            new LeafRecord("main", "e-1", "Network", "n", 1, "t", "1", "2024", Rfc6962.EMPTY_ROOT, Rfc6962.EMPTY_ROOT);

    @Test
    void of_leaves() {
        damage(LEAF.encode(), bytes -> LeafRecord.decode(bytes).encode());
    }

    @Test
    void of_bundles() {
        byte[] bundle = new EntryBundle(List.of(LEAF.encode(), new byte[3], LEAF.encode())).encode();
        damage(bundle, bytes -> EntryBundle.decode(bytes, 3).encode());
    }

    @Test
    void of_tiles() {
        byte[] tile = TILES.read(new TilePath(0, 1, 44)).encode();
        damage(tile, bytes -> HashTile.decode(bytes, 44).encode());
    }

    @Test
    void of_paths() {
        damage(
                new TilePath(0, 1_234_067, 8).toString().getBytes(StandardCharsets.UTF_8),
                bytes -> TilePath.parse(Text.utf8(bytes, "a path")).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void of_verifier_keys() {
        damage(
                WITNESS.verifier().toString().getBytes(StandardCharsets.UTF_8),
                bytes ->
                        NoteVerifier.parse(Text.utf8(bytes, "a key")).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void of_notes_and_checkpoints() {
        byte[] genuine = NOTE.encode();
        damage(genuine, bytes -> SignedNote.parse(bytes).encode());
        damage(NOTE.text().getBytes(StandardCharsets.UTF_8), bytes -> Checkpoint.parse(Text.utf8(bytes, "a checkpoint"))
                .text()
                .getBytes(StandardCharsets.UTF_8));
        Cases.run(CASES, random -> {
            byte[] damaged = damaged(genuine, random);
            if (Vectors.accepts(() -> TRUSTED.open(SignedNote.parse(damaged)))) {
                assertThat(TRUSTED.open(SignedNote.parse(damaged)).checkpoint().text())
                        .isEqualTo(NOTE.text());
            }
        });
    }

    @Test
    void of_proofs() {
        Hash leaf = TILES.read(new TilePath(0, 1, 44)).hashes().get(20);
        byte[] genuine = new TlogProof(TILES.tree(300).inclusionProof(276), NOTE).encode();
        damage(genuine, bytes -> TlogProof.parse(bytes).encode());
        Cases.run(CASES, random -> {
            byte[] damaged = damaged(genuine, random);
            if (Vectors.accepts(() -> TlogProof.parse(damaged).verify(TRUSTED, leaf))) {
                TlogProof accepted = TlogProof.parse(damaged);
                assertThat(accepted.index()).isEqualTo(276);
                assertThat(accepted.checkpoint().text()).isEqualTo(NOTE.text());
            }
        });
    }

    private static void damage(byte[] genuine, Function<byte[], byte[]> readAndWrite) {
        assertThat(readAndWrite.apply(genuine)).isEqualTo(genuine);
        Cases.run(CASES, random -> {
            byte[] damaged = damaged(genuine, random);
            if (Vectors.accepts(() -> readAndWrite.apply(damaged))) {
                assertThat(readAndWrite.apply(damaged)).isEqualTo(damaged);
            }
        });
    }

    private static byte[] damaged(byte[] genuine, Random random) {
        byte[] bytes = genuine.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int length = random.nextInt(Math.min(8, bytes.length - at) + 1);
            bytes = switch (random.nextInt(6)) {
                case 0 -> flip(bytes, at, random);
                case 1 -> splice(bytes, at, length, new byte[0]);
                case 2 -> Arrays.copyOf(bytes, at);
                case 3 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
                case 4 -> splice(bytes, at, length, randomBytes(random));
                default -> splice(bytes, at, random.nextInt(2), new byte[] {SPLICES[random.nextInt(SPLICES.length)]});
            };
        }
        return bytes;
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(8)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int at, int length, byte[] middle) {
        byte[] spliced = new byte[bytes.length - length + middle.length];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(middle, 0, spliced, at, middle.length);
        System.arraycopy(bytes, at + length, spliced, at + middle.length, bytes.length - at - length);
        return spliced;
    }
}
