package org.preventionnetwork.registry.command.imports.rows;

/** What became of a row; of several commands' outcomes, the greatest is the row's. */
public enum Outcome {
    /** It says what is recorded, or was before it was corrected. */
    UNCHANGED,
    RECORDED,
    /** Something else is recorded; nothing was changed. */
    CONFLICT,
    /** It was left out. */
    ERROR;

    Outcome or(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
