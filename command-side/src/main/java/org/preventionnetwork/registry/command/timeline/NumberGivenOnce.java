package org.preventionnetwork.registry.command.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RefusalCode;

/** A number that tells parts of an entity from each other, so that no two of them have the same. */
public final class NumberGivenOnce {
    private NumberGivenOnce() {}

    /**
     * Looks through all parts only where one that is touched has a number.
     *
     * @param number of a fact, or null where it gives none
     * @param detail says whose number it is, without repeating it
     */
    public static <F extends Fact, T extends Fact> Rule<F> among(
            Class<T> type, Function<T, ? extends @Nullable Object> number, String detail) {
        return (facts, touched, violations) -> {
            Map<Object, T> given = new HashMap<>();
            touched.stream()
                    .filter(subject -> !subject.isEmpty())
                    .flatMap(subject -> facts.about(subject, type))
                    .forEach(fact -> {
                        Object own = number.apply(fact);
                        if (own != null) {
                            given.put(own, fact);
                        }
                    });
            if (given.isEmpty()) {
                return;
            }
            facts.all(type).forEach(other -> {
                Object taken = number.apply(other);
                T one = taken == null ? null : given.get(taken);
                if (one != null && !one.subject().equals(other.subject())) {
                    violations.add(RefusalCode.NUMBER_TAKEN, detail, one, other);
                }
            });
        };
    }
}
