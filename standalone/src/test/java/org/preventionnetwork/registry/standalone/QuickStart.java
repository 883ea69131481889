package org.preventionnetwork.registry.standalone;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What lets a registry that is a process of its own start in two thirds of the processor time: the modules' classes in
 * jars, since Java shares no classes of folders, and an archive of everything that one registry has loaded, which the
 * first that ends in peace leaves behind. Both are below {@code target}, named after what they are made of.
 */
final class QuickStart {
    private static final Path FOLDER = Path.of("target", "quick-start").toAbsolutePath();
    private static final QuickStart OF_THIS_BUILD = made();

    private final String classPath;
    private final Path archive;

    private QuickStart(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    static QuickStart ofThisBuild() {
        return OF_THIS_BUILD;
    }

    String classPath() {
        return classPath;
    }

    boolean hasArchive() {
        return Files.exists(archive);
    }

    List<String> options() {
        return hasArchive() ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable") : List.of();
    }

    /** Where a process may write the archive when it ends; see {@link #keep}. */
    Path draft() {
        return archive.resolveSibling(UUID.randomUUID() + ".draft");
    }

    static List<String> optionsToWrite(Path draft) {
        return List.of("-XX:ArchiveClassesAtExit=" + draft, "-Xlog:disable");
    }

    /** From now on others start with it. */
    void keep(Path draft) throws IOException {
        if (Files.exists(draft)) {
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static QuickStart made() {
        try {
            Files.createDirectories(FOLDER);
            // Another process of the same build may be here at this moment.
            try (FileChannel channel = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                List<String> entries = new ArrayList<>();
                CRC32 all = new CRC32();
                for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                    Path path = Path.of(entry).toAbsolutePath();
                    if (!Files.isDirectory(path)) {
                        if (!entry.endsWith("-tests.jar")) {
                            entries.add(entry);
                        }
                    } else if (!path.endsWith("test-classes")) {
                        entries.add(jar(path).toString());
                    }
                }
                String classPath = String.join(File.pathSeparator, entries);
                all.update((classPath + System.getProperty("java.vm.version")).getBytes());
                return new QuickStart(classPath, FOLDER.resolve(Long.toHexString(all.getValue()) + ".jsa"));
            }
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Path jar(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> !file.equals(folder)).sorted().toList();
        }
        CRC32 content = new CRC32();
        for (Path file : files) {
            content.update(folder.relativize(file).toString().getBytes());
            if (Files.isRegularFile(file)) {
                content.update(Files.readAllBytes(file));
            }
        }
        String module = folder.getParent().getParent().getFileName().toString();
        Path jar = FOLDER.resolve(module + "-" + Long.toHexString(content.getValue()) + ".jar");
        if (!Files.exists(jar)) {
            Path draft = FOLDER.resolve(UUID.randomUUID() + ".draft");
            try (OutputStream output = Files.newOutputStream(draft);
                    ZipOutputStream zip = new ZipOutputStream(output)) {
                zip.setLevel(1);
                for (Path file : files) {
                    // Folders too: Spring looks for them when it searches for the registry's parts.
                    String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                    zip.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, zip);
                    }
                    zip.closeEntry();
                }
            }
            Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        return jar;
    }
}
