package org.preventionnetwork.registry.api.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stood where a state stood that is gone, on other days than its own. */
final class Places {

    private Places() {}

    static List<StateCode> on(LocalDate day, StateCode state) {
        Existence existence = States.existence(state);
        if (existence.days().contains(day)) {
            return List.of(state);
        }
        return day.isBefore(existence.days().from()) ? before(day, state) : after(day, existence);
    }

    private static List<StateCode> after(LocalDate day, Existence gone) {
        Set<StateCode> there = new LinkedHashSet<>();
        for (StateCode next : gone.successors()) {
            Existence existence = States.existence(next);
            if (existence.days().contains(day)) {
                there.add(next);
            } else {
                there.addAll(after(day, existence));
            }
        }
        return List.copyOf(there);
    }

    private static List<StateCode> before(LocalDate day, StateCode state) {
        List<StateCode> there = new ArrayList<>();
        for (FormerState former : FormerState.ALL.values()) {
            if (former.successors().contains(state.value())) {
                StateCode earlier = new StateCode(former.code());
                if (States.existence(earlier).days().contains(day)) {
                    there.add(earlier);
                } else {
                    there.addAll(before(day, earlier));
                }
            }
        }
        return there;
    }
}
