package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.from;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.quoted;
import static org.preventionnetwork.registry.query.history.Words.states;

import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.ContributorNamed;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.MilestoneReached;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.TechnicalAssistanceProvided;

/** National initiatives in plain words. */
final class InitiativeSentences {
    private InitiativeSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(InitiativeLaunched.class, (f, n) -> new Told(launched(f), "launch of " + quoted(f.title())))
                .tell(
                        InitiativeStageChanged.class,
                        (f, n) -> new Told(
                                initiative(n) + " reached stage " + quoted(constant(f.stage())) + on(f.on()),
                                "stage " + quoted(constant(f.stage())) + " of " + initiative(n)))
                .tell(
                        MilestoneReached.class,
                        (f, n) -> new Told(
                                initiative(n) + " reached milestone " + quoted(f.title()) + on(f.on()),
                                "milestone " + quoted(f.title()) + " of " + initiative(n)))
                .tell(
                        ContributorNamed.class,
                        (f, n) -> new Told(
                                "official " + f.official() + " named contributor to " + initiative(n) + from(f.from()),
                                "contributor official " + f.official() + " to " + initiative(n)))
                .tell(
                        TechnicalAssistanceProvided.class,
                        (f, n) -> new Told(
                                "technical assistance " + quoted(f.kind()) + " provided to " + initiative(n)
                                        + on(f.on()),
                                "technical assistance " + quoted(f.kind()) + " to " + initiative(n)));
    }

    private static String launched(InitiativeLaunched f) {
        String where = f.states().isEmpty() ? "" : " by " + states(f.states());
        String within = f.network() == null ? "" : " in " + f.network();
        String lead = f.leadInstitution() == null ? "" : ", led by " + f.leadInstitution();
        return constant(f.type()) + " initiative " + quoted(f.title()) + " launched" + where + within
                + on(f.launchedOn()) + lead;
    }

    private static String initiative(Names names) {
        return quoted(names.latest(fact -> fact instanceof InitiativeLaunched launched ? launched.title() : null));
    }
}
