package org.preventionnetwork.registry.api.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import org.preventionnetwork.registry.api.files.OwnerOnly;

/** Writes a secret once: only its owner may read it, and a crash leaves the whole file or none. */
public final class SecretFile {
    private SecretFile() {}

    /**
     * Returns when the new file is on disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than losing what is there
     */
    public static void write(Path file, byte[] secret) throws IOException {
        Path directory =
                OwnerOnly.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path fresh = Files.createTempFile(directory, "." + file.getFileName(), ".new", OwnerOnly.file(file));
        try {
            try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
                ByteBuffer bytes = ByteBuffer.wrap(secret);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            // Unlike a move, a link never takes the place of another file.
            Files.createLink(file, fresh);
        } finally {
            Files.delete(fresh);
        }
    }
}
