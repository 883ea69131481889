package org.preventionnetwork.registry.query.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.FactHistory.Changed;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.RecordedEvent;
import org.springframework.stereotype.Component;

/** The facts of one entity as known at a position, read from the store: what a recorder looks for to correct one. */
@Component
public class EntityFacts {
    private final EntityHistory history;

    EntityFacts(EntityHistory history) {
        this.history = history;
    }

    /** As the API answers: told in English. */
    public List<FactItem> facts(EntityId entity, long position, boolean withAnnulled) {
        return facts(entity, position, withAnnulled, Tongue.API);
    }

    /** @return in the order of recording; empty when nothing was known of the entity */
    public List<FactItem> facts(EntityId entity, long position, boolean withAnnulled, Tongue tongue) {
        KnownFacts known = new KnownFacts(entity.aggregateId());
        Map<FactId, KnownFact> annulled = new LinkedHashMap<>();
        history.read(Map.of(entity.aggregateId(), position + 1), at -> bringIn(at, known, annulled));
        List<FactItem> items = new ArrayList<>();
        known.all().forEach(fact -> items.add(item(fact, known, false, tongue)));
        if (withAnnulled) {
            annulled.values().forEach(fact -> items.add(item(fact, known, true, tongue)));
        }
        items.sort((a, b) -> Long.compare(a.positions().get(0), b.positions().get(0)));
        return items;
    }

    /**
     * The version that {@code If-Match} is compared with: the entity's events up to the last that touched a part of it.
     *
     * @param subject the part, or the empty string for the whole
     * @return 0 when nothing was known of the entity
     */
    public long version(EntityId entity, String subject, long position) {
        KnownFacts known = new KnownFacts(entity.aggregateId());
        long[] versions = new long[2];
        history.read(Map.of(entity.aggregateId(), position + 1), at -> {
            Changed changed = known.apply(at);
            KnownFact fact = changed.after() == null ? changed.before() : changed.after();
            versions[0] = at.version();
            if (fact != null && fact.fact().subject().equals(subject)) {
                versions[1] = at.version();
            }
        });
        return subject.isEmpty() || versions[1] == 0 ? versions[0] : versions[1];
    }

    private static void bringIn(RecordedEvent at, KnownFacts known, Map<FactId, KnownFact> annulled) {
        KnownFact before = known.apply(at).before();
        if (at.event() instanceof Annulment && before != null) {
            List<Long> positions = new ArrayList<>(before.behind());
            positions.add(at.position());
            annulled.put(at.event().factId(), new KnownFact(before.fact(), before.order(), positions, before.source()));
        } else {
            annulled.remove(at.event().factId());
        }
    }

    private static FactItem item(KnownFact known, KnownFacts facts, boolean annulled, Tongue tongue) {
        EventCatalogue.StoredName name =
                EventCatalogue.standard().nameOf(known.fact().getClass());
        return new FactItem(
                known.fact().factId().value(),
                Objects.requireNonNull(name).name(),
                known.fact().subject(),
                known.fact().effectiveOn() == null
                        ? null
                        : known.fact().effectiveOn().toString(),
                annulled,
                known.source(),
                known.behind(),
                Sentences.of(known.fact(), facts, tongue),
                Masked.tree(known.fact()));
    }
}
