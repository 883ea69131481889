package org.preventionnetwork.registry.command.ledger.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.files.OwnerOnly;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.HashSource;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the ledger's last checkpoint and of its hashes outside the database: a folder laid out as C2SP tlog-tiles,
 * which any web server can serve as it is. It holds no event and no personal data.
 */
public final class LedgerCopy implements HashSource {
    private static final Logger log = LoggerFactory.getLogger(LedgerCopy.class);
    private static final String CHECKPOINT = "checkpoint";
    private static final String HALF_WRITTEN = ".new";
    private static final Pattern WIDTH = Pattern.compile("[1-9][0-9]{0,2}");

    private final Path folder;

    public LedgerCopy(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** @throws EvidenceRejected when the file is there and is no signed note */
    public Optional<SignedNote> checkpoint() throws IOException {
        try {
            return Optional.of(SignedNote.parse(Files.readAllBytes(folder.resolve(CHECKPOINT))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** The full tile will do for any part of it. */
    @Override
    public HashTile read(TilePath tile) {
        TilePath full = new TilePath(tile.level(), tile.index(), TilePath.FULL);
        for (TilePath kept : List.of(tile, full)) {
            try {
                return HashTile.decode(Files.readAllBytes(fileOf(kept)), kept.width());
            } catch (NoSuchFileException next) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new EvidenceRejected(folder + " has no " + tile);
    }

    boolean lacks(TilePath tile) {
        return !Files.exists(fileOf(tile));
    }

    /** The tiles are on disk before the checkpoint that speaks of them. */
    void write(Map<TilePath, HashTile> tiles, SignedNote checkpoint) throws IOException {
        for (Map.Entry<TilePath, HashTile> tile : tiles.entrySet()) {
            write(tile.getKey(), tile.getValue());
        }
        replace(folder.resolve(CHECKPOINT), checkpoint.encode());
        for (TilePath tile : tiles.keySet()) {
            dropNarrower(tile);
        }
    }

    void write(TilePath path, HashTile tile) throws IOException {
        replace(fileOf(path), tile.encode());
    }

    private Path fileOf(TilePath tile) {
        return folder.resolve(tile.toString());
    }

    /** What a tile was before it had more hashes, and what a crash left half written. Strange files stay. */
    private void dropNarrower(TilePath tile) throws IOException {
        Path parts = Objects.requireNonNull(
                fileOf(new TilePath(tile.level(), tile.index(), 1)).getParent());
        if (!Files.isDirectory(parts)) {
            return;
        }
        try (Stream<Path> files = Files.list(parts)) {
            for (Path part : files.toList()) {
                if (isOutlived(part.getFileName().toString(), tile.width())) {
                    Files.delete(part);
                }
            }
        }
        if (tile.width() == TilePath.FULL) {
            try {
                Files.delete(parts);
            } catch (DirectoryNotEmptyException strange) {
                log.warn("{} holds files that are no tiles", parts);
            }
        }
    }

    private static boolean isOutlived(String name, int width) {
        return name.endsWith(HALF_WRITTEN) || (WIDTH.matcher(name).matches() && Integer.parseInt(name) < width);
    }

    private static void replace(Path file, byte[] content) throws IOException {
        OwnerOnly.folderLikeItsParent(Objects.requireNonNull(file.getParent()));
        Path fresh = file.resolveSibling(file.getFileName() + HALF_WRITTEN);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                OwnerOnly.fileLikeItsFolder(fresh))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
