package org.preventionnetwork.registry.command.imports.runs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where uploads lie until they are imported, and what dry runs cannot hold in memory. They may hold personal data, so
 * nothing stays.
 */
record UploadFolder(Path path) {
    static UploadFolder emptied(Path path) throws IOException {
        Path folder = Files.createDirectories(path.toAbsolutePath());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "{upload,dry-run}*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return new UploadFolder(folder);
    }

    Path newFile() throws IOException {
        return Files.createTempFile(path, "upload-", ".part");
    }

    /** Only this process's user may read it. */
    Path newScratchFile() throws IOException {
        return Files.createTempFile(path, "dry-run-", ".scratch");
    }
}
