package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.PETER;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.utf8;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {
    private static final NoteSigner SIGNER = NoteSigner.ed25519("example.com/log", PETER);
    private static final TrustedLog LOG = TrustedLog.of(SIGNER.verifier());
    private static final List<Hash> LEAVES = NaiveTree.randomLeaves(5, new Random(6));
    private static final MerkleTree TREE = NaiveTree.tiles(LEAVES).tree(5);
    private static final SignedNote CHECKPOINT =
            SignedNote.sign(new Checkpoint("example.com/log", 5, TREE.root()).text(), SIGNER);
    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";

    private final TlogProof proof = new TlogProof(TREE.inclusionProof(1), CHECKPOINT);

    @Test
    void is_the_index_the_hashes_and_the_whole_checkpoint() {
        List<Hash> hashes = TREE.inclusionProof(1).hashes();
        assertThat(proof)
                .hasToString(HEADER + "index 1\n" + hashes.get(0) + "\n" + hashes.get(1) + "\n" + hashes.get(2) + "\n\n"
                        + CHECKPOINT);
        assertThat(TlogProof.parse(proof.encode())).isEqualTo(proof);
        assertThat(proof.extraBase64()).isNull();
    }

    @Test
    void carries_extra_data_and_no_hashes_at_all() {
        SignedNote one = SignedNote.sign(new Checkpoint("example.com/log", 1, LEAVES.get(0)).text(), SIGNER);
        TlogProof extended = new TlogProof("ZXh0cmE=", 0, List.of(), one);
        assertThat(extended.toString()).startsWith(HEADER + "extra ZXh0cmE=\nindex 0\n\nexample.com/log\n1\n");
        TlogProof parsed = TlogProof.parse(extended.encode());
        assertThat(parsed).isEqualTo(extended);
        parsed.verify(LOG, LEAVES.get(0));
    }

    @Test
    void verifies_for_its_leaf_alone() {
        SignedCheckpoint opened = TlogProof.parse(proof.encode()).verify(LOG, LEAVES.get(1));
        assertThat(opened.checkpoint().size()).isEqualTo(5);
        assertThatThrownBy(() -> proof.verify(LOG, LEAVES.get(2)))
                .isInstanceOf(EvidenceRejected.class)
                .hasMessage("the inclusion proof leads to another root: the leaf is not at index 1 of this tree");
        TlogProof moved = new TlogProof(null, 0, proof.hashes(), CHECKPOINT);
        assertThatThrownBy(() -> moved.verify(LOG, LEAVES.get(1))).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void does_not_verify_under_the_checkpoint_of_another_log_or_size() {
        NoteSigner stranger = NoteSigner.ed25519("example.com/log", SigningKey.generate());
        SignedNote foreign = SignedNote.sign(CHECKPOINT.text(), stranger);
        assertThatThrownBy(() -> new TlogProof(TREE.inclusionProof(1), foreign).verify(LOG, LEAVES.get(1)))
                .hasMessage("the note has no signature of a known key");
        SignedNote larger = SignedNote.sign(new Checkpoint("example.com/log", 9, TREE.root()).text(), SIGNER);
        assertThatThrownBy(() -> new TlogProof(TREE.inclusionProof(1), larger).verify(LOG, LEAVES.get(1)))
                .isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void has_an_unsigned_index() {
        TlogProof last = new TlogProof(null, -1, List.of(), CHECKPOINT);
        assertThat(last.toString()).startsWith(HEADER + "index 18446744073709551615\n");
        assertThat(TlogProof.parse(last.encode())).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "wrong-header\nindex 0\n\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n",
                HEADER + "\n",
                HEADER + "index 0\n",
                HEADER + "index\n\n",
                HEADER + "index -5\n\n",
                HEADER + "index 05\n\n",
                HEADER + "index  5\n\n",
                HEADER + "index 5 \n\n",
                HEADER + "index five\n\n",
                HEADER + "index 18446744073709551616\n\n",
                HEADER + "Index 5\n\n",
                HEADER + "extra !!notbase64!!\nindex 0\n\n",
                HEADER + "extra \nindex 0\n\n",
                HEADER + "extra ZXh0cmE\nindex 0\n\n",
                HEADER + "extra ZXh0cmE=\n\n",
                HEADER + "extra ZXh0cmE=\nextra ZXh0cmE=\nindex 0\n\n",
                HEADER + "index 0\nextra ZXh0cmE=\n\n",
                HEADER + "index 0\nindex 0\n\n",
                HEADER + "index 0\n!!notbase64!!\n\n",
                HEADER + "index 0\nAAAA\n\n",
                HEADER + "index 0\n\n\n",
                "\n" + HEADER + "index 0\n\n",
            })
    void that_is_malformed_is_refused(String head) {
        assertThatThrownBy(() -> TlogProof.parse(utf8(head + CHECKPOINT))).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void says_what_is_malformed() {
        assertThatThrownBy(() -> TlogProof.parse(utf8("wrong\nindex 0\n\n" + CHECKPOINT)))
                .hasMessage("the first line of a proof is c2sp.org/tlog-proof@v1");
        assertThatThrownBy(() -> TlogProof.parse(utf8(HEADER + "\n" + CHECKPOINT)))
                .hasMessage("the proof does not give the index of its leaf");
        assertThatThrownBy(() -> TlogProof.parse(utf8(HEADER + "five\n\n" + CHECKPOINT)))
                .hasMessage("the proof does not give the index of its leaf");
        assertThatThrownBy(() -> TlogProof.parse(utf8(HEADER + "index 0\n")))
                .hasMessage("the proof has no blank line before its checkpoint");
        assertThatThrownBy(() -> TlogProof.parse(new byte[] {(byte) 0xff})).hasMessage("the proof is not valid UTF-8");
        assertThatThrownBy(() -> TlogProof.parse(new byte[2_000_001]))
                .hasMessage("a proof of 2000001 bytes is too long");
        assertThatThrownBy(() -> TlogProof.parse(new byte[2_000_000]))
                .hasMessage("the proof has no blank line before its checkpoint");
        assertThatThrownBy(() -> new TlogProof("", 0, List.of(), CHECKPOINT))
                .hasMessage("extra data that is empty is left out");
    }

    @Test
    void has_at_most_64_hashes() {
        TlogProof longest = new TlogProof(null, 0, Collections.nCopies(64, LEAVES.get(0)), CHECKPOINT);
        assertThat(TlogProof.parse(longest.encode())).isEqualTo(longest);
        assertThatThrownBy(() -> new TlogProof(null, 0, Collections.nCopies(65, LEAVES.get(0)), CHECKPOINT))
                .hasMessage("no inclusion proof has 65 hashes");
    }
}
