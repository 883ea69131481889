package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;

/** What holds of an entity, and what was believed of it before it was corrected. */
public final class History {
    private final Map<FactId, Fact> holding = new LinkedHashMap<>();
    private final List<Fact> former = new ArrayList<>();
    private long events;

    public void on(RegistryEvent event) {
        events++;
        if (event instanceof Correction correction) {
            Fact before = holding.put(event.factId(), correction.replacement());
            if (before != null) {
                former.add(before);
            }
        } else if (event instanceof Annulment annulment) {
            Fact before = holding.remove(event.factId());
            if (annulment.wholeBatch() != null) {
                former.removeIf(fact -> fact.factId().equals(event.factId()));
            } else if (before != null) {
                former.add(before);
            }
        } else if (event instanceof Fact fact) {
            holding.put(fact.factId(), fact);
        }
    }

    /** How many events were brought in. */
    public long events() {
        return events;
    }

    public <T extends Fact> Stream<T> holding(Class<T> type) {
        return holding.values().stream().filter(type::isInstance).map(type::cast);
    }

    <T extends Fact> Stream<T> former(Class<T> type) {
        return former.stream().filter(type::isInstance).map(type::cast);
    }
}
