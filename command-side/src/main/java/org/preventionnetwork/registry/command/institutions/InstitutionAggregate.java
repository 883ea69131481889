package org.preventionnetwork.registry.command.institutions;

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
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.*;
import org.preventionnetwork.registry.api.institutions.InstitutionEntity;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.*;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** One institution, with its offices and partnerships. */
@Aggregate(cache = "aggregateCache")
class InstitutionAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Timeline<InstitutionFact> timeline =
            new Timeline<>(InstitutionEntity.KIND, InstitutionRules.ALL, AggregateLifecycle::apply);

    @CommandHandlerInterceptor
    void requireExpectedVersion(
            RegistryCommand command, @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected) {
        timeline.requireVersion(command, expected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RegisterInstitution command, Provenance provenance) {
        return timeline.record(
                new InstitutionRegistered(
                        command.institutionId(), command.factId(), command.name(), command.kind(), command.state()),
                provenance);
    }

    @CommandHandler
    Recorded handle(RenameInstitution command, Provenance provenance) {
        return timeline.record(
                new InstitutionRenamed(command.institutionId(), command.factId(), command.name(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(NameInstitution command, Provenance provenance) {
        return timeline.record(
                new InstitutionNamed(
                        command.institutionId(), command.factId(), command.language(), command.name(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(OpenOffice command, Provenance provenance) {
        return timeline.record(
                new InstitutionOfficeOpened(
                        command.institutionId(),
                        command.factId(),
                        command.officeId(),
                        command.city(),
                        command.state(),
                        command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(CloseOffice command, Provenance provenance) {
        return timeline.record(
                new InstitutionOfficeClosed(
                        command.institutionId(), command.factId(), command.officeId(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(PartnerInstitution command, Provenance provenance) {
        return timeline.record(
                new InstitutionPartnered(
                        command.institutionId(),
                        command.factId(),
                        command.with(),
                        command.purpose(),
                        command.from(),
                        command.until()),
                provenance);
    }

    @CommandHandler
    Recorded handle(SucceedInstitution command, Provenance provenance) {
        return timeline.record(
                new InstitutionSucceeded(command.institutionId(), command.factId(), command.by(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(DissolveInstitution command, Provenance provenance) {
        return timeline.record(
                new InstitutionDissolved(command.institutionId(), command.factId(), command.on()), provenance);
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
    void on(InstitutionEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        timeline.on(event, provenance);
    }
}
