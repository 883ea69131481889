package org.preventionnetwork.registry.standalone.postgres;

import java.nio.file.Path;

/** Another registry already runs on this data directory. */
final class DataDirectoryInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path home, String holder) {
        super("Another registry" + (holder.isEmpty() ? "" : " (process " + holder + ")") + " is running on " + home);
    }
}
