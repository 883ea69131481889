package org.preventionnetwork.registry.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.HomeScope.ByField;
import org.preventionnetwork.registry.api.facts.HomeScope.Naming;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AnnulInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ReachMilestone;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

class ScopeCheckTest {
    private static final InitiativeId LAW = new InitiativeId("law");
    private static final AnnulInitiative ANNUL = new AnnulInitiative(LAW, new FactId("a-1"));
    private static final RegistryEvent LAUNCHED = new InitiativeLaunched(
            LAW,
            new FactId("f-1"),
            "Law",
            List.of(new StateCode("AR")),
            new NetworkId("in"),
            InitiativeType.LEGISLATION,
            null,
            HistoricalDate.parse("2013"));

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Object> passed = new ArrayList<>();

    private void recorded(RegistryEvent... facts) {
        DefaultUnitOfWork.startAndGet(null).executeWithResult(() -> {
            for (int i = 0; i < facts.length; i++) {
                events.publish(new GenericDomainEventMessage<>("Initiative", LAW.aggregateId(), i, facts[i], Map.of()));
            }
            return null;
        });
    }

    private static InitiativeAssignedToProgramme assigned(String programme) {
        return new InitiativeAssignedToProgramme(LAW, new FactId("to-" + programme), new ProgrammeId(programme));
    }

    /** Whether somebody limited to these may do so. */
    private boolean may(RegistryCommand command, String scopes) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new ScopeCheck(events));
        bus.subscribe(command.getClass().getName(), message -> passed.add(message.getPayload()));
        passed.clear();
        List<Throwable> refused = new ArrayList<>();
        bus.dispatch(
                new GenericCommandMessage<>(command, Map.of(Provenance.SCOPES, scopes)),
                (sent, result) -> result.optionalExceptionResult().ifPresent(refused::add));
        assertThat(refused)
                .allSatisfy(why -> assertThat(why).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.code())
                        .isEqualTo(RefusalCode.OUT_OF_SCOPE)));
        assertThat(refused.isEmpty()).isEqualTo(passed.equals(List.of(command)));
        return refused.isEmpty();
    }

    @Test
    void who_annuls_everything_must_be_within_the_limits_with_each_link_that_it_ends() {
        recorded(LAUNCHED, assigned("in"), assigned("out"));
        assertThat(may(ANNUL, "network:in")).isFalse();
        assertThat(may(ANNUL, "network:in programme:in")).isFalse();
        assertThat(may(ANNUL, "programme:in programme:out")).isFalse();
        assertThat(may(ANNUL, "network:in programme:in programme:out")).isTrue();
    }

    @Test
    void a_link_that_does_not_hold_any_more_is_no_limit() {
        recorded(LAUNCHED, assigned("out"), new FactAnnulled(LAW, new FactId("to-out"), null));
        assertThat(may(ANNUL, "network:in")).isTrue();
    }

    @Test
    void whatever_else_is_recorded_need_not_be_within_the_limits_of_a_link() {
        recorded(LAUNCHED, assigned("out"));
        ReachMilestone milestone = new ReachMilestone(LAW, new FactId("f-2"), "Passed", HistoricalDate.parse("2014"));
        assertThat(may(milestone, "network:in")).isTrue();
        assertThat(may(milestone, "network:other")).isFalse();
    }

    /** A kind of entity whose one fact names two places where it belongs. */
    private static final List<ByField> TWO = List.of(
            new ByField(
                    "programme",
                    new Naming<Fact, SeminarConcluded>(SeminarConcluded.class, fact -> new ProgrammeId("lemkin")),
                    new Naming<RegistryCommand, LaunchInitiative>(LaunchInitiative.class, LaunchInitiative::network)),
            new ByField(
                    "network",
                    new Naming<Fact, SeminarConcluded>(SeminarConcluded.class, fact -> new NetworkId("africa")),
                    new Naming<RegistryCommand, LaunchInitiative>(LaunchInitiative.class, LaunchInitiative::network)));

    @Test
    void what_belongs_to_several_must_be_within_the_limits_with_each() {
        Fact fact = new SeminarConcluded(new SeminarId("somewhere"), new FactId("f-1"), null);
        assertThat(ScopeCheck.homes(fact, TWO)).containsExactlyInAnyOrder("programme:lemkin", "network:africa");
    }
}
