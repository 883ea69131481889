package org.preventionnetwork.registry.command.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.api.networks.MembershipKind.MEMBER;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.NETWORK;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.admit;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.correct;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.date;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.fact;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.membership;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.networks.NetworkCommand.FoundNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RegisterNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.WithdrawState;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.dispatch.DecidedOnWhatIsThere;
import org.preventionnetwork.registry.command.dispatch.ProvenanceCorrelation;
import org.preventionnetwork.registry.command.dispatch.RefusalsAsDetails;
import org.preventionnetwork.registry.command.infrastructure.AggregateCache;

/** Two nodes on one store, of which each remembers what it has decided on. */
class StaleAggregatesTest {
    private static final Provenance SOURCE = Provenance.from(NetworkSamples.WHY);
    private final AtomicInteger asked = new AtomicInteger();
    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public Optional<Long> lastSequenceNumberFor(String aggregate) {
                    asked.incrementAndGet();
                    return super.lastSequenceNumberFor(aggregate);
                }

                /** As PostgreSQL's unique key does. */
                @Override
                public void appendEvents(List<? extends EventMessage<?>> messages) {
                    for (EventMessage<?> message : messages) {
                        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
                        super.lastSequenceNumberFor(event.getAggregateIdentifier())
                                .filter(last -> last >= event.getSequenceNumber())
                                .ifPresent(taken -> {
                                    throw new ConcurrencyException("sequence number " + taken + " is taken");
                                });
                    }
                    super.appendEvents(messages);
                }
            })
            .build();
    private final Commands one = node();
    private final Commands other = node();

    private Commands node() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(new ProvenanceCorrelation())));
        bus.registerHandlerInterceptor(new RefusalsAsDetails());
        bus.registerHandlerInterceptor(new DecidedOnWhatIsThere(events));
        AggregateAnnotationCommandHandler.<NetworkAggregate>builder()
                .aggregateType(NetworkAggregate.class)
                .repository(EventSourcingRepository.builder(NetworkAggregate.class)
                        .eventStore(events)
                        .cache(new AggregateCache(10))
                        .build())
                .build()
                .subscribe(bus);
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build());
    }

    @BeforeEach
    void both_remember_a_network_with_argentina() {
        one.send(
                new RegisterNetwork(NETWORK, fact("f-net"), "Network", NetworkKind.REGIONAL, null, null, null), SOURCE);
        one.send(new FoundNetwork(NETWORK, fact("f-founded"), date("2012")), SOURCE);
        one.send(admit("ar", "AR", MEMBER, "2012-03-29"), SOURCE);
        assertThat(admitArgentina(other).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    private static Recorded admitArgentina(Commands node) {
        return node.send(admit("ar", "AR", MEMBER, "2012-03-29"), SOURCE);
    }

    private static WithdrawState withdraw(String fact, String on) {
        return new WithdrawState(NETWORK, fact(fact), membership("ar"), date(on));
    }

    @Test
    void what_the_other_node_made_necessary_is_not_swallowed_as_known() {
        one.send(withdraw("left", "2015"), SOURCE);
        assertThat(other.send(withdraw("left-too", "2015"), SOURCE).outcome()).isEqualTo(Outcome.UNCHANGED);
        one.send(correct("ar", "{\"until\": null}"), SOURCE);

        Recorded again = other.send(withdraw("left-after-all", "2015"), SOURCE);

        assertThat(again.outcome()).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void what_the_other_node_recorded_is_known_here() {
        one.send(admit("bo", "BO", MEMBER, "2012-03-29"), SOURCE);

        Recorded recorded =
                other.send(new WithdrawState(NETWORK, fact("bo-left"), membership("bo"), date("2016")), SOURCE);

        assertThat(recorded.outcome()).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void a_version_that_the_other_node_gave_is_expected_here() {
        long version = one.send(withdraw("left", "2015"), SOURCE).version();

        Recorded recorded = other.send(correct("ar", "{\"until\": \"2016\"}"), SOURCE, version);

        assertThat(recorded.outcome()).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void what_is_refused_by_what_is_there_stays_refused() {
        one.send(admit("bo", "BO", MEMBER, "2012-03-29"), SOURCE);

        assertThatThrownBy(() ->
                        other.send(new WithdrawState(NETWORK, fact("xx-left"), membership("xx"), date("2016")), SOURCE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.UNKNOWN_SUBJECT));
    }

    @Test
    void a_command_that_records_does_not_ask_the_store() {
        int before = asked.get();

        one.send(admit("bo", "BO", MEMBER, "2012-03-29"), SOURCE);

        assertThat(asked.get()).isEqualTo(before);
    }
}
