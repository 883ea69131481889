package org.preventionnetwork.registry.api.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.text.Cases;

/** The bytes are for ever: the expected ones were computed by another program from the layout's description. */
class LeafRecordTest {

    @Test
    void has_the_described_bytes_and_leaf_hash() {
        LeafRecord leaf = leaf("NetworkAggregate", "1");
        assertThat(HexFormat.of().formatHex(leaf.encode()))
                .isEqualTo("01000000046d61696e00000003652d31000000104e6574776f726b4167677265676174650000000e"
                        + "6e6574776f726b3a6166726963610000000000000007000000156e6574776f726b2e537461746541646d"
                        + "6974746564000000013100000018323032342d30352d30315431303a30303a30302e3132335a"
                        + "2ed209e7404af10ad52f33669a2459c5df14dae5a0489d4c9d8ff3b169eed1eb"
                        + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(leaf.leafHash().toHex())
                .isEqualTo("822c9d6a789805c0c319cc68d85b96ffc1307d36a9a388f29d767d8226a11202");
        assertThat(LeafRecord.decode(leaf.encode())).isEqualTo(leaf);
    }

    @Test
    void writes_an_absent_text_as_the_length_minus_one() {
        LeafRecord leaf = leaf(null, null);
        assertThat(HexFormat.of().formatHex(leaf.encode()))
                .startsWith("01000000046d61696e00000003652d31ffffffff0000000e")
                .contains("6974746564ffffffff00000018");
        assertThat(leaf.leafHash().toHex())
                .isEqualTo("f567e8c653c912ee0ee8a7552416c9e5e8acde53fc1720248761c4aff1e8fd0b");
        assertThat(LeafRecord.decode(leaf.encode())).isEqualTo(leaf);
        assertThat(leaf("", "").encode()).isNotEqualTo(leaf.encode());
    }

    @Test
    void refuses_bytes_that_end_anywhere_too_early_or_too_late() {
        byte[] bytes = leaf("NetworkAggregate", "1").encode();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> LeafRecord.decode(cut))
                    .isInstanceOf(EvidenceRejected.class)
                    .hasMessageContaining("ends within");
        }
        assertThatThrownBy(() -> LeafRecord.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessage("the leaf goes on for 1 bytes after its end");
    }

    @Test
    void refuses_another_version_a_negative_length_a_missing_text_and_what_is_not_utf_8() {
        assertRefused(0, 2, "this leaf has version 2; only version 1 is known");
        assertRefused(1, 0x80, "the leaf gives its store id a negative length");
        assertRefused(5, 0xff, "the leaf's store id is not valid UTF-8");
        byte[] bytes = leaf("NetworkAggregate", "1").encode();
        Arrays.fill(bytes, 1, 5, (byte) 0xff);
        assertThatThrownBy(() -> LeafRecord.decode(bytes)).hasMessage("the leaf has no store id");
        assertThatThrownBy(() -> leaf("\ud800", null).encode())
                .isInstanceOf(EvidenceRejected.class)
                .hasMessage("a text of the leaf cannot be written as UTF-8");
    }

    private static void assertRefused(int position, int value, String reason) {
        byte[] bytes = leaf("NetworkAggregate", "1").encode();
        bytes[position] = (byte) value;
        assertThatThrownBy(() -> LeafRecord.decode(bytes))
                .isInstanceOf(EvidenceRejected.class)
                .hasMessage(reason);
    }

    @Test
    void every_record_is_read_back_and_different_records_have_different_bytes() {
        Cases.run(2_000, random -> {
            LeafRecord one = random(random);
            LeafRecord other = random(random);
            assertThat(LeafRecord.decode(one.encode())).isEqualTo(one);
            assertThat(Arrays.equals(one.encode(), other.encode())).isEqualTo(one.equals(other));
        });
    }

    private static LeafRecord random(Random random) {
        return new LeafRecord(
                text(random),
                text(random),
                random.nextBoolean() ? null : text(random),
                text(random),
                random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(2),
                text(random),
                random.nextBoolean() ? null : text(random),
                text(random),
                Hash.sha256(new byte[] {(byte) random.nextInt(2)}),
                Hash.sha256(new byte[] {(byte) random.nextInt(2)}));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(3), 0, 4)
                .collect(
                        StringBuilder::new,
                        (text, i) -> text.append("aé–😀", i == 3 ? 3 : i, i == 3 ? 5 : i + 1),
                        (a, b) -> {})
                .toString();
    }

    private static LeafRecord leaf(@Nullable String aggregateType, @Nullable String revision) {
        return new LeafRecord(
                "main",
                "e-1",
                aggregateType,
                "network:africa",
                7,
                "network.StateAdmitted",
                revision,
                "2024-05-01T10:00:00.123Z",
                Hash.sha256("{\"state\":\"Côte d’Ivoire\"}".getBytes(StandardCharsets.UTF_8)),
                Hash.sha256("{}".getBytes(StandardCharsets.UTF_8)));
    }
}
