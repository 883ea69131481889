package org.preventionnetwork.registry.api.transparency;

/** The signature types of C2SP signed-note that are understood here; notes may carry others, which are passed by. */
public enum SignatureType {
    /** Ed25519 over the text of the note. */
    ED25519(0x01),
    /** A witness's timestamped Ed25519 signature over a checkpoint (C2SP tlog-cosignature). */
    COSIGNATURE_V1(0x04);

    private final byte code;

    SignatureType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static SignatureType of(byte code) {
        for (SignatureType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new EvidenceRejected("signature type %d is not known".formatted(Byte.toUnsignedInt(code)));
    }
}
