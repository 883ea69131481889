package org.preventionnetwork.registry.api.seminars;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Splits what is known of an enrolment into spells of taking part: who withdrew or was declined can come back, and what
 * begins certainly later begins the next spell. Dates decide, whatever the order of recording; only where they leave
 * open to which spell a step belongs, as of one without a date, it is the one that was known to have begun when the step
 * was first recorded.
 */
final class EnrollmentSpells {
    /**
     * Between two spells.
     *
     * @param end when the one was over, at the earliest
     * @param returns all that is certainly later than the end, and with which the next or a further spell can have begun
     */
    private record Gap(HistoricalDate end, List<Known<EnrollmentFact>> returns) {
        boolean isBefore(Known<EnrollmentFact> step) {
            if (EffectiveOrder.certainlyBefore(end, step.fact().on())) {
                return true;
            }
            return returns.stream()
                            .anyMatch(
                                    back -> back.known().order() < step.known().order())
                    && !returns.stream().allMatch(back -> EffectiveOrder.certainlyBefore(step.fact(), back.fact()));
        }
    }

    private EnrollmentSpells() {}

    /**
     * @param recorded at least one, in the order of recording
     * @return at least one spell, in order; none is empty
     */
    static List<List<Known<EnrollmentFact>>> of(List<Known<EnrollmentFact>> recorded) {
        List<Gap> gaps = gaps(recorded);
        if (gaps.isEmpty()) {
            return List.of(recorded);
        }
        List<List<Known<EnrollmentFact>>> spells = new ArrayList<>();
        for (int i = 0; i <= gaps.size(); i++) {
            spells.add(new ArrayList<>());
        }
        for (Known<EnrollmentFact> step : recorded) {
            int spell = isEnd(step) ? endedBy(step, gaps, recorded) : joinedBy(step, gaps);
            spells.get(spell).add(step);
        }
        return List.copyOf(spells);
    }

    /** Ends with the same returns after them end the same spell; the later an end, the fewer returns are left. */
    private static List<Gap> gaps(List<Known<EnrollmentFact>> recorded) {
        List<Gap> gaps = new ArrayList<>();
        recorded.stream()
                .filter(EnrollmentSpells::isEnd)
                .filter(end -> end.fact().on() != null)
                .sorted(Comparator.comparing(
                        end -> EffectiveOrder.latest(end.fact().on())))
                .forEach(end -> {
                    List<Known<EnrollmentFact>> returns = returnsAfter(end, recorded);
                    HistoricalDate on = end.fact().on();
                    if (on != null
                            && !returns.isEmpty()
                            && (gaps.isEmpty()
                                    || returns.size()
                                            < gaps.get(gaps.size() - 1)
                                                    .returns()
                                                    .size())) {
                        gaps.add(new Gap(on, returns));
                    }
                });
        return gaps;
    }

    private static int endedBy(Known<EnrollmentFact> end, List<Gap> gaps, List<Known<EnrollmentFact>> recorded) {
        int returns = returnsAfter(end, recorded).size();
        return (int) gaps.stream().filter(gap -> gap.returns().size() > returns).count();
    }

    private static int joinedBy(Known<EnrollmentFact> step, List<Gap> gaps) {
        int spell = gaps.size();
        while (spell > 0 && !gaps.get(spell - 1).isBefore(step)) {
            spell--;
        }
        return spell;
    }

    private static List<Known<EnrollmentFact>> returnsAfter(
            Known<EnrollmentFact> end, List<Known<EnrollmentFact>> recorded) {
        return recorded.stream()
                .filter(step -> EnrollmentSteps.beginsSpell(EnrollmentSteps.status(step.fact())))
                .filter(step -> EffectiveOrder.certainlyBefore(end.fact(), step.fact()))
                .toList();
    }

    private static boolean isEnd(Known<EnrollmentFact> step) {
        return EnrollmentSteps.endsSpell(EnrollmentSteps.status(step.fact()));
    }
}
