package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.api.transparency.Vectors.accepts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agreement with every other implementation; see the README beside the vectors. */
class PublicVectorsTest {

    @Test
    void all_98_inclusion_vectors_get_their_verdict() {
        List<String[]> rows = Vectors.rows("inclusion.tsv");
        for (String[] row : rows) {
            long index = Long.parseUnsignedLong(row[2]);
            long size = Long.parseUnsignedLong(row[3]);
            boolean accepted = accepts(() -> new InclusionProof(index, size, Vectors.hashes(row[6]))
                    .verify(Hash.of(Vectors.base64(row[4])), Hash.of(Vectors.base64(row[5]))));
            assertThat(accepted).as(row[0]).isEqualTo(row[1].equals("valid"));
        }
        assertThat(rows).hasSize(98);
    }

    @Test
    void all_98_consistency_vectors_get_their_verdict() {
        List<String[]> rows = Vectors.rows("consistency.tsv");
        for (String[] row : rows) {
            long size1 = Long.parseUnsignedLong(row[2]);
            long size2 = Long.parseUnsignedLong(row[3]);
            boolean accepted = accepts(() ->
                    new ConsistencyProof(size1, size2, Vectors.hashes(row[6])).verify(root(row[4]), root(row[5])));
            assertThat(accepted).as(row[0]).isEqualTo(row[1].equals("valid"));
        }
        assertThat(rows).hasSize(98);
    }

    /** Some rows say "don't care" where a root stands, and one of them is valid because both say the same. */
    private static Hash root(String base64) {
        byte[] bytes = Vectors.base64(base64);
        boolean placeholder = new String(bytes, StandardCharsets.UTF_8).startsWith("don't care");
        return placeholder ? Hash.sha256(bytes) : Hash.of(bytes);
    }

    @Test
    void all_notes_get_their_verdict_and_count_of_verified_signatures() {
        List<String[]> rows = Vectors.rows("notes.tsv");
        for (String[] row : rows) {
            List<NoteVerifier> verifiers = Stream.of(row[2].split(","))
                    .filter(vkey -> !vkey.isEmpty())
                    .map(NoteVerifier::parse)
                    .toList();
            byte[] note = Vectors.note(row[3]);
            String verdict;
            try {
                verdict = String.valueOf(
                        SignedNote.parse(note).verify(verifiers).signatures().size());
                assertThat(SignedNote.parse(note).encode()).as(row[0]).isEqualTo(note);
            } catch (EvidenceRejected rejected) {
                verdict = "invalid";
            }
            assertThat(verdict).as(row[0]).isEqualTo(row[1]);
        }
        assertThat(rows).hasSize(15);
    }

    @Test
    void the_sigstore_checkpoints_get_their_verdict() {
        NoteVerifier rekor = NoteVerifier.parse(
                "log2025-alpha1.rekor.sigstage.dev+f30d5a99+AT5/gERB6AWme8IEtcwaqcZi0hp8ocV4+JRcUnVlQfKP");
        List<String[]> rows = Vectors.rows("sigstore-checkpoints.tsv");
        for (String[] row : rows) {
            boolean accepted = accepts(() -> {
                Checkpoint opened = TrustedLog.of(rekor)
                        .open(SignedNote.parse(Vectors.note(row[4])))
                        .checkpoint();
                assertThat(opened.size()).as(row[0]).isEqualTo(Long.parseLong(row[2]));
                assertThat(opened.root()).as(row[0]).isEqualTo(Hash.parse(row[3]));
            });
            assertThat(accepted).as(row[0]).isEqualTo(row[1].equals("valid"));
        }
        assertThat(rows).hasSize(13);
    }

    @Test
    void the_signed_log_of_tessera_verifies_at_every_size_from_entries_tiles_and_proofs() {
        NoteVerifier key =
                NoteVerifier.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
        TrustedLog log = new TrustedLog("example.com/log/testdata", Set.of(key), Set.of(), 0);
        List<byte[]> entries = new ArrayList<>();
        MemoryTiles tiles = new MemoryTiles();
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (String[] row : Vectors.rows("tessera-log.tsv")) {
            int size = Integer.parseInt(row[0]);
            if (size > 0) {
                entries.add(row[1].getBytes(StandardCharsets.UTF_8));
                tiles.append(Hash.parse(row[2]));
                assertThat(new EntryBundle(entries).leafHashes()).isEqualTo(tiles.read(new TilePath(0, 0, size)));
            }
            String note = "example.com/log/testdata\n%d\n%s\n\n— example.com/log/testdata %s\n"
                    .formatted(size, row[3], row[4]);
            Checkpoint checkpoint = log.open(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)))
                    .checkpoint();
            assertThat(checkpoint.size()).isEqualTo(size);
            assertThat(tiles.tree(size).root()).isEqualTo(checkpoint.root());
            checkpoints.add(checkpoint);
        }
        assertThat(checkpoints).hasSize(16);
        for (int earlier = 1; earlier < 16; earlier++) {
            for (int later = earlier; later < 16; later++) {
                tiles.tree(later)
                        .consistencyProof(earlier)
                        .verify(
                                checkpoints.get(earlier).root(),
                                checkpoints.get(later).root());
            }
        }
    }
}
