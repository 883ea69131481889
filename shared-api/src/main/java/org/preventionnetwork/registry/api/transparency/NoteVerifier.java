package org.preventionnetwork.registry.api.transparency;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that is trusted to sign notes under a name (C2SP signed-note, "verifier keys"). Its text is the <em>vkey</em>
 * {@code name+keyId+base64(type ‖ public key)}.
 */
public record NoteVerifier(String name, SignatureType type, VerifyingKey key) {
    private static final Pattern VKEY = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    public NoteVerifier {
        NoteSignature.requireKeyName(name);
    }

    /** @throws EvidenceRejected when the vkey is malformed, of an unknown type, or its key id is not that of its key */
    public static NoteVerifier parse(String vkey) {
        Matcher matcher = VKEY.matcher(vkey);
        if (!matcher.matches()) {
            throw new EvidenceRejected("a verifier key has the form name+keyId+key");
        }
        byte[] typeAndKey = Text.base64(matcher.group(3), "a verifier key");
        NoteVerifier verifier = new NoteVerifier(
                matcher.group(1),
                SignatureType.of(typeAndKey[0]),
                VerifyingKey.of(Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length)));
        if (!verifier.hexKeyId().equals(matcher.group(2))) {
            throw new EvidenceRejected("the key id of %s does not belong to its key".formatted(verifier.name));
        }
        return verifier;
    }

    /** SHA-256(name ‖ 0x0A ‖ type ‖ public key), the first four bytes. */
    public int keyId() {
        byte[] name = Text.utf8(this.name + "\n", "the name of a key");
        byte[] key = typeAndKey();
        byte[] preimage =
                ByteBuffer.allocate(name.length + key.length).put(name).put(key).array();
        return ByteBuffer.wrap(Hash.sha256(preimage).shared()).getInt();
    }

    /** Whether the signature claims to be of this key, so that it must verify. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId();
    }

    /**
     * @return when it was made, if it says so
     * @throws EvidenceRejected when this key did not sign this text so
     */
    @Nullable
    Instant verify(String text, NoteSignature signature) {
        if (type == SignatureType.ED25519) {
            require(key.verifies(Text.utf8(text, "a note"), signature.signature()));
            return null;
        }
        Cosignature cosignature = Cosignature.decode(signature.signature());
        require(key.verifies(Cosignature.message(cosignature.time(), text), cosignature.signature()));
        return instant(cosignature.time());
    }

    private static Instant instant(long time) {
        if (time > Instant.MAX.getEpochSecond()) {
            throw new EvidenceRejected("a cosignature's time is beyond all calendars");
        }
        return Instant.ofEpochSecond(time);
    }

    private void require(boolean verifies) {
        if (!verifies) {
            throw new EvidenceRejected("the signature of %s+%s is not valid".formatted(name, hexKeyId()));
        }
    }

    private String hexKeyId() {
        return HexFormat.of().toHexDigits(keyId());
    }

    private byte[] typeAndKey() {
        return ByteBuffer.allocate(1 + Pem.KEY_LENGTH)
                .put(type.code())
                .put(key.toBytes())
                .array();
    }

    /** The vkey. */
    @Override
    public String toString() {
        return name + "+" + hexKeyId() + "+" + Text.base64(typeAndKey());
    }
}
