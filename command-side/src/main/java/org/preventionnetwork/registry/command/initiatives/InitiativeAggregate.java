package org.preventionnetwork.registry.command.initiatives;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.*;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.*;
import org.preventionnetwork.registry.api.initiatives.InitiativeEntity;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.*;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** One national initiative, from its launch to its end. */
@Aggregate(cache = "aggregateCache")
class InitiativeAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Timeline<InitiativeFact> timeline =
            new Timeline<>(InitiativeEntity.KIND, InitiativeRules.ALL, AggregateLifecycle::apply);

    @CommandHandlerInterceptor
    void requireExpectedVersion(
            RegistryCommand command, @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected) {
        timeline.requireVersion(command, expected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(LaunchInitiative command, Provenance provenance) {
        return timeline.record(
                new InitiativeLaunched(
                        command.initiativeId(),
                        command.factId(),
                        command.title(),
                        command.states(),
                        command.network(),
                        command.type(),
                        command.leadInstitution(),
                        command.launchedOn()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ChangeInitiativeStage command, Provenance provenance) {
        return timeline.record(
                new InitiativeStageChanged(command.initiativeId(), command.factId(), command.stage(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ReachMilestone command, Provenance provenance) {
        return timeline.record(
                new MilestoneReached(command.initiativeId(), command.factId(), command.title(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(NameContributor command, Provenance provenance) {
        return timeline.record(
                new ContributorNamed(command.initiativeId(), command.factId(), command.official(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ProvideTechnicalAssistance command, Provenance provenance) {
        return timeline.record(
                new TechnicalAssistanceProvided(command.initiativeId(), command.factId(), command.kind(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(AssignInitiativeToProgramme command, Provenance provenance) {
        return timeline.record(
                new InitiativeAssignedToProgramme(command.initiativeId(), command.factId(), command.programme()),
                provenance);
    }

    @CommandHandler
    Recorded handle(CorrectInitiative command, Provenance provenance) {
        InitiativeRules.IS_LAUNCHED.require(timeline.facts());
        InitiativeFact launch = timeline.facts().only(InitiativeLaunched.class).orElseThrow();
        InitiativeFact corrected = timeline.patched(launch, command.patch());
        return timeline.revise(List.of(corrected), List.of(), List.of(), command.correctionKind(), provenance);
    }

    @CommandHandler
    Recorded handle(AnnulInitiative command, Provenance provenance) {
        InitiativeRules.IS_LAUNCHED.require(timeline.facts());
        return timeline.annul(List.copyOf(timeline.facts().all()), null, provenance);
    }

    @CommandHandler
    Recorded handle(CorrectFact command, Provenance provenance) {
        return timeline.correct(command, provenance);
    }

    @CommandHandler
    Recorded handle(AnnulFact command, Provenance provenance) {
        return timeline.annul(command, provenance);
    }

    @EventSourcingHandler
    void on(InitiativeEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        timeline.on(event, provenance);
    }
}
