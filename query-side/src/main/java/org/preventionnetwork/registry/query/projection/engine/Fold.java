package org.preventionnetwork.registry.query.projection.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.preventionnetwork.registry.api.history.FactHistory.Changed;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.ReadModel;
import org.preventionnetwork.registry.query.projection.RecordedEvent;
import org.preventionnetwork.registry.query.projection.Rows;

/**
 * Folds events into what is known of their entities. Remembers the entities that are used most, for as long as there is memory
 * for them; one that was forgotten is folded again from its own history, which the event store has.
 *
 * <p>Used by one thread at a time. After a batch that did not commit, {@link #forgetAll()}.
 */
final class Fold {
    private final List<ReadModel> models;
    private final EntityHistory history;
    private final Cache<String, Entity> remembered;
    private Set<Long> skipped = Set.of();

    Fold(List<ReadModel> models, EntityHistory history, int capacity) {
        this.models = models;
        this.history = history;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(capacity)
                .softValues()
                .executor(Runnable::run)
                .build();
    }

    private static final class Entity {
        final KnownFacts facts;
        final List<Object> memories;
        long version;

        Entity(String id, List<Object> memories) {
            this.facts = new KnownFacts(id);
            this.memories = memories;
        }
    }

    /** Positions that were evicted: as if these events had not been. */
    void skip(Set<Long> positions) {
        skipped = Set.copyOf(positions);
    }

    void apply(List<RecordedEvent> batch, Rows rows) {
        Map<String, Entity> held = hold(batch);
        for (RecordedEvent at : batch) {
            apply(at, held, rows);
        }
        remembered.putAll(held);
    }

    private void apply(RecordedEvent at, Map<String, Entity> held, Rows rows) {
        Entity entity = Objects.requireNonNull(held.get(at.entity()));
        if (entity.version + 1 != at.version()) {
            // What is remembered is of a batch that did not commit, or of before another node's: the store knows
            // better.
            entity = load(List.of(at)).getOrDefault(at.entity(), fresh(at.entity()));
            held.put(at.entity(), entity);
        }
        if (entity.version + 1 != at.version()) {
            throw new IllegalStateException("event " + at.version() + " of " + at.entity() + " comes after event "
                    + entity.version + ": events are missing");
        }
        advance(entity, at, rows);
    }

    private void advance(Entity entity, RecordedEvent at, Rows rows) {
        entity.version = at.version();
        if (skipped.contains(at.position())) {
            return;
        }
        Changed changed = entity.facts.apply(at);
        Change change = new Change(at, entity.facts, changed.before(), changed.after());
        for (int i = 0; i < models.size(); i++) {
            models.get(i).apply(change, entity.memories.get(i), rows);
        }
    }

    /** The entities of a batch, held until its end: one whose entities are too many to remember reads each once. */
    private Map<String, Entity> hold(List<RecordedEvent> batch) {
        Map<String, Entity> held = new HashMap<>();
        List<RecordedEvent> unknown = new ArrayList<>();
        for (RecordedEvent at : batch) {
            if (!held.containsKey(at.entity())) {
                Entity known = remembered.getIfPresent(at.entity());
                held.put(at.entity(), known == null ? fresh(at.entity()) : known);
                if (known == null && at.version() > 1) {
                    unknown.add(at);
                }
            }
        }
        held.putAll(load(unknown));
        return held;
    }

    /** Each entity as it was before the given event. */
    private Map<String, Entity> load(List<RecordedEvent> firstEvents) {
        Map<String, Entity> loaded = new LinkedHashMap<>();
        if (firstEvents.isEmpty()) {
            return loaded;
        }
        Map<String, Long> before = new LinkedHashMap<>();
        firstEvents.forEach(at -> before.put(at.entity(), at.position()));
        history.read(before, at -> advance(loaded.computeIfAbsent(at.entity(), this::fresh), at, Rows.NONE));
        return loaded;
    }

    private Entity fresh(String id) {
        return new Entity(id, models.stream().map(ReadModel::remember).toList());
    }

    void forget(String id) {
        remembered.invalidate(id);
    }

    void forgetAll() {
        remembered.invalidateAll();
    }
}
