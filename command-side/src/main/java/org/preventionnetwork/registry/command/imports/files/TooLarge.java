package org.preventionnetwork.registry.command.imports.files;

import java.io.IOException;

/** More came out of an archive than is accepted. */
final class TooLarge extends IOException {
    TooLarge(String detail) {
        super(detail);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
