package org.preventionnetwork.registry.api.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;

/**
 * A fact as it is known at some position.
 *
 * @param order the position at which it was first recorded
 * @param behind the positions of the events that made it what it is: its recording and its corrections
 * @param source the citation it was recorded or last corrected with, or null
 */
public record KnownFact(Fact fact, long order, List<Long> behind, @Nullable String source) {
    KnownFact correctedTo(Fact replacement, long position, @Nullable String newSource) {
        return new KnownFact(replacement, order, with(position), newSource == null ? source : newSource);
    }

    KnownFact supportedBy(long position, @Nullable String newSource) {
        return new KnownFact(fact, order, with(position), source == null ? newSource : source);
    }

    private List<Long> with(long position) {
        List<Long> positions = new ArrayList<>(behind);
        positions.add(position);
        return List.copyOf(positions);
    }
}
