package org.preventionnetwork.registry.command.ledger.signing;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.preventionnetwork.registry.api.files.OwnerOnly;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.api.transparency.TrustedLog;
import org.preventionnetwork.registry.personal.KeyFile;

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
        NoteSigner signer = NoteSigner.ed25519(origin, read(file));
        Path fresh = directory.resolve(PUBLIC + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OwnerOnly.fileLikeItsFolder(fresh));
        Files.writeString(fresh, signer.verifier() + "\n");
        Files.move(
                fresh, directory.resolve(PUBLIC), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return signer;
    }

    private static SigningKey read(Path file) throws IOException {
        try {
            return new File(file).read();
        } catch (KeyFile.Unusable e) {
            throw new SigningRefused("The key " + file + " is damaged: " + e.getMessage());
        }
    }

    /** The key as it is kept. */
    static KeyFile<SigningKey> file(Path directory) {
        return new File(directory.resolve(PRIVATE));
    }

    /** Whether a checkpoint was signed with this key, under whatever name. */
    static boolean signed(SigningKey key, String note) {
        try {
            SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
            String name = Checkpoint.parse(signed.text()).origin();
            TrustedLog.of(NoteSigner.ed25519(name, key).verifier()).open(signed);
            return true;
        } catch (EvidenceRejected another) {
            return false;
        }
    }

    private record File(Path file) implements KeyFile<SigningKey> {
        @Override
        public String use() {
            return "which signs checkpoints";
        }

        @Override
        public void make() throws IOException {
            SigningKey.generate().write(file);
        }

        @Override
        public SigningKey read() throws IOException, Unusable {
            try {
                return SigningKey.read(file);
            } catch (EvidenceRejected | CharacterCodingException e) {
                throw new Unusable("it is no Ed25519 private key in PEM, as `openssl genpkey` writes it");
            }
        }

        /** Of the public key, which is published anyway. */
        @Override
        public byte[] fingerprint(SigningKey key) {
            return Hash.sha256(key.verifyingKey().toBytes()).toBytes();
        }

        @Override
        public boolean fits(SigningKey key, byte[] fingerprint) {
            return Arrays.equals(fingerprint(key), fingerprint);
        }
    }
}
