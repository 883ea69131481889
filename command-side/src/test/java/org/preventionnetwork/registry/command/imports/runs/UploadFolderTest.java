package org.preventionnetwork.registry.command.imports.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
    @TempDir
    Path path;

    @Test
    void files_are_their_owners_and_those_of_a_process_that_is_gone_are_deleted() throws IOException {
        UploadFolder folder = UploadFolder.emptied(path);
        Path upload = folder.newFile();
        Path scratch = folder.newScratchFile();
        for (Path file : new Path[] {upload, scratch}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        Path another = Files.createFile(path.resolve("somebody-elses"));

        UploadFolder.emptied(path);

        assertThat(path).isDirectoryContaining(file -> file.equals(another));
        assertThat(upload).doesNotExist();
        assertThat(scratch).doesNotExist();
    }
}
