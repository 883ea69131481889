package org.preventionnetwork.registry.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.query.projection.Rows.BeliefKey;

/**
 * A bitemporal read model: for each topic of an entity (a state in a network, say) the days on which something holds,
 * as it was believed from one position of the ledger to another. Beliefs are never changed, only ended, and no two of
 * one topic overlap on both clocks; the database refuses it.
 *
 * <p>Columns of every table: {@code entity, topic, known_from, known_until, n, valid, certain, behind}, then the
 * model's own. {@code known} is the range made of {@code known_from} and {@code known_until}.
 */
public abstract class BeliefModel<V> implements ReadModel {
    private final Table table;

    /**
     * @param name the table's
     * @param ownColumns name and type of each own column, in the order of {@link #values}
     * @param indexes further DDL, run when the table is complete; {@code ${schema}} stands for its schema
     */
    protected BeliefModel(String name, List<String> ownColumns, List<String> indexes) {
        this.table = BeliefTable.define(name, ownColumns, indexes);
    }

    /** The topics whose beliefs can change when this fact is recorded, corrected or annulled. */
    protected abstract Collection<String> topicsOf(KnownFacts facts, Fact fact);

    /** What is believed of a topic, for all days, in order and without overlap. */
    protected abstract List<Segment<V>> segments(KnownFacts facts, String topic);

    /** The own columns' values. */
    protected abstract @Nullable Object[] values(V value);

    public final Table table() {
        return table;
    }

    @Override
    public final List<Table> tables() {
        return List.of(table);
    }

    private record Open<V>(BeliefKey key, Segment<V> segment) {}

    @Override
    public final Object remember() {
        return new HashMap<String, List<Open<V>>>();
    }

    @Override
    public final void apply(Change change, Object memory, Rows rows) {
        @SuppressWarnings("unchecked")
        Map<String, List<Open<V>>> open = (Map<String, List<Open<V>>>) memory;
        Set<String> topics = new LinkedHashSet<>();
        if (change.before() != null) {
            topics.addAll(topicsOf(change.facts(), change.before().fact()));
        }
        if (change.after() != null) {
            topics.addAll(topicsOf(change.facts(), change.after().fact()));
        }
        for (String topic : topics) {
            List<Open<V>> now = revise(change, topic, open.getOrDefault(topic, List.of()), rows);
            if (now.isEmpty()) {
                open.remove(topic);
            } else {
                open.put(topic, now);
            }
        }
    }

    private List<Open<V>> revise(Change change, String topic, List<Open<V>> before, Rows rows) {
        List<Segment<V>> segments = segments(change.facts(), topic);
        List<Open<V>> now = new ArrayList<>();
        List<Segment<V>> fresh = new ArrayList<>(segments);
        for (Open<V> belief : before) {
            if (fresh.remove(belief.segment())) {
                now.add(belief);
            } else {
                rows.close(table, belief.key(), change.at().position());
            }
        }
        String entity = change.facts().entity();
        int n = 0;
        for (Segment<V> segment : fresh) {
            BeliefKey key = new BeliefKey(entity, topic, change.at().position(), n++);
            rows.open(
                    table,
                    key,
                    BeliefTable.row(key, segment, values(segment.value().value())));
            now.add(new Open<>(key, segment));
        }
        return now;
    }
}
