package org.preventionnetwork.registry.command.ledger.signing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.preventionnetwork.registry.api.files.OwnerOnly;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.SigningKey;

/** The key that signs checkpoints: made at the first start, kept in a file and never in the database. */
final class LogKey {
    private static final String PRIVATE = "log.key";
    private static final String PUBLIC = "log.vkey";

    private LogKey() {}

    /**
     * @param origin the log's name, which is the key's too
     * @param mayBeMade false once something was signed: then a missing key is a loss, and no reason for another one
     */
    static NoteSigner in(Path directory, String origin, boolean mayBeMade) throws IOException {
        Path file = directory.resolve(PRIVATE);
        if (!Files.exists(file)) {
            if (!mayBeMade) {
                throw new SigningRefused("The key " + file + " is gone, with which checkpoints were signed before");
            }
            OwnerOnly.folder(directory);
            try {
                SigningKey.generate().write(file);
            } catch (FileAlreadyExistsException otherNodeWasFaster) {
                // Its key is as good, and is read next.
            }
        }
        NoteSigner signer = NoteSigner.ed25519(origin, SigningKey.read(file));
        Path fresh = directory.resolve(PUBLIC + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OwnerOnly.fileLikeItsFolder(fresh));
        Files.writeString(fresh, signer.verifier() + "\n");
        Files.move(
                fresh, directory.resolve(PUBLIC), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return signer;
    }
}
