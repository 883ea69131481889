package org.preventionnetwork.registry.command.ledger;

import java.io.IOException;
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
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            try {
                SecretFile.write(file, fresh);
            } catch (FileAlreadyExistsException otherNodeWasFaster) {
                // Its key is as good, and is read next.
            }
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != LENGTH) {
            throw new IOException(file + " is no key for seals: it has " + key.length + " bytes instead of " + LENGTH);
        }
        return new EventSeal(key);
    }

    public byte[] of(LeafRecord event) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(event.encode());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    public boolean fits(LeafRecord event, byte @Nullable [] seal) {
        return seal != null && MessageDigest.isEqual(of(event), seal);
    }
}
