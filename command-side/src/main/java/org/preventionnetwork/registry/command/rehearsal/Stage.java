package org.preventionnetwork.registry.command.rehearsal;

import java.util.Collection;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.dispatch.MergeCheck;
import org.preventionnetwork.registry.command.dispatch.MergeLock;
import org.preventionnetwork.registry.command.dispatch.OfficialCheck;
import org.preventionnetwork.registry.command.dispatch.PersonsAsMetadata;
import org.preventionnetwork.registry.command.dispatch.ProvenanceCorrelation;
import org.preventionnetwork.registry.command.dispatch.ReferenceCheck;
import org.preventionnetwork.registry.command.dispatch.RefusalsAsDetails;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.dispatch.ScopeCheck;
import org.preventionnetwork.registry.command.dispatch.SuccessionCheck;
import org.preventionnetwork.registry.command.infrastructure.AggregateCache;

/**
 * The registry as it would be: commands pass the same checks and are decided by the same aggregates, and their events
 * go nowhere: a few stay in memory, more go to a scratch file that nobody else can read, and all are gone when this is
 * closed. Sees what was recorded until it asks; holds no transaction. For any number of threads, as long as each entity is
 * told of by one at a time.
 */
public final class Stage implements AutoCloseable {
    /** Few: what is only tried should not push out what is in use. */
    private static final int CACHED = 200;

    /** Finding out how an aggregate handles its messages takes longer than a decision. */
    private static final ClassValue<AggregateModel<?>> MODELS = new ClassValue<>() {
        @Override
        protected AggregateModel<?> computeValue(Class<?> type) {
            return AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        }
    };

    private final RehearsedEvents rehearsed;
    private final EventStore events;
    private final Commands commands;

    /** @param aggregates the classes that the registry itself decides with */
    public Stage(EventStore recorded, Collection<Class<?>> aggregates, ScratchFiles files, SamePersons persons) {
        this(recorded, aggregates, files, persons, List.of());
    }

    /** @param further what commands pass beside the checks that every command passes */
    Stage(
            EventStore recorded,
            Collection<Class<?>> aggregates,
            ScratchFiles files,
            SamePersons persons,
            List<MessageHandlerInterceptor<CommandMessage<?>>> further) {
        rehearsed = new RehearsedEvents(recorded, files);
        events = EmbeddedEventStore.builder().storageEngine(rehearsed).build();
        CommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(new ProvenanceCorrelation())));
        bus.registerHandlerInterceptor(new RefusalsAsDetails());
        bus.registerHandlerInterceptor(new ScopeCheck(events));
        bus.registerHandlerInterceptor(new ReferenceCheck(events));
        bus.registerHandlerInterceptor(new OfficialCheck(events));
        MergeLock lock = MergeLock.ofThisProcess();
        bus.registerHandlerInterceptor(new MergeCheck(events, lock));
        bus.registerHandlerInterceptor(new SuccessionCheck(events, lock));
        bus.registerHandlerInterceptor(new PersonsAsMetadata(persons));
        further.forEach(bus::registerHandlerInterceptor);
        Cache cache = new AggregateCache(CACHED);
        aggregates.forEach(aggregate -> subscribe(aggregate, cache, bus));
        commands = Commands.rehearsing(
                DefaultCommandGateway.builder().commandBus(bus).build());
    }

    @SuppressWarnings("unchecked")
    private <A> void subscribe(Class<A> aggregate, Cache cache, CommandBus bus) {
        AggregateModel<A> model = (AggregateModel<A>) MODELS.get(aggregate);
        EventSourcingRepository<A> repository = EventSourcingRepository.builder(aggregate)
                .aggregateModel(model)
                .eventStore(events)
                .cache(cache)
                .build();
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(aggregate)
                .aggregateModel(model)
                .repository(repository)
                .build()
                .subscribe(bus);
    }

    /** Decides commands; what they would record is seen by the next ones. */
    public Commands commands() {
        return commands;
    }

    /** What is recorded, followed by what would be. */
    public EventStore events() {
        return events;
    }

    /** What would be recorded about an entity, in order. */
    List<DomainEventMessage<?>> rehearsed(EntityId entity) {
        return rehearsed.of(entity.aggregateId());
    }

    @Override
    public void close() {
        rehearsed.close();
    }
}
