package org.preventionnetwork.registry.command.seminars;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;
import org.preventionnetwork.registry.command.timeline.Facts;

/**
 * What the facts of one kind say one after another, each superseding the one before: the capacity, the place, the dates.
 * What the scheduling says comes first, whatever day the seminar starts on.
 */
final class Succession {
    static final Succession CAPACITY = new Succession(fact -> fact instanceof SeminarScheduled scheduled
            ? value(scheduled.capacity())
            : fact instanceof CapacityChanged changed ? value(changed.capacity()) : null);

    static final Succession DATES = new Succession(fact -> fact instanceof SeminarScheduled scheduled
            ? value(scheduled.startsOn(), scheduled.endsOn())
            : fact instanceof SeminarRescheduled moved ? value(moved.startsOn(), moved.endsOn()) : null);

    static final Succession PLACE = new Succession(fact -> fact instanceof SeminarScheduled scheduled
            ? value(scheduled.mode(), scheduled.city(), scheduled.state(), scheduled.venue())
            : fact instanceof SeminarRelocated moved
                    ? value(moved.mode(), moved.city(), moved.state(), moved.venue())
                    : null);

    static final Succession CURRICULUM = new Succession(fact -> fact instanceof SeminarScheduled scheduled
            ? value(scheduled.themes())
            : fact instanceof CurriculumSet set ? value(set.themes()) : null);

    static final Succession ENROLLMENT = new Succession(fact ->
            fact instanceof EnrollmentOpened ? value(true) : fact instanceof EnrollmentClosed ? value(false) : null);

    private final Function<SeminarFact, @Nullable List<@Nullable Object>> says;

    private Succession(Function<SeminarFact, @Nullable List<@Nullable Object>> says) {
        this.says = says;
    }

    static Succession ofCoOrganiser(String organiser) {
        return new Succession(fact -> {
            if (fact instanceof SeminarScheduled scheduled) {
                return scheduled.coOrganisers().contains(organiser) ? value(true) : null;
            }
            if (fact instanceof CoOrganiserAdded added) {
                return added.organiser().equals(organiser) ? value(true) : null;
            }
            return fact instanceof CoOrganiserRemoved removed
                            && removed.organiser().equals(organiser)
                    ? value(false)
                    : null;
        });
    }

    static Succession ofInstructor(OfficialId official) {
        return new Succession(fact -> {
            if (fact instanceof InstructorAssigned assigned) {
                return assigned.official().equals(official) ? value(true) : null;
            }
            return fact instanceof InstructorReleased released
                            && released.official().equals(official)
                    ? value(false)
                    : null;
        });
    }

    /** The fact whose word holds last. */
    Optional<SeminarFact> inForce(Facts<SeminarFact> facts) {
        List<SeminarFact> ordered = ordered(told(facts));
        return ordered.isEmpty() ? Optional.empty() : Optional.of(ordered.get(ordered.size() - 1));
    }

    /** The fact that says already what holds where the wanted fact would come. */
    Optional<SeminarFact> alreadyTold(Facts<SeminarFact> facts, SeminarFact wanted) {
        List<SeminarFact> told = told(facts);
        told.add(wanted);
        List<SeminarFact> ordered = ordered(told);
        int place = ordered.indexOf(wanted);
        return place == 0
                ? Optional.empty()
                : Optional.of(ordered.get(place - 1))
                        .filter(before -> Arrays.asList(says.apply(before)).equals(Arrays.asList(says.apply(wanted))));
    }

    private List<SeminarFact> told(Facts<SeminarFact> facts) {
        List<SeminarFact> told = new ArrayList<>(facts.about(""));
        told.removeIf(fact -> says.apply(fact) == null);
        return told;
    }

    private static List<SeminarFact> ordered(List<SeminarFact> told) {
        List<SeminarFact> ordered = new ArrayList<>();
        told.stream().filter(SeminarScheduled.class::isInstance).forEach(ordered::add);
        ordered.addAll(EffectiveOrder.<SeminarFact>of(told.stream()
                .filter(fact -> !(fact instanceof SeminarScheduled))
                .toList()));
        return ordered;
    }

    private static List<@Nullable Object> value(@Nullable Object... parts) {
        return Arrays.asList(parts);
    }
}
