package org.preventionnetwork.registry.command.imports.rehearsal;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.imports.rows.Registry;
import org.preventionnetwork.registry.command.rehearsal.ScratchFiles;
import org.preventionnetwork.registry.command.rehearsal.Stage;

/**
 * Decides as the registry does, by the same aggregates, and records nothing. Sees what was recorded until it asks; holds
 * no transaction. For any number of threads, as long as each entity is told of by one at a time.
 */
public final class Rehearsal implements Registry.Trial {
    private final Stage stage;
    private final Set<String> scopes;
    private final Histories histories;
    private final Supplier<Trial> trials;

    /**
     * @param aggregates the classes that the registry itself decides with
     * @param scopes what the sender's recording is limited to; empty for no limit
     */
    public Rehearsal(
            EventStore recorded,
            Collection<Class<?>> aggregates,
            ScratchFiles files,
            SamePersons persons,
            Set<String> scopes) {
        this.scopes = scopes;
        stage = new Stage(recorded, aggregates, files, persons);
        histories = new Histories(stage.events());
        trials = () -> new Rehearsal(stage.events(), aggregates, files, persons, scopes);
    }

    @Override
    public Recorded send(RegistryCommand command, Provenance provenance) {
        return stage.commands().send(command, provenance, null, scopes);
    }

    @Override
    public FactHistory<Fact> history(EntityId entity) {
        return histories.of(entity);
    }

    @Override
    public Trial trial() {
        return trials.get();
    }

    @Override
    public void close() {
        stage.close();
    }
}
