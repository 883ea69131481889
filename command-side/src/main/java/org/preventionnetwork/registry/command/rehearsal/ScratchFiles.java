package org.preventionnetwork.registry.command.rehearsal;

import java.io.IOException;
import java.nio.file.Path;

/** Where a rehearsal puts what is too much for memory. */
@FunctionalInterface
public interface ScratchFiles {
    /** A new and empty file that only this process's user may read; whoever asks for it deletes it. */
    Path newFile() throws IOException;
}
