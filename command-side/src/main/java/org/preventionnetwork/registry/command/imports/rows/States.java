package org.preventionnetwork.registry.command.imports.rows;

import java.util.Locale;
import org.preventionnetwork.registry.api.places.StateCode;

/** States in keys, by whatever name the sender calls them. */
final class States {
    private States() {}

    /** The code, or the cell itself where it names no state; the reader of commands will say so. */
    static String folded(String cell) {
        try {
            return StateCode.of(cell).value();
        } catch (IllegalArgumentException unknown) {
            return cell.toLowerCase(Locale.ROOT);
        }
    }
}
