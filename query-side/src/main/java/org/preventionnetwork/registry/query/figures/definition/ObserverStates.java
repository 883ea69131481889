package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.query.figures.FigureName;

/** States that observe an active network, each once. */
final class ObserverStates extends StatesOfKind {
    ObserverStates(Memberships memberships, Touched touched) {
        super(FigureName.OBSERVER_STATES, MembershipKind.OBSERVER, memberships, touched);
    }
}
