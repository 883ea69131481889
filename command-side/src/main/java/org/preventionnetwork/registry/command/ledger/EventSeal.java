package org.preventionnetwork.registry.command.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.keys.SecretFile;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.personal.KeyFile;

/**
 * Marks stored events as the application's own: an HMAC-SHA256 over the data of the event's leaf, under a key that is
 * kept in a file and never in the database. A row that somebody inserts past the application lacks it, even one that
 * came before its place in the ledger was given. It proves nothing to who does not have the key; for them there is the
 * Merkle tree.
 */
public final class EventSeal {
    private static final String FILE = "seal.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final SecretKeySpec key;

    private EventSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Reads the key from a directory; makes both when they are not there. */
    public static EventSeal in(Path directory) throws IOException {
        KeyFile<EventSeal> file = file(directory);
        if (!Files.exists(file.file())) {
            try {
                file.make();
            } catch (FileAlreadyExistsException otherNodeWasFaster) {
                // Its key is as good, and is read next.
            }
        }
        try {
            return file.read();
        } catch (KeyFile.Unusable e) {
            throw new IOException(file.file() + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The key as it is kept. */
    public static KeyFile<EventSeal> file(Path directory) {
        return new File(directory.resolve(FILE));
    }

    private record File(Path file) implements KeyFile<EventSeal> {
        private static final byte[] FINGERPRINT = "registry.key-fingerprint.v1".getBytes(StandardCharsets.UTF_8);

        @Override
        public String use() {
            return "which seals events";
        }

        @Override
        public void make() throws IOException {
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            SecretFile.write(file, fresh);
        }

        @Override
        public EventSeal read() throws IOException, Unusable {
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH) {
                throw new Unusable("it has " + key.length + " bytes instead of " + LENGTH);
            }
            return new EventSeal(key);
        }

        /** An event's data is longer, so no seal is a fingerprint. */
        @Override
        public byte[] fingerprint(EventSeal key) {
            return key.mac(FINGERPRINT);
        }

        @Override
        public boolean fits(EventSeal key, byte[] fingerprint) {
            return MessageDigest.isEqual(fingerprint(key), fingerprint);
        }
    }

    public byte[] of(LeafRecord event) {
        return mac(event.encode());
    }

    private byte[] mac(byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    public boolean fits(LeafRecord event, byte @Nullable [] seal) {
        return seal != null && MessageDigest.isEqual(of(event), seal);
    }
}
