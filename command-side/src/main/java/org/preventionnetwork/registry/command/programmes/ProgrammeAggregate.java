package org.preventionnetwork.registry.command.programmes;

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
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.*;
import org.preventionnetwork.registry.api.programmes.ProgrammeEntity;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.*;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** One programme: its names, its curricula and its end. */
@Aggregate(cache = "aggregateCache")
class ProgrammeAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Timeline<ProgrammeFact> timeline =
            new Timeline<>(ProgrammeEntity.KIND, ProgrammeRules.ALL, AggregateLifecycle::apply);

    @CommandHandlerInterceptor
    void requireExpectedVersion(
            RegistryCommand command, @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected) {
        timeline.requireVersion(command, expected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(EstablishProgramme command, Provenance provenance) {
        return timeline.record(
                new ProgrammeEstablished(
                        command.programmeId(), command.factId(), command.name(), command.establishedOn()),
                provenance);
    }

    @CommandHandler
    Recorded handle(RenameProgramme command, Provenance provenance) {
        return timeline.record(
                new ProgrammeRenamed(command.programmeId(), command.factId(), command.name(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(NameProgramme command, Provenance provenance) {
        return timeline.record(
                new ProgrammeNamed(
                        command.programmeId(), command.factId(), command.language(), command.name(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(SetProgrammeCurriculum command, Provenance provenance) {
        return timeline.record(
                new ProgrammeCurriculumSet(command.programmeId(), command.factId(), command.themes(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(CloseProgramme command, Provenance provenance) {
        return timeline.record(new ProgrammeClosed(command.programmeId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(ServeNetwork command, Provenance provenance) {
        return timeline.record(
                new NetworkServed(
                        command.programmeId(), command.factId(), command.network(), command.from(), command.until()),
                provenance);
    }

    @CommandHandler
    Recorded handle(DeclareProgrammeListComplete command, Provenance provenance) {
        return timeline.record(
                new ProgrammeListDeclaredComplete(
                        command.programmeId(), command.factId(), command.list(), command.from(), command.asOf()),
                provenance);
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
    void on(ProgrammeEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        timeline.on(event, provenance);
    }
}
