package org.preventionnetwork.registry.query.figures.definition;

import java.time.LocalDate;

/**
 * A definition as it was or is in force. Each goes on being countable, so that a figure that was pinned by it stays what
 * it was.
 *
 * @param number from 1 on
 * @param since the day from which the registry has counted by it
 */
public record DefinitionVersion(int number, LocalDate since) {
    /** What the registry counted by when it began. */
    static final DefinitionVersion FIRST = new DefinitionVersion(1, LocalDate.of(2026, 11, 22));

    /** Scopes go by what was so when it happened, and reported participants stand beside named ones. */
    static final DefinitionVersion SECOND = new DefinitionVersion(2, LocalDate.of(2026, 11, 30));

    /** What belongs to a programme is recorded, and what is not told to belong can belong at most. */
    static final DefinitionVersion THIRD = new DefinitionVersion(3, LocalDate.of(2026, 11, 30));
}
