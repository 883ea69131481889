package org.preventionnetwork.registry.query.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.SourceAddition;

/** What is known about one entity at one position: the facts that hold, in the order of their first recording. */
public final class KnownFacts {
    private final String entity;
    private final Map<FactId, KnownFact> byId = new LinkedHashMap<>();
    private final Map<String, Map<FactId, KnownFact>> bySubject = new LinkedHashMap<>();

    /** Nothing is known yet. */
    public KnownFacts(String entity) {
        this.entity = entity;
    }

    /** The stored aggregate id, e.g. {@code network:africa}. */
    public String entity() {
        return entity;
    }

    /** The entity's own id, e.g. {@code africa}. */
    public String id() {
        return entity.substring(entity.indexOf(':') + 1);
    }

    public @Nullable KnownFact get(FactId id) {
        return byId.get(id);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    public Collection<KnownFact> all() {
        return byId.values();
    }

    public <T extends Fact> Stream<Known<T>> all(Class<T> type) {
        return Known.of(byId.values().stream(), type);
    }

    public Collection<KnownFact> about(String subject) {
        return bySubject.getOrDefault(subject, Map.of()).values();
    }

    public <T extends Fact> Stream<Known<T>> about(String subject, Class<T> type) {
        return Known.of(about(subject).stream(), type);
    }

    public <T extends Fact> Optional<Known<T>> first(Class<T> type) {
        return all(type).findFirst();
    }

    /** A known fact, seen as what it is. */
    public record Known<T extends Fact>(T fact, KnownFact known) {
        static <T extends Fact> Stream<Known<T>> of(Stream<KnownFact> facts, Class<T> type) {
            return facts.filter(known -> type.isInstance(known.fact()))
                    .map(known -> new Known<>(type.cast(known.fact()), known));
        }
    }

    /**
     * Brings an event in.
     *
     * @return the fact before and after; nothing before a first recording, nothing after an annulment
     */
    public Changed apply(RecordedEvent at) {
        FactId id = at.event().factId();
        KnownFact before = byId.get(id);
        String source = (String) at.metadata().get(Provenance.SOURCE);
        if (at.event() instanceof Fact fact) {
            put(new KnownFact(fact, at.position(), List.of(at.position()), source));
        } else if (before == null) {
            throw new IllegalStateException(
                    at.name() + " at position " + at.position() + " is about a fact that is not known");
        } else if (at.event() instanceof Correction correction) {
            put(before.correctedTo(correction.replacement(), at.position(), source));
        } else if (at.event() instanceof Annulment) {
            remove(before);
        } else if (at.event() instanceof SourceAddition) {
            put(before.supportedBy(at.position(), source));
        } else {
            throw new IllegalStateException("no way to bring in " + at.name());
        }
        return new Changed(before, byId.get(id));
    }

    public record Changed(@Nullable KnownFact before, @Nullable KnownFact after) {}

    private void put(KnownFact known) {
        FactId id = known.fact().factId();
        KnownFact replaced = byId.put(id, known);
        if (replaced != null && !replaced.fact().subject().equals(known.fact().subject())) {
            removeFromSubject(replaced);
        }
        bySubject
                .computeIfAbsent(known.fact().subject(), subject -> new LinkedHashMap<>())
                .put(id, known);
    }

    private void remove(KnownFact known) {
        byId.remove(known.fact().factId());
        removeFromSubject(known);
    }

    private void removeFromSubject(KnownFact known) {
        Map<FactId, KnownFact> facts = bySubject.get(known.fact().subject());
        if (facts != null) {
            facts.remove(known.fact().factId());
            if (facts.isEmpty()) {
                bySubject.remove(known.fact().subject());
            }
        }
    }
}
