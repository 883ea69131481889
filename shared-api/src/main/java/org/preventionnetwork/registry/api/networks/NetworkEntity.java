package org.preventionnetwork.registry.api.networks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.Shown;
import org.preventionnetwork.registry.api.facts.WholeCorrection;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactAnnulled;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactCorrected;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SourceAdded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;

/** What a kind of entity a network is. */
public final class NetworkEntity {
    public static final EntityKind<NetworkFact> KIND = EntityKind.of(
                    EntityType.NETWORK,
                    NetworkId.class,
                    NetworkId::new,
                    NetworkEvent.class,
                    NetworkFact.class,
                    NetworkCommand.class)
            .amended(
                    SourceAdded::new,
                    FactCorrected::new,
                    (network, fact, batch) -> new FactAnnulled(network, fact, batch, null))
            .takenBack((network, fact, kind) -> new FactAnnulled(network, fact, null, kind))
            .amendedBy(NetworkCommand.CorrectFact::new, NetworkCommand.AnnulFact::new)
            .named(NetworkRegistered.class, NetworkRegistered::name)
            .renamed(NetworkRenamed.class, NetworkRenamed::name)
            .shown(Shown.byName("network", List.of()))
            .home(new HomeScope.Itself(List.of()))
            .part(new PartKind(
                    MembershipId.class,
                    "memberships",
                    Shown.by("membership", List.of("state"), List.of("from_on", "kind")),
                    new WholeCorrection(
                            NetworkCommand.CorrectMembership.class,
                            NetworkCommand.AdmitState.class,
                            List.of("state", "kind", "from"),
                            true),
                    new PartKind.Opening(MembershipKindChanged.class, "nextMembershipId"),
                    Map.of(StateWithdrew.class, "on", MembershipKindChanged.class, "from"),
                    Set.of(MembershipSuspended.class, MembershipReinstated.class)))
            .part(new PartKind(
                    SeatId.class,
                    "focal-points",
                    Shown.ofOfficial("focal_point", List.of("state"), List.of("from_on")),
                    new WholeCorrection(
                            NetworkCommand.CorrectFocalPoint.class,
                            NetworkCommand.DesignateFocalPoint.class,
                            List.of("state", "institution", "official", "from"),
                            true),
                    null,
                    Map.of(FocalPointRelieved.class, "on"),
                    Set.of()))
            .part(new PartKind(
                    MeetingId.class, "meetings", Shown.by("meeting", List.of("title"), List.of("starts_on"))))
            .build();

    private NetworkEntity() {}
}
