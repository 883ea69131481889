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
import java.util.ArrayList;
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

    /** Of reading a tile; each that fails has seen the signer write another one. */
    private static final int ATTEMPTS = 100;

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

    /**
     * A wider tile will do for any part of it: it begins with the same hashes. The signer may be replacing a part by a
     * wider one meanwhile, which it writes before it drops the narrower.
     *
     * @throws EvidenceRejected when there is none, or it is damaged
     * @throws UncheckedIOException when that cannot be found out
     */
    @Override
    public HashTile read(TilePath tile) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                for (TilePath candidate : attempt == 0 ? List.of(tile) : atLeast(tile)) {
                    try {
                        return HashTile.decode(Files.readAllBytes(fileOf(candidate)), candidate.width());
                    } catch (NoSuchFileException replaced) {
                        continue;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new EvidenceRejected(folder + " has no " + tile);
    }

    /** The tile as it may be kept, the likeliest first: the part that was asked for, the full one, wider parts. */
    private List<TilePath> atLeast(TilePath tile) throws IOException {
        List<TilePath> kept = new ArrayList<>();
        kept.add(tile);
        Path parts = Objects.requireNonNull(
                fileOf(new TilePath(tile.level(), tile.index(), 1)).getParent());
        try (Stream<Path> files = Files.list(parts)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> WIDTH.matcher(name).matches())
                    .mapToInt(Integer::parseInt)
                    .filter(width -> width > tile.width() && width < TilePath.FULL)
                    .sorted()
                    .forEach(width -> kept.add(new TilePath(tile.level(), tile.index(), width)));
        } catch (NoSuchFileException becameFullOrNeverWas) {
            // Then only the full one can be there.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        kept.add(new TilePath(tile.level(), tile.index(), TilePath.FULL));
        return kept;
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
