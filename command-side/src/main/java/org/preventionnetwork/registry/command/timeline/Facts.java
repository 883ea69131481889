package org.preventionnetwork.registry.command.timeline;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;

/**
 * The facts that hold about one entity, in the order of their first recording; what rules look at. Lookups by subject
 * cost only as much as the subject has facts, and a change can be taken back at the cost of the change.
 */
public final class Facts<F extends Fact> {
    private final Map<FactId, Long> places = new HashMap<>();
    private final NavigableMap<Long, F> inOrder = new TreeMap<>();
    private final Map<String, NavigableMap<Long, F>> bySubject = new LinkedHashMap<>();
    private final Set<FactId> annulled = new HashSet<>();
    private final Set<String> annulledSubjects = new HashSet<>();
    private final Set<Class<?>> annulledKinds = new HashSet<>();
    private long nextPlace;

    public Collection<F> all() {
        return Collections.unmodifiableCollection(inOrder.values());
    }

    public @Nullable F get(FactId id) {
        Long place = places.get(id);
        return place == null ? null : inOrder.get(place);
    }

    public <T extends Fact> Stream<T> all(Class<T> type) {
        return inOrder.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** The facts about one part of the entity; of the entity as a whole for the empty string. */
    public List<F> about(String subject) {
        return List.copyOf(facts(subject));
    }

    public <T extends Fact> Stream<T> about(String subject, Class<T> type) {
        return facts(subject).stream().filter(type::isInstance).map(type::cast);
    }

    /** The parts of the entity that facts are about. */
    public Collection<String> subjects() {
        return bySubject.keySet();
    }

    /** The fact of which there is at most one, such as a network's foundation. */
    public <T extends Fact> Optional<T> only(Class<T> type) {
        return about("", type).findFirst();
    }

    /** Whether the one was first recorded before the other; both hold here. A correction keeps a fact's place. */
    public boolean recordedBefore(F one, F other) {
        return place(one) < place(other);
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /**
     * Adds or replaces, keeping the place in the order.
     *
     * @return takes it back, as long as changes are taken back in reverse
     */
    Runnable put(F fact) {
        Long known = places.get(fact.factId());
        long place = known == null ? nextPlace++ : known;
        F replaced = set(place, fact);
        return replaced == null ? () -> takeBack(place) : () -> set(place, replaced);
    }

    /** @return takes it back, as {@link #put} */
    Runnable remove(FactId id) {
        Long place = places.get(id);
        if (place == null) {
            return () -> {};
        }
        F removed = unset(place);
        return () -> set(place, removed);
    }

    /** Removes for good; it is remembered that it was here. */
    void annul(F fact) {
        remove(fact.factId());
        annulled.add(fact.factId());
        annulledSubjects.add(fact.subject());
        annulledKinds.add(fact.getClass());
    }

    boolean isAnnulled(FactId id) {
        return annulled.contains(id);
    }

    /**
     * Why nothing is found about a part of the entity. Whoever comes a moment after somebody else has annulled it had
     * every reason to expect it.
     */
    public RefusalCode missing(String subject) {
        return annulledSubjects.contains(subject) ? RefusalCode.ALREADY_ANNULLED : RefusalCode.UNKNOWN_SUBJECT;
    }

    /** Whether a fact of this kind was here and is annulled, whatever holds now. */
    boolean wasAnnulled(Class<? extends F> kind) {
        return annulledKinds.contains(kind);
    }

    private Collection<F> facts(String subject) {
        NavigableMap<Long, F> facts = bySubject.get(subject);
        return facts == null ? List.of() : facts.values();
    }

    private long place(F fact) {
        Long place = places.get(fact.factId());
        if (place == null) {
            throw new IllegalArgumentException("no fact '" + fact.factId() + "' holds here");
        }
        return place;
    }

    private @Nullable F set(long place, F fact) {
        F replaced = inOrder.put(place, fact);
        if (replaced != null && !replaced.subject().equals(fact.subject())) {
            removeFromSubject(place, replaced);
        }
        places.put(fact.factId(), place);
        bySubject.computeIfAbsent(fact.subject(), s -> new TreeMap<>()).put(place, fact);
        return replaced;
    }

    private F unset(long place) {
        F removed = Objects.requireNonNull(inOrder.remove(place));
        places.remove(removed.factId());
        removeFromSubject(place, removed);
        return removed;
    }

    private void takeBack(long place) {
        unset(place);
        nextPlace = place;
    }

    private void removeFromSubject(long place, F fact) {
        NavigableMap<Long, F> facts = bySubject.get(fact.subject());
        if (facts != null && facts.remove(place) != null && facts.isEmpty()) {
            bySubject.remove(fact.subject());
        }
    }
}
