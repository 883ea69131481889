package org.preventionnetwork.registry.command.imports.runs;

import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.imports.rehearsal.Histories;
import org.preventionnetwork.registry.command.imports.rehearsal.Rehearsal;
import org.preventionnetwork.registry.command.imports.rows.Registry;

/** The registry itself, one command in one transaction. */
final class LiveRegistry implements Registry {
    private final Commands commands;
    private final Set<String> scopes;
    private final Histories histories;
    private final Supplier<Rehearsal> rehearsals;

    /**
     * @param rehearsals of this registry, within the same limits
     * @param scopes what the sender's recording is limited to; empty for no limit
     */
    LiveRegistry(Commands commands, EventStore events, Supplier<Rehearsal> rehearsals, Set<String> scopes) {
        this.rehearsals = rehearsals;
        this.scopes = scopes;
        this.commands = commands;
        this.histories = new Histories(events);
    }

    @Override
    public Recorded send(RegistryCommand command, Provenance provenance) {
        return commands.send(command, provenance, null, scopes);
    }

    @Override
    public FactHistory<Fact> history(EntityId entity) {
        return histories.of(entity);
    }

    @Override
    public Trial trial() {
        return rehearsals.get();
    }
}
