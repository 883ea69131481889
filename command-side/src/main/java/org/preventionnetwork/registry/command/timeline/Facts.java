package org.preventionnetwork.registry.command.timeline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;

/**
 * The facts that hold about one entity, in the order of their first recording; what rules look at. Lookups by subject
 * cost only as much as the subject has facts.
 */
public final class Facts<F extends Fact> {
    private final Map<FactId, F> byId = new LinkedHashMap<>();
    private final Map<String, Map<FactId, F>> bySubject = new LinkedHashMap<>();

    public Collection<F> all() {
        return byId.values();
    }

    public @Nullable F get(FactId id) {
        return byId.get(id);
    }

    public <T extends Fact> Stream<T> all(Class<T> type) {
        return byId.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** The facts about one part of the entity; of the entity as a whole for the empty string. */
    public List<F> about(String subject) {
        return List.copyOf(bySubject.getOrDefault(subject, Map.of()).values());
    }

    public <T extends Fact> Stream<T> about(String subject, Class<T> type) {
        return bySubject.getOrDefault(subject, Map.of()).values().stream()
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The parts of the entity that facts are about. */
    public Collection<String> subjects() {
        return bySubject.keySet();
    }

    /** The fact of which there is at most one, such as a network's foundation. */
    public <T extends Fact> Optional<T> only(Class<T> type) {
        return about("", type).findFirst();
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** The same facts, on which a change can be tried. */
    Facts<F> copy() {
        Facts<F> copy = new Facts<>();
        copy.byId.putAll(byId);
        bySubject.forEach((subject, facts) -> copy.bySubject.put(subject, new LinkedHashMap<>(facts)));
        return copy;
    }

    /** Adds or replaces, keeping the place in the order. */
    void put(F fact) {
        F replaced = byId.put(fact.factId(), fact);
        if (replaced != null && !replaced.subject().equals(fact.subject())) {
            removeFromSubject(replaced);
        }
        bySubject.computeIfAbsent(fact.subject(), s -> new LinkedHashMap<>()).put(fact.factId(), fact);
    }

    void remove(FactId id) {
        F removed = byId.remove(id);
        if (removed != null) {
            removeFromSubject(removed);
        }
    }

    private void removeFromSubject(F fact) {
        Map<FactId, F> facts = bySubject.get(fact.subject());
        if (facts != null && facts.remove(fact.factId()) != null && facts.isEmpty()) {
            bySubject.remove(fact.subject());
        }
    }
}
