package org.preventionnetwork.registry.api.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folders and files that only the user may read whom this process belongs to, whatever its umask is. Below such a folder
 * everything is made like it; elsewhere, a copy that others fetch for instance, files get the rights that they usually
 * get. Where a file system knows no such rights, all of this changes nothing.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes what is missing of a folder's path; what is there keeps its rights. */
    public static Path folder(Path folder) throws IOException {
        return knowsRights(folder)
                ? Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER))
                : Files.createDirectories(folder);
    }

    /** Makes what is missing of a folder's path, as private as the nearest folder that is there. */
    public static Path folderLikeItsParent(Path folder) throws IOException {
        Path known = folder.toAbsolutePath();
        while (known != null && !Files.isDirectory(known)) {
            known = known.getParent();
        }
        return known != null && isPrivate(known) ? folder(folder) : Files.createDirectories(folder);
    }

    /** What to make a file with. */
    public static FileAttribute<?>[] file(Path file) {
        return knowsRights(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    /** What to make a file with that is as private as its folder, which is there. */
    public static FileAttribute<?>[] fileLikeItsFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && isPrivate(folder) ? file(file) : new FileAttribute<?>[0];
    }

    /** Makes an empty file unless there is one, for programs that would make it with rights of their own. */
    public static Path make(Path file) throws IOException {
        try {
            return Files.createFile(file, file(file));
        } catch (FileAlreadyExistsException asItIs) {
            return file;
        }
    }

    /** Whether nobody but its owner may enter it. */
    public static boolean isPrivate(Path folder) throws IOException {
        if (!knowsRights(folder)) {
            return false;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        return rights.stream()
                .noneMatch(right -> !FOLDER.contains(right) && right != PosixFilePermission.GROUP_EXECUTE);
    }

    /**
     * Takes from everybody else what they may do with a folder and all that is in it, links not followed.
     *
     * @throws IOException where something belongs to another user
     */
    public static void narrow(Path folder) throws IOException {
        if (!knowsRights(folder)) {
            return;
        }
        // The folder first: from then on nobody else gets at what is in it.
        narrowOne(folder);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                narrowOne(inner);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink()) {
                    narrowOne(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return passed(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) throws IOException {
                return failure == null ? FileVisitResult.CONTINUE : passed(failure);
            }

            private FileVisitResult passed(IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static void narrowOne(Path path) throws IOException {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> own = EnumSet.noneOf(PosixFilePermission.class);
            rights.stream().filter(FOLDER::contains).forEach(own::add);
            if (!own.equals(rights)) {
                Files.setPosixFilePermissions(path, own);
            }
        } catch (NoSuchFileException gone) {
            // Whoever else works here has just deleted it.
        }
    }

    private static boolean knowsRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
