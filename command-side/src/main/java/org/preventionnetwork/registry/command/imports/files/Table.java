package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import java.util.function.Consumer;

/** One file of an import, read as often as needed, a row at a time. */
public interface Table {
    FileKind kind();

    /** What it is called in reports, see {@link FileNames}. */
    String file();

    /** What is worth saying of the file and is not wrong with it. */
    List<Problem> notes();

    /** @throws Unreadable when the file turns out to be something else; at the end, where only its header is at fault */
    void read(Consumer<Row> rows);
}
