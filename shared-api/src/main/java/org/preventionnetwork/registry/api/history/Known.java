package org.preventionnetwork.registry.api.history;

import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.Fact;

/** A known fact, seen as what it is. */
public record Known<T extends Fact>(T fact, KnownFact known) {
    public static <T extends Fact> Stream<Known<T>> of(Stream<KnownFact> facts, Class<T> type) {
        return facts.filter(known -> type.isInstance(known.fact()))
                .map(known -> new Known<>(type.cast(known.fact()), known));
    }
}
