package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.CHECKPOINT;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.LOG;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.PETER;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.PETER_LINE;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.PETER_VKEY;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.RFC_8032;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.TEXT;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.utf8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final NoteVerifier PETER_VERIFIER = NoteVerifier.parse(PETER_VKEY);
    private static final NoteVerifier WITNESS =
            NoteVerifier.parse("witness.example.com/w1+7e6f4aaa+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
    /** Made by another program. */
    private static final String WITNESS_LINE = "— witness.example.com/w1 fm9KqgAAAABkGFDL+TPmh4BYuAjsYRoqMJCWb/gWJaeRF"
            + "/kmm5tlCr9sJ57DLErur7K0yDXc2ArN+TIuotuB/HbuL3AJsp3bv/aNCQ==\n";

    private static void assertMalformed(String note, String reason) {
        assertThatThrownBy(() -> SignedNote.parse(utf8(note)))
                .isInstanceOf(EvidenceRejected.class)
                .hasMessage(reason);
    }

    @Nested
    class Signing {

        @Test
        void gives_the_very_bytes_that_others_give() {
            SignedNote note = SignedNote.sign(TEXT, NoteSigner.ed25519("PeterNeumann", PETER));
            assertThat(note).hasToString(TEXT + "\n" + PETER_LINE);
            assertThat(note.encode()).isEqualTo(utf8(TEXT + "\n" + PETER_LINE));
        }

        @Test
        void of_a_checkpoint_by_a_witness_gives_the_very_bytes_that_others_give() {
            NoteSigner witness = NoteSigner.cosigner(
                    "witness.example.com/w1", RFC_8032, InstantSource.fixed(Instant.ofEpochSecond(1_679_315_147)));
            SignedNote note = SignedNote.sign(CHECKPOINT, LOG).with(witness);
            assertThat(note.toString()).endsWith(WITNESS_LINE);
            assertThat(witness.verifier()).isEqualTo(WITNESS);
            assertThat(note.verify(List.of(WITNESS, LOG.verifier())).signatures())
                    .containsExactly(
                            new VerifiedNote.Signed(LOG.verifier(), null),
                            new VerifiedNote.Signed(WITNESS, Instant.ofEpochSecond(1_679_315_147)));
        }

        @Test
        void refuses_a_text_that_is_none() {
            NoteSigner signer = NoteSigner.ed25519("PeterNeumann", PETER);
            assertThatThrownBy(() -> SignedNote.sign("abc", signer))
                    .hasMessage("the text of a note ends with a newline");
            assertThatThrownBy(() -> SignedNote.sign("a\tb\n", signer)).hasMessage("a note has no control characters");
            assertThatThrownBy(() -> SignedNote.sign("a\ud800\n", signer))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("a note cannot be written as UTF-8");
            assertThatThrownBy(() -> SignedNote.sign(TEXT)).hasMessage("a note has 1 to 100 signatures, not 0");
        }

        @Test
        void refuses_to_cosign_what_is_no_checkpoint() {
            NoteSigner witness = NoteSigner.cosigner("w", RFC_8032, InstantSource.system());
            assertThatThrownBy(() -> SignedNote.sign(TEXT, witness)).isInstanceOf(EvidenceRejected.class);
            NoteSigner ancient = NoteSigner.cosigner("w", RFC_8032, InstantSource.fixed(Instant.ofEpochSecond(-1)));
            assertThatThrownBy(() -> SignedNote.sign(CHECKPOINT, ancient))
                    .hasMessage("a cosignature's time exceeds 2^63 - 1 seconds");
        }
    }

    @Nested
    class Parsing {

        @Test
        void finds_the_text_before_the_last_blank_line() {
            String text = "one\n\n\ntwo\n\n";
            SignedNote note = SignedNote.sign(text, NoteSigner.ed25519("PeterNeumann", PETER));
            assertThat(SignedNote.parse(note.encode()).text()).isEqualTo(text);
            assertThat(SignedNote.parse(note.encode())).isEqualTo(note);
            assertThat(SignedNote.parse(utf8("\n\n" + PETER_LINE)).text()).isEqualTo("\n");
        }

        @Test
        void refuses_each_malformation_with_its_reason() {
            assertMalformed("", "the note has no blank line between text and signatures");
            assertMalformed(PETER_LINE, "the note has no blank line between text and signatures");
            assertMalformed(TEXT + "\n", "the note does not end with a signature and a newline");
            assertMalformed(TEXT + "\n" + PETER_LINE.strip(), "the note does not end with a signature and a newline");
            assertMalformed(
                    TEXT + "\n" + PETER_LINE + "Signed.\n",
                    "a line among the signatures does not begin with a dash and a space");
            assertMalformed(TEXT + "\n— PeterNeumann\n", "a signature line has no signature after the name");
            assertMalformed(TEXT + "\r\n\n" + PETER_LINE, "a note has no control characters");
            assertMalformed(TEXT + "\u001f\n\n" + PETER_LINE, "a note has no control characters");
            assertMalformed(TEXT + "\n" + PETER_LINE.replace("\n", "\r\n"), "a signature is not standard Base64");
            assertMalformed(
                    TEXT + "\n" + PETER_LINE.replace("\n", "\r") + PETER_LINE, "a signature is not standard Base64");
            assertMalformed(TEXT + "\n— a !!!!\n", "a signature is not standard Base64");
            assertMalformed(TEXT + "\n— a AAAAAAA\n", "a signature is not in the canonical form of Base64");
            assertMalformed(TEXT + "\n— a AAAAAAB=\n", "a signature is not in the canonical form of Base64");
            assertMalformed(TEXT + "\n— a AAAAAA==\n", "a signature consists of a key id alone");
            assertMalformed(TEXT + "\n— a \n", "a signature consists of a key id alone");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a+b", "a\u00a0b", "a\u2003b", "a\u2028b", "a\u0085b", "a\u007fb"})
        void refuses_a_name_that_no_key_can_have(String name) {
            assertThatThrownBy(() -> new NoteSignature(name, "AAAAAAE="))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("the name of a key is empty or has a space, a control character or a plus");
        }

        @Test
        void accepts_the_text_s_spaces_and_every_letter() {
            String text = " ~ \u007f é 中 😀\n";
            assertThat(SignedNote.parse(utf8(text + "\n" + PETER_LINE)).text()).isEqualTo(text);
        }

        @Test
        void accepts_100_signatures_and_refuses_more() {
            assertThat(SignedNote.parse(utf8(TEXT + "\n" + PETER_LINE.repeat(100)))
                            .verify(List.of(PETER_VERIFIER))
                            .signatures())
                    .hasSize(1);
            assertMalformed(TEXT + "\n" + PETER_LINE.repeat(101), "a note has 1 to 100 signatures, not 101");
        }

        @Test
        void accepts_a_million_bytes_and_refuses_more() {
            String end = "\n\n" + PETER_LINE;
            String longest = "a".repeat(1_000_000 - utf8(end).length) + end;
            assertThat(SignedNote.parse(utf8(longest)).encode()).hasSize(1_000_000);
            assertMalformed("a" + longest, "a note of 1000001 bytes is too long");
        }
    }

    @Nested
    class Verifying {
        private final SignedNote note = SignedNote.parse(utf8(TEXT + "\n" + PETER_LINE));

        @Test
        void passes_by_other_keys_even_of_the_same_name_or_id() {
            NoteVerifier namesake = NoteSigner.ed25519("PeterNeumann", RFC_8032).verifier();
            NoteVerifier other = NoteSigner.ed25519("Peter", PETER).verifier();
            assertThat(note.verify(List.of(namesake, PETER_VERIFIER, other)).signatures())
                    .containsExactly(new VerifiedNote.Signed(PETER_VERIFIER, null));
            assertThatThrownBy(() -> note.verify(List.of(namesake, other)))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("the note has no signature of a known key");
            String sameId = PETER_LINE.replace("PeterNeumann", "Somebody");
            SignedNote both = SignedNote.parse(utf8(TEXT + "\n" + sameId + PETER_LINE));
            assertThat(both.verify(List.of(PETER_VERIFIER)).isSignedBy(PETER_VERIFIER))
                    .isTrue();
            assertThat(both.verify(List.of(PETER_VERIFIER)).isSignedBy(namesake))
                    .isFalse();
        }

        @Test
        void rejects_the_whole_note_when_one_signature_of_a_known_key_is_bad() {
            NoteSignature genuine = note.signatures().get(0);
            byte[] damaged = genuine.signature();
            damaged[10] ^= 1;
            NoteSignature bad = NoteSignature.of("PeterNeumann", genuine.keyId(), damaged);
            NoteSignature shortOne = NoteSignature.of("PeterNeumann", genuine.keyId(), new byte[] {1});
            for (NoteSignature signature : List.of(bad, shortOne)) {
                assertThatThrownBy(
                                () -> new SignedNote(TEXT, List.of(genuine, signature)).verify(List.of(PETER_VERIFIER)))
                        .isInstanceOf(EvidenceRejected.class)
                        .hasMessage("the signature of PeterNeumann+c74f20a3 is not valid");
            }
        }

        @Test
        void rejects_another_text() {
            SignedNote other = new SignedNote(TEXT + "!\n", note.signatures());
            assertThatThrownBy(() -> other.verify(List.of(PETER_VERIFIER))).isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void of_a_cosignature_covers_its_time_and_the_whole_checkpoint() {
            SignedNote cosigned = SignedNote.parse(utf8(CHECKPOINT + "\n" + WITNESS_LINE));
            assertThat(cosigned.verify(List.of(WITNESS)).signatures())
                    .containsExactly(new VerifiedNote.Signed(WITNESS, Instant.ofEpochSecond(1_679_315_147)));
            byte[] later = cosigned.signatures().get(0).signature();
            later[7]++;
            assertRejected(CHECKPOINT, later, "the signature of witness.example.com/w1+7e6f4aaa is not valid");
            byte[] genuine = cosigned.signatures().get(0).signature();
            assertRejected(
                    CHECKPOINT + "extension\n",
                    genuine,
                    "the signature of witness.example.com/w1+7e6f4aaa is not valid");
            assertRejected("no\ncheckpoint\n", genuine, "a checkpoint has lines for origin, size and root; this has 2");
            assertRejected(CHECKPOINT, new byte[7], "a cosignature ends within its time");
            assertRejected(CHECKPOINT, new byte[8], "the signature of witness.example.com/w1+7e6f4aaa is not valid");
            byte[] beyond = genuine.clone();
            beyond[0] = (byte) 0x80;
            assertRejected(CHECKPOINT, beyond, "a cosignature's time exceeds 2^63 - 1 seconds");
        }

        @Test
        void of_a_cosignature_made_at_an_impossible_time_is_refused() {
            long time = Long.MAX_VALUE;
            byte[] signature = RFC_8032.sign(Cosignature.message(time, CHECKPOINT));
            assertRejected(
                    CHECKPOINT,
                    new Cosignature(time, signature).encode(),
                    "a cosignature's time is beyond all calendars");
            long last = Instant.MAX.getEpochSecond();
            byte[] lastSignature = RFC_8032.sign(Cosignature.message(last, CHECKPOINT));
            SignedNote note = new SignedNote(
                    CHECKPOINT,
                    List.of(NoteSignature.of(
                            WITNESS.name(), WITNESS.keyId(), new Cosignature(last, lastSignature).encode())));
            assertThat(note.verify(List.of(WITNESS)).signatures().get(0).at()).isEqualTo(Instant.ofEpochSecond(last));
        }

        private void assertRejected(String text, byte[] signature, String reason) {
            SignedNote cosigned =
                    new SignedNote(text, List.of(NoteSignature.of(WITNESS.name(), WITNESS.keyId(), signature)));
            assertThatThrownBy(() -> cosigned.verify(List.of(WITNESS)))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage(reason);
        }

        @Test
        void accepts_16_witnesses() {
            List<NoteSigner> witnesses = IntStream.range(0, 16)
                    .mapToObj(i -> NoteSigner.cosigner("w" + i, SigningKey.generate(), InstantSource.system()))
                    .toList();
            SignedNote cosigned = SignedNote.sign(CHECKPOINT, LOG);
            for (NoteSigner witness : witnesses) {
                cosigned = cosigned.with(witness);
            }
            assertThat(SignedNote.parse(cosigned.encode())
                            .verify(witnesses.stream().map(NoteSigner::verifier).toList())
                            .signatures())
                    .hasSize(16);
        }
    }
}
