package org.preventionnetwork.registry.command.imports.rows;

import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.history.FactHistory;

/** Where rows are told: the registry, or a rehearsal of it that nobody remembers. */
public interface Registry {
    /** @throws Refused as the registry does */
    Recorded send(RegistryCommand command, Provenance provenance);

    /** What is recorded about an entity by now; empty where there is none. */
    FactHistory<Fact> history(EntityId entity);

    /** The same as it is now, to try something on; what is told to it nobody remembers. */
    Trial trial();

    /** Is gone when it is closed. */
    interface Trial extends Registry, AutoCloseable {
        @Override
        void close();
    }
}
