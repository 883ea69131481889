package org.preventionnetwork.registry.command.imports.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP file that was unpacked once, to nowhere, and is neither damaged nor larger than accepted. */
final class Archive implements Closeable {
    private final ZipFile zip;
    private final List<ZipEntry> entries;

    private Archive(ZipFile zip, List<ZipEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    /** @throws Unreadable for what is damaged, encrypted, too large, or would escape a folder */
    static Archive open(Path path, String name, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(name);
        }
        try {
            verify(zip, name, limits);
            return new Archive(zip, entries(zip, name));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static void verify(ZipFile zip, String name, Limits limits) throws IOException {
        if (zip.size() > limits.entries()) {
            throw new Unreadable(name, "TOO_LARGE", Cause.ARCHIVE_TOO_MANY.with(limits.entries()));
        }
        AtomicLong total = new AtomicLong();
        Set<String> paths = new HashSet<>();
        int place = 0;
        for (ZipEntry entry : entries(zip, name)) {
            place++;
            requirePlainPath(entry.getName(), name);
            if (!paths.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new Unreadable(name, "REPEATED_FILE", Cause.ARCHIVE_TWICE.with());
            }
            String own = name + ", file " + place;
            try (InputStream content =
                    new InflatedLimit(zip.getInputStream(entry), limits, entry.getCompressedSize(), total)) {
                content.transferTo(OutputStream.nullOutputStream());
            } catch (TooLarge e) {
                throw new Unreadable(own, "TOO_LARGE", e.said());
            } catch (IOException | IllegalArgumentException e) {
                throw damaged(own);
            }
        }
    }

    private static void requirePlainPath(String path, String archive) {
        if (path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || List.of(path.split("/")).contains("..")) {
            throw new Unreadable(archive, "UNSAFE_PATH", Cause.ARCHIVE_UNSAFE.with());
        }
    }

    private static Unreadable damaged(String name) {
        return new Unreadable(name, "DAMAGED", Cause.ARCHIVE_DAMAGED.with());
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    /** What is done with the bytes of a file. */
    interface Reader {
        void read(InputStream content) throws IOException;
    }

    /** Every file after the other. */
    void read(Reader reader) throws IOException {
        for (ZipEntry entry : entries) {
            try (InputStream content = zip.getInputStream(entry)) {
                reader.read(content);
            }
        }
    }

    /** The files, without folders and what operating systems leave behind. */
    List<String> files() {
        return entries.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(path -> !path.startsWith("__MACOSX/") && !baseName(path).startsWith("."))
                .toList();
    }

    static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Input input(String path) {
        return () -> zip.getInputStream(zip.getEntry(path));
    }

    /** The JDK finds out that a name is no UTF-8 only when it lists the entry. */
    private static List<ZipEntry> entries(ZipFile zip, String name) {
        try {
            return zip.stream().map(ZipEntry.class::cast).toList();
        } catch (IllegalArgumentException e) {
            throw damaged(name);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
