package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.NetworkSentences.network;
import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.from;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.state;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointActing;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Memberships and focal points, in plain words. */
final class MembershipSentences {
    private MembershipSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(
                        StateAdmitted.class,
                        (f, n) -> new Told(
                                state(f.state()) + " admitted to " + network(n) + " as " + constant(f.kind())
                                        + from(f.from()),
                                "admission of " + state(f.state()) + " to " + network(n)))
                .tell(
                        MembershipKindChanged.class,
                        (f, n) -> new Told(
                                member(f.membershipId(), n) + " became " + constant(f.kind()) + " of " + network(n)
                                        + from(f.from()),
                                "change of " + member(f.membershipId(), n) + " to " + constant(f.kind()) + " of "
                                        + network(n)))
                .tell(
                        MembershipSuspended.class,
                        (f, n) -> new Told(
                                "membership of " + member(f.membershipId(), n) + " in " + network(n) + " suspended"
                                        + from(f.from()),
                                "suspension of " + member(f.membershipId(), n) + " in " + network(n)))
                .tell(
                        MembershipReinstated.class,
                        (f, n) -> new Told(
                                "membership of " + member(f.membershipId(), n) + " in " + network(n) + " reinstated"
                                        + from(f.from()),
                                "reinstatement of " + member(f.membershipId(), n) + " in " + network(n)))
                .tell(
                        StateWithdrew.class,
                        (f, n) -> new Told(
                                member(f.membershipId(), n) + " withdrew from " + network(n) + on(f.on()),
                                "withdrawal of " + member(f.membershipId(), n) + " from " + network(n)))
                .tell(
                        FocalPointDesignated.class,
                        (f, n) -> new Told(
                                holder(f.institution(), f.official()) + " designated focal point of " + state(f.state())
                                        + " in " + network(n) + from(f.from()),
                                "designation of the focal point of " + state(f.state()) + " in " + network(n)))
                .tell(
                        FocalPointActing.class,
                        (f, n) -> new Told(
                                holder(f.institution(), f.official()) + " named acting focal point of "
                                        + state(f.state()) + " in " + network(n) + from(f.from()),
                                "naming of the acting focal point of " + state(f.state()) + " in " + network(n)))
                .tell(
                        FocalPointRelieved.class,
                        (f, n) -> new Told(
                                "focal point of " + seat(f.seatId(), n) + " in " + network(n) + " relieved"
                                        + on(f.on()),
                                "relief of the focal point of " + seat(f.seatId(), n) + " in " + network(n)));
    }

    private static String holder(InstitutionId institution, @Nullable OfficialId official) {
        return "institution " + institution + (official == null ? "" : " (official " + official + ")");
    }

    /** The state whose membership it is; changes of kind are followed back to the admission. */
    private static String member(MembershipId membership, Names names) {
        KnownFacts facts = names.facts();
        Set<MembershipId> seen = new HashSet<>();
        MembershipId at = membership;
        while (seen.add(at)) {
            Optional<StateAdmitted> admitted = facts.about(at.value(), StateAdmitted.class)
                    .map(known -> known.fact())
                    .findFirst();
            if (admitted.isPresent()) {
                return state(admitted.get().state());
            }
            MembershipId sought = at;
            at = facts.all(MembershipKindChanged.class)
                    .map(known -> known.fact())
                    .filter(changed -> changed.nextMembershipId().equals(sought))
                    .map(MembershipKindChanged::membershipId)
                    .findFirst()
                    .orElse(at);
        }
        return "membership " + membership;
    }

    private static String seat(SeatId seat, Names names) {
        Stream<String> designated = names.facts()
                .about(seat.value(), FocalPointDesignated.class)
                .map(known -> state(known.fact().state()));
        Stream<String> acting = names.facts()
                .about(seat.value(), FocalPointActing.class)
                .map(known -> state(known.fact().state()));
        return Stream.concat(designated, acting).findFirst().orElse("seat " + seat);
    }
}
