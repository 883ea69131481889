package org.preventionnetwork.registry.command.officials;

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
import org.preventionnetwork.registry.api.officials.OfficialCommand.*;
import org.preventionnetwork.registry.api.officials.OfficialEntity;
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.*;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** One person's record. What identifies the person is in {@link PersonalText} fields only. */
@Aggregate(cache = "aggregateCache")
class OfficialAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Timeline<OfficialFact> timeline =
            new Timeline<>(OfficialEntity.KIND, OfficialRules.ALL, AggregateLifecycle::apply);

    @CommandHandlerInterceptor
    void requireWhatEveryCommandNeeds(
            RegistryCommand command,
            @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected,
            Provenance provenance) {
        if (!(command instanceof EraseOfficial)) {
            requireNotErased();
        }
        timeline.requireVersion(command, expected);
        Impersonal.require(command, provenance, timeline.facts());
    }

    private void requireNotErased() {
        if (timeline.facts().only(OfficialErased.class).isPresent()) {
            throw new Refused(RefusalCode.OFFICIAL_ERASED, "the data of this official was erased");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RegisterOfficial command, Provenance provenance) {
        return timeline.record(
                new OfficialRegistered(
                        command.officialId(),
                        command.factId(),
                        PersonalText.plain(command.officialId(), command.fullName()),
                        personal(command.officialId(), command.email()),
                        command.state(),
                        command.institution(),
                        personal(command.officialId(), command.position()),
                        command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ChangeContact command, Provenance provenance) {
        return timeline.record(
                new ContactChanged(
                        command.officialId(),
                        command.factId(),
                        personal(command.officialId(), command.fullName()),
                        personal(command.officialId(), command.email()),
                        command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ChangeAffiliation command, Provenance provenance) {
        return timeline.record(
                new AffiliationChanged(
                        command.officialId(),
                        command.factId(),
                        command.state(),
                        command.institution(),
                        personal(command.officialId(), command.position()),
                        command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(GrantAlumniStatus command, Provenance provenance) {
        return timeline.record(
                new AlumniStatusGranted(command.officialId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(RevokeAlumniStatus command, Provenance provenance) {
        return timeline.record(
                new AlumniStatusRevoked(command.officialId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(MergeOfficial command, Provenance provenance) {
        return Merges.merge(timeline, command, provenance);
    }

    @CommandHandler
    Recorded handle(UnmergeOfficial command, Provenance provenance) {
        return Merges.unmerge(timeline, command, provenance);
    }

    @CommandHandler
    Recorded handle(EraseOfficial command, Provenance provenance) {
        Timeline.requireReason(provenance);
        return timeline.record(new OfficialErased(command.officialId(), command.factId()), provenance);
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
    void on(OfficialEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        timeline.on(event, provenance);
    }

    private static @Nullable PersonalText personal(OfficialId person, @Nullable String value) {
        return value == null ? null : PersonalText.plain(person, value);
    }
}
