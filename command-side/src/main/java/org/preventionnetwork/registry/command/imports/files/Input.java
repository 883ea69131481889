package org.preventionnetwork.registry.command.imports.files;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once. */
@FunctionalInterface
interface Input {
    InputStream open() throws IOException;
}
