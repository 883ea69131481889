package org.preventionnetwork.registry.api.history;

import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;

/**
 * What holds of one entity: its events brought together, so that of every fact what it says now is known. Both the
 * rules that decide what may be recorded and the projections that answer read with this; nothing else folds events.
 *
 * <p>Facts stand in the order of their first recording; a correction keeps the place, an annulled id that is recorded
 * anew comes last. Lookups by subject cost only as much as the subject has facts. Not thread-safe.
 */
public final class FactHistory<F extends Fact> {
    private final Class<F> type;
    private final Map<FactId, KnownFact> byId = new HashMap<>();
    private final NavigableMap<Long, KnownFact> inOrder = new TreeMap<>();
    private final Map<String, NavigableMap<Long, KnownFact>> bySubject = new LinkedHashMap<>();
    private final List<F> former = new ArrayList<>();
    private final Set<FactId> annulled = new HashSet<>();
    private final Set<String> annulledSubjects = new HashSet<>();
    private final Set<Class<?>> annulledKinds = new HashSet<>();
    private long events;
    private long last;
    /** No part of what is known, only of how it is looked at; so is the count. */
    private transient Map<Reading<?>, Object> readings = new IdentityHashMap<>();

    private transient long readingsMade;

    /** What all facts together tell, such as the spells of all memberships; the same of the same facts. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(FactHistory<?> facts);
    }

    /** Nothing is known yet. */
    public FactHistory(Class<F> type) {
        this.type = type;
    }

    /** @param before nothing where it is a first recording; @param after nothing where it is an annulment */
    public record Changed(@Nullable KnownFact before, @Nullable KnownFact after) {}

    /**
     * What the facts tell by this reading, made once for as long as they stay the same: the rules that look at one
     * decision share it.
     *
     * @param reading always the same object, whose result nobody changes
     */
    @SuppressWarnings("unchecked")
    public <T> T read(Reading<T> reading) {
        Object known = readings.get(reading);
        if (known == null) {
            known = reading.of(this);
            readings.put(reading, known);
            readingsMade++;
        }
        return (T) known;
    }

    /** How many readings were made and not only looked up, ever. */
    public long readingsMade() {
        return readingsMade;
    }

    /** Brings the entity's next event in, where no position in the ledger is at hand. */
    public Changed apply(RegistryEvent event, @Nullable String source) {
        return apply(event, last + 1, source);
    }

    /**
     * Brings the entity's next event in.
     *
     * @param position greater than that of every event before
     * @throws IllegalStateException when it is about a fact that is not known
     */
    public Changed apply(RegistryEvent event, long position, @Nullable String source) {
        FactId id = event.factId();
        KnownFact before = byId.get(id);
        if (event instanceof Fact fact) {
            set(new KnownFact(type.cast(fact), position, List.of(position), source));
        } else if (before == null) {
            throw new IllegalStateException("the event at position " + position + ", "
                    + event.getClass().getSimpleName() + ", is about a fact that is not known");
        } else if (event instanceof Correction correction) {
            former.add(type.cast(before.fact()));
            set(before.correctedTo(type.cast(correction.replacement()), position, source));
        } else if (event instanceof Annulment annulment) {
            annul(before, annulment.wholeBatch() != null);
        } else if (event instanceof SourceAddition) {
            set(before.supportedBy(position, source));
        } else {
            throw new IllegalStateException("no way to bring in " + event.getClass());
        }
        events++;
        last = position;
        return new Changed(before, byId.get(id));
    }

    /** How many events were brought in. */
    public long events() {
        return events;
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    public Collection<F> all() {
        return said(inOrder.values());
    }

    public <T extends Fact> Stream<T> all(Class<T> wanted) {
        return of(inOrder.values(), wanted);
    }

    public @Nullable F get(FactId id) {
        KnownFact known = byId.get(id);
        return known == null ? null : type.cast(known.fact());
    }

    /** The facts about one part of the entity; of the entity as a whole for the empty string. */
    public List<F> about(String subject) {
        return List.copyOf(said(part(subject)));
    }

    public <T extends Fact> Stream<T> about(String subject, Class<T> wanted) {
        return of(part(subject), wanted);
    }

    /** The parts of the entity that facts are about. */
    public Collection<String> subjects() {
        return bySubject.keySet();
    }

    /** The fact of which there is at most one, such as a network's foundation. */
    public <T extends Fact> Optional<T> only(Class<T> wanted) {
        return about("", wanted).findFirst();
    }

    /** All facts with how they are known. */
    public Collection<KnownFact> known() {
        return Collections.unmodifiableCollection(inOrder.values());
    }

    public <T extends Fact> Stream<Known<T>> known(Class<T> wanted) {
        return Known.of(inOrder.values().stream(), wanted);
    }

    public @Nullable KnownFact known(FactId id) {
        return byId.get(id);
    }

    public Collection<KnownFact> knownAbout(String subject) {
        return Collections.unmodifiableCollection(part(subject));
    }

    public <T extends Fact> Stream<Known<T>> knownAbout(String subject, Class<T> wanted) {
        return Known.of(part(subject).stream(), wanted);
    }

    /** Whether the one was first recorded before the other; both hold here. */
    public boolean recordedBefore(F one, F other) {
        return order(one) < order(other);
    }

    /**
     * What was said before it was corrected or annulled, in that order; not what was annulled with the whole import
     * that told it.
     */
    public <T extends Fact> Stream<T> former(Class<T> wanted) {
        return former.stream().filter(wanted::isInstance).map(wanted::cast);
    }

    public boolean isAnnulled(FactId id) {
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
    public boolean wasAnnulled(Class<? extends F> kind) {
        return annulledKinds.contains(kind);
    }

    /** Answers as if these facts were put, new or instead of those with their ids, and those removed; changes nothing. */
    public <T> T supposing(Collection<F> put, Collection<F> removed, Supplier<T> question) {
        Deque<Runnable> undo = new ArrayDeque<>();
        long before = last;
        Map<Reading<?>, Object> own = readings;
        readings = new IdentityHashMap<>();
        try {
            for (F fact : removed) {
                KnownFact known = byId.get(fact.factId());
                if (known != null) {
                    unset(known);
                    undo.push(() -> set(known));
                }
            }
            for (F fact : put) {
                KnownFact known = byId.get(fact.factId());
                KnownFact tried = known == null
                        ? new KnownFact(fact, ++last, List.of(), null)
                        : new KnownFact(fact, known.order(), known.behind(), known.source());
                set(tried);
                undo.push(known == null ? () -> unset(tried) : () -> set(known));
            }
            return question.get();
        } finally {
            undo.forEach(Runnable::run);
            last = before;
            readings = own;
        }
    }

    private void annul(KnownFact known, boolean withItsBatch) {
        FactId id = known.fact().factId();
        unset(known);
        annulled.add(id);
        annulledSubjects.add(known.fact().subject());
        annulledKinds.add(known.fact().getClass());
        if (withItsBatch) {
            former.removeIf(fact -> fact.factId().equals(id));
        } else {
            former.add(type.cast(known.fact()));
        }
    }

    private Collection<KnownFact> part(String subject) {
        NavigableMap<Long, KnownFact> part = bySubject.get(subject);
        return part == null ? List.of() : part.values();
    }

    private long order(F fact) {
        KnownFact known = byId.get(fact.factId());
        if (known == null) {
            throw new IllegalArgumentException("no fact '" + fact.factId() + "' holds here");
        }
        return known.order();
    }

    private void set(KnownFact known) {
        readings.clear();
        KnownFact replaced = byId.put(known.fact().factId(), known);
        if (replaced != null
                && (replaced.order() != known.order()
                        || !replaced.fact().subject().equals(known.fact().subject()))) {
            inOrder.remove(replaced.order());
            removeFromPart(replaced);
        }
        inOrder.put(known.order(), known);
        bySubject
                .computeIfAbsent(known.fact().subject(), subject -> new TreeMap<>())
                .put(known.order(), known);
    }

    private void unset(KnownFact known) {
        readings.clear();
        byId.remove(known.fact().factId());
        inOrder.remove(known.order());
        removeFromPart(known);
    }

    private void removeFromPart(KnownFact known) {
        NavigableMap<Long, KnownFact> part = bySubject.get(known.fact().subject());
        if (part != null && part.remove(known.order()) != null && part.isEmpty()) {
            bySubject.remove(known.fact().subject());
        }
    }

    private static <T extends Fact> Stream<T> of(Collection<KnownFact> facts, Class<T> wanted) {
        return facts.stream().map(KnownFact::fact).filter(wanted::isInstance).map(wanted::cast);
    }

    private Collection<F> said(Collection<KnownFact> facts) {
        return new AbstractCollection<>() {
            @Override
            public Iterator<F> iterator() {
                Iterator<KnownFact> each = facts.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public F next() {
                        return type.cast(each.next().fact());
                    }
                };
            }

            @Override
            public int size() {
                return facts.size();
            }
        };
    }
}
