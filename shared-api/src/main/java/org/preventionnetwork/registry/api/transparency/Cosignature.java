package org.preventionnetwork.registry.api.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A witness's statement that, at a time, this was the largest consistent tree that it had seen of the log (C2SP
 * tlog-cosignature, {@code cosignature/v1}): the time as 8 bytes, big-endian, before an Ed25519 signature.
 */
record Cosignature(long time, byte[] signature) {

    Cosignature {
        if (time < 0) {
            throw new EvidenceRejected("a cosignature's time exceeds 2^63 - 1 seconds");
        }
    }

    static Cosignature decode(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new EvidenceRejected("a cosignature ends within its time");
        }
        return new Cosignature(ByteBuffer.wrap(bytes).getLong(), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
    }

    byte[] encode() {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }

    /** What is signed. @throws EvidenceRejected when the text is no checkpoint: a witness has nothing to say of it */
    static byte[] message(long time, String checkpoint) {
        Checkpoint.parse(checkpoint);
        return Text.utf8("cosignature/v1\ntime " + time + "\n" + checkpoint, "a checkpoint");
    }
}
