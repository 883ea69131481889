package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.query.figures.FigureName;

/** States with a membership of kind MEMBER in an active network, suspended ones included, each once. */
final class MemberStates extends StatesOfKind {
    MemberStates(Memberships memberships, Touched touched) {
        super(FigureName.MEMBER_STATES, MembershipKind.MEMBER, memberships, touched);
    }
}
