package org.preventionnetwork.registry.command.imports.files;

import java.io.IOException;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/** More came out of an archive than is accepted. */
final class TooLarge extends IOException {
    private final transient Said said;

    TooLarge(Said said) {
        super(said.detail());
        this.said = said;
    }

    Said said() {
        return said;
    }
}
