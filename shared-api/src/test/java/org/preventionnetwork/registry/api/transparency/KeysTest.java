package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.PETER;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.PETER_VKEY;
import static org.preventionnetwork.registry.api.transparency.NoteSamples.RFC_8032;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.text.Cases;

class KeysTest {

    @Nested
    class VerifierKeys {

        @Test
        void are_printed_as_they_were_parsed() {
            assertThat(NoteVerifier.parse(PETER_VKEY)).hasToString(PETER_VKEY);
            NoteVerifier verifier = NoteSigner.ed25519("PeterNeumann", PETER).verifier();
            assertThat(verifier).isEqualTo(NoteVerifier.parse(PETER_VKEY)).hasToString(PETER_VKEY);
            assertThat(verifier.hashCode())
                    .isEqualTo(NoteVerifier.parse(PETER_VKEY).hashCode());
        }

        @Test
        void are_refused_when_any_part_is_cut_off_or_any_character_changed() {
            for (int from = 0; from <= PETER_VKEY.length(); from++) {
                for (int to = from; to <= PETER_VKEY.length(); to++) {
                    if (to - from < PETER_VKEY.length()) {
                        String part = PETER_VKEY.substring(from, to);
                        assertThatThrownBy(() -> NoteVerifier.parse(part)).isInstanceOf(EvidenceRejected.class);
                    }
                }
                if (from < PETER_VKEY.length()) {
                    StringBuilder changed = new StringBuilder(PETER_VKEY);
                    changed.setCharAt(from, (char) (changed.charAt(from) + 1));
                    assertThatThrownBy(() -> NoteVerifier.parse(changed.toString()))
                            .isInstanceOf(EvidenceRejected.class);
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                    "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "a\ud800+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "a+00000000+====",
                    "a+00000000+",
                })
        void are_refused_when_malformed(String vkey) {
            assertThatThrownBy(() -> NoteVerifier.parse(vkey)).isInstanceOf(EvidenceRejected.class);
        }

        @Test
        void have_a_name_without_spaces() {
            assertThatThrownBy(() -> NoteSigner.ed25519("Peter Neumann", PETER))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("the name of a key is empty or has a space, a control character or a plus");
        }

        @Test
        void of_an_unknown_type_or_with_a_foreign_id_say_so() {
            assertThatThrownBy(() ->
                            NoteVerifier.parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
                    .hasMessage("signature type 101 is not known");
            assertThatThrownBy(() -> NoteVerifier.parse(PETER_VKEY.replace("c74f", "c84f")))
                    .hasMessage("the key id of PeterNeumann does not belong to its key");
        }
    }

    @Nested
    class PublicKeys {

        @Test
        void of_rfc_8032_are_derived_and_verify() {
            VerifyingKey key = RFC_8032.verifyingKey();
            assertThat(HexFormat.of().formatHex(key.toBytes()))
                    .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
            byte[] signature = RFC_8032.sign(new byte[0]);
            assertThat(HexFormat.of().formatHex(signature))
                    .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                            + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
            assertThat(key.verifies(new byte[0], signature)).isTrue();
            assertThat(key.verifies(new byte[1], signature)).isFalse();
            assertThat(key.verifies(new byte[0], Arrays.copyOf(signature, 63))).isFalse();
            assertThat(key.verifies(new byte[0], Arrays.copyOf(signature, 65))).isFalse();
            assertThat(VerifyingKey.parsePem(key.toPem())).isEqualTo(key);
            assertThat(key).isNotEqualTo(PETER.verifyingKey()).isNotEqualTo("a key");
            assertThat(key.hashCode()).isNotEqualTo(PETER.verifyingKey().hashCode());
        }

        @Test
        void accept_one_spelling_of_a_signature_alone() {
            byte[] signature = RFC_8032.sign(new byte[0]);
            BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
            BigInteger scalar = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64)));
            byte[] shifted = signature.clone();
            byte[] sum = reversed(scalar.add(order).toByteArray());
            System.arraycopy(sum, 0, shifted, 32, sum.length);
            assertThat(RFC_8032.verifyingKey().verifies(new byte[0], shifted)).isFalse();
        }

        private static byte[] reversed(byte[] bytes) {
            byte[] reversed = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                reversed[i] = bytes[bytes.length - 1 - i];
            }
            return reversed;
        }

        @Test
        void that_are_no_point_of_the_curve_are_refused() {
            byte[] noPoint = new byte[32];
            noPoint[0] = 2;
            assertThatThrownBy(() -> VerifyingKey.of(noPoint))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessage("the public key is no point on the curve of Ed25519");
            assertThatThrownBy(() -> VerifyingKey.of(new byte[31]))
                    .hasMessage("an Ed25519 public key has 32 bytes, not 31");
        }

        @Test
        void are_their_own_value() {
            byte[] bytes = RFC_8032.verifyingKey().toBytes();
            VerifyingKey key = VerifyingKey.of(bytes);
            bytes[0]++;
            key.toBytes()[0]++;
            assertThat(key).isEqualTo(RFC_8032.verifyingKey()).hasSameHashCodeAs(RFC_8032.verifyingKey());
        }
    }

    @Nested
    class PrivateKeys {
        /** Written by {@code openssl genpkey -algorithm ed25519}'s own encoder from the seed of RFC 8032. */
        private static final String PEM =
                """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----
                """;

        @Test
        void are_read_and_written_as_openssl_does() {
            assertThat(SigningKey.parsePem(PEM).verifyingKey()).isEqualTo(RFC_8032.verifyingKey());
            assertThat(SigningKey.parsePem(PEM.replace("\n", "\r\n")).toPem()).isEqualTo(PEM);
            assertThat(RFC_8032.toPem()).isEqualTo(PEM);
        }

        @Test
        void survive_on_disk_readable_by_their_owner_alone(@TempDir Path folder) throws IOException {
            Path file = folder.resolve("log.pem");
            SigningKey key = SigningKey.generate();
            key.write(file);
            assertThat(SigningKey.read(file).verifyingKey()).isEqualTo(key.verifyingKey());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> SigningKey.generate().write(file)).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(SigningKey.read(file).verifyingKey()).isEqualTo(key.verifyingKey());
        }

        @Test
        void that_are_malformed_are_refused_without_being_quoted() {
            String body = PEM.lines().toList().get(1);
            for (String malformed : new String[] {
                "",
                body,
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----END PRIVATE KEY-----",
                PEM.replace("PRIVATE", "PUBLIC"),
                PEM.replace(body, body.substring(4)),
                PEM.replace(body, body + "AAAA"),
                PEM.replace(body, "!" + body),
                PEM.replace("MC4C", "MC4D"),
                RFC_8032.verifyingKey().toPem(),
            }) {
                assertThatThrownBy(() -> SigningKey.parsePem(malformed))
                        .isInstanceOf(EvidenceRejected.class)
                        .message()
                        .doesNotContain("IJ1hs");
            }
            assertThat(RFC_8032.toString()).doesNotContain("IJ1hs");
        }

        @Test
        void each_have_the_public_key_that_verifies_their_signatures() {
            Cases.run(50, random -> {
                byte[] seed = new byte[32];
                random.nextBytes(seed);
                SigningKey key = SigningKey.of(seed);
                assertThat(key.verifyingKey().verifies(seed, key.sign(seed))).isTrue();
                assertThat(SigningKey.parsePem(key.toPem()).verifyingKey()).isEqualTo(key.verifyingKey());
            });
        }
    }
}
