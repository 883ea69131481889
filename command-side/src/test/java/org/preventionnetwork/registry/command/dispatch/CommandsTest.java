package org.preventionnetwork.registry.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.editions.EditionCommand.CorrectFact;
import org.preventionnetwork.registry.api.editions.EditionId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DesignateSecretariat;
import org.preventionnetwork.registry.api.networks.NetworkCommand.FoundNetwork;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.outages.Kept;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.statements.StatementCommand.PublishStatement;
import org.preventionnetwork.registry.api.statements.StatementId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;

class CommandsTest {
    private static final Provenance LOCAL = new Provenance("local", "SECRETARIAT", "Minutes", null, null, null);
    private static final NetworkId AFRICA = new NetworkId("africa");
    private static final FoundNetwork FOUND = new FoundNetwork(AFRICA, new FactId("f-1"), HistoricalDate.parse("2013"));
    private static final Recorded RECORDED = new Recorded(new FactId("f-1"), 2, Outcome.RECORDED, null, null);

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Commands commands =
            new Commands(DefaultCommandGateway.builder().commandBus(bus).build());
    private final List<CommandMessage<?>> handled = new ArrayList<>();

    private void on(Class<? extends RegistryCommand> command, MessageHandler<CommandMessage<?>> handler) {
        bus.subscribe(command.getName(), message -> {
            handled.add(message);
            return handler.handle(message);
        });
    }

    private Refusal refusal(RegistryCommand command) {
        Refused refused = catchThrowableOfType(Refused.class, () -> commands.send(command, LOCAL));
        assertThat(refused).isNotNull();
        return refused.refusal();
    }

    @Test
    void a_command_goes_with_its_provenance_and_the_expected_version() {
        on(FoundNetwork.class, message -> RECORDED);
        assertThat(commands.send(FOUND, LOCAL, 7L)).isEqualTo(RECORDED);
        assertThat(handled.get(0).getMetaData())
                .containsEntry(Provenance.ACTOR, "local")
                .containsEntry(Provenance.SOURCE, "Minutes")
                .containsEntry(Provenance.EXPECTED_VERSION, 7L);
        assertThat(new ProvenanceCorrelation().correlationDataFor(handled.get(0)))
                .isEqualTo(Map.of("actor", "local", "role", "SECRETARIAT", "source", "Minutes"));
    }

    @Test
    void of_a_request_only_what_stays_counts_as_recorded_and_not_what_was_rehearsed() {
        on(FoundNetwork.class, message -> RECORDED);
        Commands rehearsing = Commands.rehearsing(
                DefaultCommandGateway.builder().commandBus(bus).build());
        try (Kept.Request request = Kept.begin()) {
            assertThat(rehearsing.send(FOUND, LOCAL).changed()).isTrue();
            assertThat(Kept.any()).isFalse();
            commands.send(FOUND, LOCAL);
            assertThat(Kept.any()).isTrue();
        }
    }

    @Nested
    class a_refusal {
        private final Refusal overlaps =
                new Refusal(RefusalCode.MEMBERSHIP_OVERLAPS, "they overlap", List.of(new FactId("f-9")), "from");

        @Test
        void of_this_node_reaches_the_sender_as_it_is() {
            bus.registerHandlerInterceptor(new RefusalsAsDetails());
            on(FoundNetwork.class, message -> {
                throw new Refused(overlaps);
            });
            assertThat(refusal(FOUND)).isEqualTo(overlaps);
        }

        @Test
        void of_another_node_arrives_as_details_in_json() {
            String json = RegistryJson.mapper().writeValueAsString(overlaps);
            Refusal received = RegistryJson.mapper().readValue(json, Refusal.class);
            on(FoundNetwork.class, message -> {
                throw new CommandExecutionException("remote", null, received);
            });
            assertThat(refusal(FOUND)).isEqualTo(overlaps);
        }

        @Test
        void is_what_an_unknown_entity_is_too() {
            bus.registerHandlerInterceptor(new RefusalsAsDetails());
            on(FoundNetwork.class, message -> {
                throw new AggregateNotFoundException("network:africa", "not found");
            });
            assertThat(refusal(FOUND).code()).isEqualTo(RefusalCode.UNKNOWN_ENTITY);
            assertThat(refusal(FOUND).detail()).isEqualTo("no network 'africa' is recorded");
        }
    }

    @Nested
    class when_somebody_else_was_faster {
        @Test
        void the_command_is_decided_anew() {
            on(FoundNetwork.class, message -> switch (handled.size()) {
                case 1 -> throw new ConcurrencyException("sequence 3 is taken");
                case 2 -> throw new AggregateStreamCreationException("sequence 0 is taken");
                default -> RECORDED;
            });
            assertThat(commands.send(FOUND, LOCAL)).isEqualTo(RECORDED);
            assertThat(handled).hasSize(3);
        }

        @Test
        void again_and_again_it_is_refused() {
            on(FoundNetwork.class, message -> {
                throw new ConcurrencyException("taken");
            });
            assertThat(refusal(FOUND).code()).isEqualTo(RefusalCode.VERSION_MOVED_ON);
        }
    }

    @Nested
    class references {
        private final EventStore events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        private final ProgrammeId programme = new ProgrammeId("africa");

        private void checked() {
            bus.registerHandlerInterceptor(new RefusalsAsDetails());
            bus.registerHandlerInterceptor(new ReferenceCheck(events));
        }

        private PublishStatement statement(String scope) {
            return new PublishStatement(
                    new StatementId("s-1"),
                    new FactId("f-1"),
                    HistoricalDate.parse("2020"),
                    Metric.SEMINARS,
                    Qualifier.EXACTLY,
                    3,
                    new Scope(scope),
                    List.of());
        }

        @Test
        void to_what_was_never_recorded_are_refused_before_the_aggregate_is_asked() {
            checked();
            on(DesignateSecretariat.class, message -> RECORDED);
            Refusal refusal =
                    refusal(new DesignateSecretariat(AFRICA, new FactId("f-1"), new InstitutionId("nobody"), null));
            assertThat(refusal.code()).isEqualTo(RefusalCode.UNKNOWN_REFERENCE);
            assertThat(refusal.field()).isEqualTo("institution");
            assertThat(handled).isEmpty();
        }

        @Test
        void need_one_of_several_to_exist_and_it_may_come_into_being_later() {
            checked();
            on(PublishStatement.class, message -> RECORDED);
            assertThat(refusal(statement("africa")).detail())
                    .isEqualTo("no network 'africa' or programme 'africa' is recorded");
            events.publish(new GenericDomainEventMessage<>(
                    "Programme",
                    programme.aggregateId(),
                    0,
                    new ProgrammeEstablished(programme, new FactId("f-2"), "Africa Programs", null)));
            assertThat(commands.send(statement("africa"), LOCAL)).isEqualTo(RECORDED);
            assertThat(refusal(statement("network:africa")).field()).isEqualTo("scope");
        }
    }

    @Test
    void only_a_command_that_must_know_how_far_the_ledger_reaches_is_told() {
        bus.registerHandlerInterceptor(new LedgerHeadAsMetadata(() -> 40));
        on(FoundNetwork.class, message -> RECORDED);
        on(CorrectFact.class, message -> RECORDED);
        commands.send(FOUND, LOCAL);
        commands.send(
                new CorrectFact(
                        new EditionId("report"),
                        new FactId("f-1"),
                        new FactPatch(RegistryJson.mapper().createObjectNode()),
                        CorrectionKind.CLERICAL_ERROR),
                LOCAL);
        assertThat(handled.get(0).getMetaData()).doesNotContainKey(Provenance.LEDGER_HEAD);
        assertThat(handled.get(1).getMetaData()).containsEntry(Provenance.LEDGER_HEAD, 40L);
        assertThat(new ProvenanceCorrelation().correlationDataFor(handled.get(1)))
                .doesNotContainKey(Provenance.LEDGER_HEAD);
    }
}
