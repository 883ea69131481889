package org.preventionnetwork.registry.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.preventionnetwork.registry.api.files.OwnerOnly;

/** The PostgreSQL programs, unpacked once from the class path and named after their content. */
record PostgresBinaries(Path directory) {

    /** A half-unpacked directory is never used: it gets its final name only when it is complete. */
    static PostgresBinaries unpackInto(Path parent) throws IOException {
        byte[] archive = archive(Machine.thisOne());
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path folder = OwnerOnly.folderLikeItsParent(parent).toRealPath();
        Path target = folder.resolve(Long.toHexString(checksum.getValue()));
        if (!Files.isDirectory(target)) {
            Path fresh = Files.createTempDirectory(folder, "unpacking-");
            unpack(archive, fresh);
            settle(fresh, OwnerOnly.isPrivate(folder));
            moveIfFirst(fresh, target);
        }
        return new PostgresBinaries(target);
    }

    /** Gives programs the rights that they are to have, which the process's umask has no say in. */
    private static void settle(Path fresh, boolean ownerOnly) throws IOException {
        if (!Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> program = PosixFilePermissions.fromString(ownerOnly ? "rwx------" : "rwxr-xr-x");
        Set<PosixFilePermission> other = PosixFilePermissions.fromString(ownerOnly ? "rw-------" : "rw-r--r--");
        try (Stream<Path> files = Files.walk(fresh)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                Files.setPosixFilePermissions(
                        file, Files.isDirectory(file) || Files.isExecutable(file) ? program : other);
            }
        }
    }

    private static void moveIfFirst(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            deleteTree(fresh);
        }
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /** @throws NoPostgresForThisMachine when the class path has none that runs here */
    static byte[] archive(Machine machine) throws IOException {
        for (String name : machine.archives()) {
            try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name)) {
                if (archive != null) {
                    return archive.readAllBytes();
                }
            }
        }
        throw new NoPostgresForThisMachine(machine);
    }

    private static void unpack(byte[] archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = directory.resolve(entry.getName()).normalize();
                if (!file.startsWith(directory)) {
                    throw new IOException("The archive reaches outside its directory: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0 && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
