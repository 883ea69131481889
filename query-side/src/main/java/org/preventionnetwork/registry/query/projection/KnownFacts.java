package org.preventionnetwork.registry.query.projection;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.FactHistory.Changed;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;

/** What is known about one entity at one position: the facts that hold, in the order of their first recording. */
public final class KnownFacts {
    private final String entity;
    private final FactHistory<Fact> history = new FactHistory<>(Fact.class);

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

    /** The same as the features read it; to be looked at only. */
    public FactHistory<Fact> history() {
        return history;
    }

    public @Nullable KnownFact get(FactId id) {
        return history.known(id);
    }

    public boolean isEmpty() {
        return history.isEmpty();
    }

    public Collection<KnownFact> all() {
        return history.known();
    }

    public <T extends Fact> Stream<Known<T>> all(Class<T> type) {
        return history.known(type);
    }

    public Collection<KnownFact> about(String subject) {
        return history.knownAbout(subject);
    }

    public <T extends Fact> Stream<Known<T>> about(String subject, Class<T> type) {
        return history.knownAbout(subject, type);
    }

    public <T extends Fact> Optional<Known<T>> first(Class<T> type) {
        return all(type).findFirst();
    }

    /**
     * Brings an event in.
     *
     * @return the fact before and after; nothing before a first recording, nothing after an annulment
     */
    public Changed apply(RecordedEvent at) {
        return history.apply(at.event(), at.position(), (String) at.metadata().get(Provenance.SOURCE));
    }
}
