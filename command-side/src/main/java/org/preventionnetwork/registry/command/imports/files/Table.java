package org.preventionnetwork.registry.command.imports.files;

import java.util.function.Consumer;

/** One file of an import, read as often as needed, a row at a time. */
public interface Table {
    FileKind kind();

    /** What it is called in reports, see {@link FileNames}. */
    String file();

    /** @throws Unreadable when the file turns out to be something else; at the end, where only its header is at fault */
    void read(Consumer<Row> rows);
}
