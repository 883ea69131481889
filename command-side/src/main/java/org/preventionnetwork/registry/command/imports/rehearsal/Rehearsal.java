package org.preventionnetwork.registry.command.imports.rehearsal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.dispatch.ProvenanceCorrelation;
import org.preventionnetwork.registry.command.dispatch.ReferenceCheck;
import org.preventionnetwork.registry.command.dispatch.RefusalsAsDetails;
import org.preventionnetwork.registry.command.dispatch.ScopeCheck;
import org.preventionnetwork.registry.command.imports.rows.History;
import org.preventionnetwork.registry.command.imports.rows.Registry;
import org.preventionnetwork.registry.command.infrastructure.AggregateCache;

/**
 * Decides as the registry does, by the same aggregates, and records nothing. Sees what was recorded until it asks; holds
 * no transaction. For any number of threads, as long as each entity is told of by one at a time.
 */
public final class Rehearsal implements Registry {
    private static final int CACHED = 1_000;

    private final RehearsedEvents events;
    private final Commands commands;
    private final Set<String> scopes;
    private final Histories histories;

    /**
     * @param aggregates the classes that the registry itself decides with
     * @param scopes what the sender's recording is limited to; empty for no limit
     */
    public Rehearsal(EventStore recorded, Collection<Class<?>> aggregates, Set<String> scopes) {
        this.scopes = scopes;
        events = new RehearsedEvents(recorded);
        EventStore store = EmbeddedEventStore.builder().storageEngine(events).build();
        CommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(new ProvenanceCorrelation())));
        bus.registerHandlerInterceptor(new RefusalsAsDetails());
        bus.registerHandlerInterceptor(new ScopeCheck(store));
        bus.registerHandlerInterceptor(new ReferenceCheck(store));
        Cache cache = new AggregateCache(CACHED);
        aggregates.forEach(aggregate -> subscribe(aggregate, store, cache, bus));
        commands = new Commands(DefaultCommandGateway.builder().commandBus(bus).build());
        histories = new Histories(store);
    }

    private static <A> void subscribe(Class<A> aggregate, EventStore store, Cache cache, CommandBus bus) {
        EventSourcingRepository<A> repository = EventSourcingRepository.builder(aggregate)
                .eventStore(store)
                .cache(cache)
                .build();
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(aggregate)
                .repository(repository)
                .build()
                .subscribe(bus);
    }

    @Override
    public Recorded send(RegistryCommand command, Provenance provenance) {
        return commands.send(command, provenance, null, scopes);
    }

    @Override
    public History history(EntityId entity) {
        return histories.of(entity);
    }

    /** Lets go of what nothing will be told about any more. */
    public void forget(EntityType type) {
        events.forget(type.prefix());
    }
}
