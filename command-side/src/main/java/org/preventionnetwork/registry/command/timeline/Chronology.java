package org.preventionnetwork.registry.command.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.EffectiveOrder;

/** The order of facts whose dates are imprecise or missing: only what is certain counts. */
public final class Chronology {
    private static final Comparator<Fact> BY_LATEST_DAY = Comparator.comparing(Chronology::latest);

    private Chronology() {}

    /**
     * Whether the dates leave room for an order in which never two of one kind follow each other, whichever kind is
     * first.
     */
    public static boolean canAlternate(Collection<? extends Fact> ones, Collection<? extends Fact> others) {
        return alternate(ones, others) || alternate(others, ones);
    }

    /** The same, where the order has to begin with one of the first kind, as a reinstatement needs a suspension. */
    public static boolean canFollowInTurn(Collection<? extends Fact> firsts, Collection<? extends Fact> seconds) {
        return alternate(firsts, seconds);
    }

    /**
     * Takes facts of both kinds in turn: of those that nothing left certainly precedes, the one that must have happened
     * first. Should an order exist that takes another, the two can change places in it, so that trying one is enough.
     */
    private static boolean alternate(Collection<? extends Fact> firsts, Collection<? extends Fact> seconds) {
        if (firsts.size() - seconds.size() < 0 || firsts.size() - seconds.size() > 1) {
            return false;
        }
        List<Fact> due = new ArrayList<>(firsts);
        List<Fact> after = new ArrayList<>(seconds);
        while (!due.isEmpty()) {
            LocalDate noLaterThan = Stream.concat(due.stream(), after.stream())
                    .map(Chronology::latest)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Fact next = due.stream()
                    .filter(fact -> !earliest(fact).isAfter(noLaterThan))
                    .min(BY_LATEST_DAY)
                    .orElse(null);
            if (next == null) {
                return false;
            }
            due.remove(next);
            List<Fact> swap = due;
            due = after;
            after = swap;
        }
        return true;
    }

    private static LocalDate earliest(Fact fact) {
        return EffectiveOrder.earliest(fact.effectiveOn());
    }

    private static LocalDate latest(Fact fact) {
        return EffectiveOrder.latest(fact.effectiveOn());
    }
}
