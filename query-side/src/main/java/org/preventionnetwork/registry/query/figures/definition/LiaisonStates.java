package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.query.figures.FigureName;

/** States in liaison with an active network, each once. */
final class LiaisonStates extends StatesOfKind {
    LiaisonStates(Memberships memberships, Touched touched) {
        super(FigureName.LIAISON_STATES, MembershipKind.LIAISON, memberships, touched);
    }
}
