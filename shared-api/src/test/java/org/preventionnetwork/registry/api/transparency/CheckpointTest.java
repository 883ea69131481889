package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.CHECKPOINT;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.LOG;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.RFC_8032;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @Nested
    class Text_of_it {

        @Test
        void is_printed_as_it_was_parsed() {
            Checkpoint checkpoint = Checkpoint.parse(CHECKPOINT);
            assertThat(checkpoint)
                    .isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163, Hash.parse(ROOT)));
            assertThat(checkpoint.text()).isEqualTo(CHECKPOINT);
            String extended = CHECKPOINT + "one\ntwo words\n";
            assertThat(Checkpoint.parse(extended).extensions()).containsExactly("one", "two words");
            assertThat(Checkpoint.parse(extended).text()).isEqualTo(extended);
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "1, 1", "9223372036854775808, -9223372036854775808", "18446744073709551615, -1"})
        void has_an_unsigned_size(String text, long size) {
            String checkpoint = "o\n" + text + "\n" + ROOT + "\n";
            assertThat(Checkpoint.parse(checkpoint).size()).isEqualTo(size);
            assertThat(Checkpoint.parse(checkpoint).text()).isEqualTo(checkpoint);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "00",
                    "01",
                    "-1",
                    "+1",
                    "1 ",
                    " 1",
                    "1.0",
                    "0x1",
                    "١",
                    "bananas",
                    "100000000000000000000000"
                })
        void with_another_spelling_of_its_size_is_refused(String size) {
            assertThatThrownBy(() -> Checkpoint.parse("o\n" + size + "\n" + ROOT + "\n"))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("the size of the tree is not a plain decimal number");
        }

        @ParameterizedTest
        @CsvSource({"18446744073709551616", "99999999999999999999"})
        void with_a_size_beyond_64_bits_is_refused(String size) {
            assertThatThrownBy(() -> Checkpoint.parse("o\n" + size + "\n" + ROOT + "\n"))
                    .hasMessage("the size of the tree does not fit into 64 bits");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n",
                    "o\n1\n",
                    "o\n1\n" + ROOT,
                    "\n1\n" + ROOT + "\n",
                    "o\n1\n" + ROOT + "\n\n",
                    "o\n1\n" + ROOT + "\n\nx\n",
                    "o\n1\n" + ROOT + "\nx\n\n",
                    "o\n1\n\n",
                    "o\n1\n" + ROOT + "=\n",
                    "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                    "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                    "o\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n",
                    "o\n1\nYmFuYW5hcw==\n",
                    "o\n1\nThisIsn'tBase64\n",
                })
        void that_is_malformed_is_refused(String text) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void says_what_is_wrong() {
            assertThatThrownBy(() -> Checkpoint.parse("o\n1\n" + ROOT)).hasMessage("a checkpoint ends with a newline");
            assertThatThrownBy(() -> Checkpoint.parse("o\n1\nYmFuYW5hcw==\n"))
                    .hasMessage("a SHA-256 hash has 32 bytes, not 7");
        }

        @Test
        void cannot_be_smuggled_into_a_line() {
            Hash root = Hash.parse(ROOT);
            String reason = "the origin and the extensions of a checkpoint are lines that are not empty";
            assertThatThrownBy(() -> new Checkpoint("o\n1", 1, root)).hasMessage(reason);
            assertThatThrownBy(() -> new Checkpoint("\n", 1, root)).hasMessage(reason);
            assertThatThrownBy(() -> new Checkpoint("", 1, root)).hasMessage(reason);
            assertThatThrownBy(() -> new Checkpoint("o", 1, root, List.of(""))).hasMessage(reason);
        }
    }

    @Nested
    class Trust_in_it {
        private final NoteSigner first = NoteSigner.cosigner("w1", RFC_8032, InstantSource.system());
        private final NoteSigner second = NoteSigner.cosigner("w2", SigningKey.generate(), InstantSource.system());
        private final Set<NoteVerifier> witnesses = Set.of(first.verifier(), second.verifier());
        private final SignedNote signed = SignedNote.sign(CHECKPOINT, LOG);

        private TrustedLog log(int quorum) {
            return new TrustedLog("example.com/behind-the-sofa", Set.of(LOG.verifier()), witnesses, quorum);
        }

        @Test
        void needs_the_log_s_signature() {
            SignedCheckpoint opened = TrustedLog.of(LOG.verifier()).open(signed);
            assertThat(opened.checkpoint()).isEqualTo(Checkpoint.parse(CHECKPOINT));
            assertThat(opened.note()).isEqualTo(signed);
            assertThat(opened.verified().isSignedBy(LOG.verifier())).isTrue();
            assertThatThrownBy(() -> log(0).open(SignedNote.sign(CHECKPOINT, first)))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("the checkpoint is not signed by the log example.com/behind-the-sofa");
        }

        @Test
        void needs_the_origin() {
            String other = CHECKPOINT.replace("behind", "before");
            assertThatThrownBy(() -> log(0).open(SignedNote.sign(other, LOG)))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage(
                            "the checkpoint is not of the log example.com/behind-the-sofa but of example.com/before-the-sofa");
        }

        @Test
        void needs_a_checkpoint() {
            assertThatThrownBy(() -> log(0).open(SignedNote.sign("hello\n", LOG)))
                    .isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void needs_as_many_different_witnesses_as_demanded() {
            SignedNote one = signed.with(first);
            SignedNote twiceTheSame =
                    one.with(NoteSigner.cosigner("w1", RFC_8032, InstantSource.fixed(Instant.ofEpochSecond(1))));
            log(1).open(one);
            assertThat(log(2).open(one.with(second)).verified().signatures()).hasSize(3);
            for (SignedNote note : List.of(one, twiceTheSame)) {
                assertThatThrownBy(() -> log(2).open(note))
                        .isInstanceOf(EvidenceRejected.class)
                        .hasMessage("1 of the known witnesses cosigned, fewer than the 2 demanded");
            }
        }

        @Test
        void is_lost_by_a_bad_cosignature_of_a_known_witness_and_not_by_that_of_an_unknown_one() {
            NoteSignature bad = NoteSignature.of("w1", first.verifier().keyId(), new byte[72]);
            SignedNote note =
                    new SignedNote(CHECKPOINT, List.of(signed.signatures().get(0), bad));
            assertThatThrownBy(() -> log(0).open(note)).isInstanceOf(EvidenceRejected.class);
            TrustedLog.of(LOG.verifier()).open(note);
        }

        @Test
        void cannot_demand_more_witnesses_than_there_are() {
            log(0);
            log(2);
            assertThatThrownBy(() -> log(3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("3 of 2 witnesses can never cosign");
            assertThatThrownBy(() -> log(-1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
