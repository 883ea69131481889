package org.preventionnetwork.registry.command.imports.rows;

import java.util.Optional;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Spells by what they are, whatever their ids and however they were opened. */
final class Spells {
    private Spells() {}

    static Optional<MembershipId> find(History history, String state, String kind, HistoricalDate from) {
        Stream<MembershipId> admitted = history.holding(StateAdmitted.class)
                .filter(fact -> fact.state().value().equals(state)
                        && fact.kind().name().equals(kind)
                        && fact.from().equals(from))
                .map(StateAdmitted::membershipId);
        Stream<MembershipId> changed = history.holding(MembershipKindChanged.class)
                .filter(fact -> fact.kind().name().equals(kind)
                        && fact.from().equals(from)
                        && isOf(history, fact.membershipId(), state))
                .map(MembershipKindChanged::nextMembershipId);
        return Stream.concat(admitted, changed).findFirst();
    }

    private static boolean isOf(History history, MembershipId id, String state) {
        return history.holding(StateAdmitted.class)
                        .anyMatch(fact -> fact.membershipId().equals(id)
                                && fact.state().value().equals(state))
                || history.holding(MembershipKindChanged.class)
                        .anyMatch(fact -> fact.nextMembershipId().equals(id)
                                && !fact.membershipId().equals(id)
                                && isOf(history, fact.membershipId(), state));
    }
}
