package org.preventionnetwork.registry.command.networks;

import java.util.ArrayList;
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
import org.preventionnetwork.registry.api.networks.NetworkCommand.*;
import org.preventionnetwork.registry.api.networks.NetworkEntity;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.*;
import org.preventionnetwork.registry.command.timeline.*;

/** One network, with its memberships, focal points and meetings. */
@Aggregate(cache = "aggregateCache")
class NetworkAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Timeline<NetworkFact> timeline =
            new Timeline<>(NetworkEntity.KIND, NetworkRules.ALL, AggregateLifecycle::apply);

    @CommandHandlerInterceptor
    void requireExpectedVersion(
            RegistryCommand command, @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected) {
        timeline.requireVersion(command, expected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RegisterNetwork command, Provenance provenance) {
        List<NetworkFact> facts = new ArrayList<>();
        facts.add(new NetworkRegistered(command.networkId(), command.factId(), command.name(), command.kind()));
        if (command.announcedOn() != null) {
            facts.add(new NetworkAnnounced(
                    command.networkId(), command.factId().and("announced"), command.announcedOn()));
        }
        if (command.foundedOn() != null) {
            facts.add(new NetworkFounded(command.networkId(), command.factId().and("founded"), command.foundedOn()));
        }
        if (command.secretariat() != null) {
            facts.add(new SecretariatDesignated(
                    command.networkId(), command.factId().and("secretariat"), command.secretariat(), null));
        }
        return timeline.record(facts, provenance);
    }

    @CommandHandler
    Recorded handle(AnnounceNetwork command, Provenance provenance) {
        return timeline.record(new NetworkAnnounced(command.networkId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(FoundNetwork command, Provenance provenance) {
        return timeline.record(new NetworkFounded(command.networkId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(RenameNetwork command, Provenance provenance) {
        return timeline.record(
                new NetworkRenamed(command.networkId(), command.factId(), command.name(), command.from()), provenance);
    }

    @CommandHandler
    Recorded handle(NameNetwork command, Provenance provenance) {
        return timeline.record(
                new NetworkNamed(
                        command.networkId(), command.factId(), command.language(), command.name(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(AdoptCharter command, Provenance provenance) {
        return timeline.record(
                new CharterAdopted(command.networkId(), command.factId(), command.title(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(DesignateSecretariat command, Provenance provenance) {
        return timeline.record(
                new SecretariatDesignated(command.networkId(), command.factId(), command.institution(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(DissolveNetwork command, Provenance provenance) {
        return timeline.record(new NetworkDissolved(command.networkId(), command.factId(), command.on()), provenance);
    }

    /** A state already admitted in this kind from this date on keeps its membership id. */
    @CommandHandler
    Recorded handle(AdmitState command, Provenance provenance) {
        StateAdmitted admitted = new StateAdmitted(
                command.networkId(),
                command.factId(),
                command.membershipId(),
                command.state(),
                command.kind(),
                command.from());
        return Memberships.telling(
                timeline.facts(),
                command.state(),
                () -> timeline.record(
                        Memberships.sameAs(timeline.facts(), admitted).orElse(admitted), provenance));
    }

    @CommandHandler
    Recorded handle(ChangeMembershipKind command, Provenance provenance) {
        MembershipKindChanged changed = new MembershipKindChanged(
                command.networkId(),
                command.factId(),
                command.membershipId(),
                command.nextMembershipId(),
                command.kind(),
                command.from());
        MembershipKindChanged known =
                Memberships.sameAs(timeline.facts(), changed).orElse(changed);
        return timeline.record(known, provenance)
                .onResource(known.nextMembershipId().value());
    }

    @CommandHandler
    Recorded handle(SuspendMembership command, Provenance provenance) {
        return timeline.record(
                new MembershipSuspended(command.networkId(), command.factId(), command.membershipId(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ReinstateMembership command, Provenance provenance) {
        return timeline.record(
                new MembershipReinstated(command.networkId(), command.factId(), command.membershipId(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(WithdrawState command, Provenance provenance) {
        return timeline.record(
                new StateWithdrew(command.networkId(), command.factId(), command.membershipId(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(CorrectMembership command, Provenance provenance) {
        return Memberships.telling(
                timeline.facts(),
                Memberships.stateOf(timeline.facts(), command.membershipId()),
                () -> Memberships.correct(timeline, command, provenance));
    }

    @CommandHandler
    Recorded handle(AnnulMembership command, Provenance provenance) {
        return timeline.annul(Memberships.factsOf(timeline.facts(), command.membershipId()), null, provenance);
    }

    @CommandHandler
    Recorded handle(DesignateFocalPoint command, Provenance provenance) {
        return timeline.record(FocalPoints.designation(command), provenance);
    }

    @CommandHandler
    Recorded handle(RelieveFocalPoint command, Provenance provenance) {
        return timeline.record(
                new FocalPointRelieved(command.networkId(), command.factId(), command.seatId(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(CorrectFocalPoint command, Provenance provenance) {
        return FocalPoints.correct(timeline, command, provenance);
    }

    @CommandHandler
    Recorded handle(AnnulFocalPoint command, Provenance provenance) {
        return timeline.annul(FocalPoints.factsOf(timeline.facts(), command.seatId()), null, provenance);
    }

    @CommandHandler
    Recorded handle(RecordMeeting command, Provenance provenance) {
        return timeline.record(
                new MeetingHeld(
                        command.networkId(),
                        command.factId(),
                        command.meetingId(),
                        command.title(),
                        command.ordinal(),
                        command.startsOn(),
                        command.endsOn(),
                        command.mode(),
                        command.city(),
                        command.hostState(),
                        command.attendingStates(),
                        command.declaration()),
                provenance);
    }

    @CommandHandler
    Recorded handle(DeclareNetworkListComplete command, Provenance provenance) {
        return timeline.record(
                new NetworkListDeclaredComplete(
                        command.networkId(), command.factId(), command.list(), command.from(), command.asOf()),
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
    void on(NetworkEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        timeline.on(event, provenance);
    }
}
