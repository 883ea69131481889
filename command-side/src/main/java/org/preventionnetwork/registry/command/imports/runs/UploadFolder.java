package org.preventionnetwork.registry.command.imports.runs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.preventionnetwork.registry.api.files.OwnerOnly;

/**
 * Where uploads lie until they are imported, and what dry runs cannot hold in memory. They may hold personal data, so
 * nothing stays, and only this process's user may read what is there meanwhile.
 */
record UploadFolder(Path path) {
    static UploadFolder emptied(Path path) throws IOException {
        Path folder = OwnerOnly.folder(path.toAbsolutePath());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "{upload,dry-run}*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return new UploadFolder(folder);
    }

    Path newFile() throws IOException {
        return Files.createTempFile(path, "upload-", ".part", OwnerOnly.file(path));
    }

    Path newScratchFile() throws IOException {
        return Files.createTempFile(path, "dry-run-", ".scratch", OwnerOnly.file(path));
    }
}
