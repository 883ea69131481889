package org.preventionnetwork.registry.query.figures.definition;

import java.time.LocalDate;
import java.util.List;

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

    /**
     * Scopes go by what was so when it happened and by what is recorded to belong to them, every state that can have been
     * served is possible, and reported participants stand beside named ones.
     */
    static final DefinitionVersion SECOND = new DefinitionVersion(2, LocalDate.of(2026, 11, 30));

    /**
     * The versions of one figure, in their order.
     *
     * @throws IllegalStateException when one of them is in force on no day, or a number is left out
     */
    static List<DefinitionVersion> inOrder(List<DefinitionVersion> versions) {
        for (int i = 0; i < versions.size(); i++) {
            DefinitionVersion version = versions.get(i);
            if (version.number() != i + 1) {
                throw new IllegalStateException(
                        "version %d stands where version %d belongs".formatted(version.number(), i + 1));
            }
            if (i > 0 && !versions.get(i - 1).since().isBefore(version.since())) {
                throw new IllegalStateException("version %d begins on %s, and so does not come after version %d"
                        .formatted(version.number(), version.since(), i));
            }
        }
        return versions;
    }
}
