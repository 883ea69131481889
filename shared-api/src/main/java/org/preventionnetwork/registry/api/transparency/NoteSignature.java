package org.preventionnetwork.registry.api.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A signature line of a note, as it stands there: {@code — name base64(keyId ‖ signature)}. Says nothing until verified.
 *
 * @param base64 of 4 bytes of key id and at least one of signature
 */
public record NoteSignature(String name, String base64) {
    static final String BULLET = "— ";

    /** @throws EvidenceRejected when the name or the Base64 is malformed */
    public NoteSignature {
        requireKeyName(name);
        if (Text.base64(base64, "a signature").length <= Integer.BYTES) {
            throw new EvidenceRejected("a signature consists of a key id alone");
        }
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return new NoteSignature(name, Text.base64(bytes));
    }

    static NoteSignature parse(String line) {
        if (!line.startsWith(BULLET)) {
            throw new EvidenceRejected("a line among the signatures does not begin with a dash and a space");
        }
        int nameEnd = line.indexOf(' ', BULLET.length());
        if (nameEnd == -1) {
            throw new EvidenceRejected("a signature line has no signature after the name");
        }
        return new NoteSignature(line.substring(BULLET.length(), nameEnd), line.substring(nameEnd + 1));
    }

    /** The first four bytes, big-endian: together with the name, which key this claims to be of. */
    public int keyId() {
        return ByteBuffer.wrap(bytes()).getInt();
    }

    /** What follows the key id. */
    public byte[] signature() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    private byte[] bytes() {
        return Text.base64(base64, "a signature");
    }

    String line() {
        return BULLET + name + " " + base64 + "\n";
    }

    /** The name of a key is not empty and has no Unicode space, control character or plus. */
    static void requireKeyName(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(NoteSignature::unfitForName)) {
            throw new EvidenceRejected("the name of a key is empty or has a space, a control character or a plus");
        }
    }

    private static boolean unfitForName(int character) {
        return character == '+' || Character.isSpaceChar(character) || Character.isISOControl(character);
    }
}
