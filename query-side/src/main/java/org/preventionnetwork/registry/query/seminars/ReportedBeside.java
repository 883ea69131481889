package org.preventionnetwork.registry.query.seminars;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.CountedFigures;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.ReportedFigures;

/**
 * What a source says of who took part, beside what the enrolments say.
 *
 * @param participants how the numbers stand to each other, null where the source gives none
 * @param unseen states that the source names and no participant is from
 * @param unnamed states that participants are from and the source, which names some, does not
 */
record ReportedBeside(
        ReportedFigures reported,
        @Nullable String participants,
        @Nullable String states,
        List<String> unseen,
        List<String> unnamed) {

    static ReportedBeside of(ReportedFigures reported, CountedFigures counted, boolean complete) {
        List<String> named = reported.states();
        Integer states = reported.statesCount();
        if (states == null && !named.isEmpty()) {
            states = named.size();
        }
        return new ReportedBeside(
                reported,
                verdict(reported.participants(), counted.participants(), complete),
                verdict(states, counted.states().size(), complete),
                named.stream()
                        .filter(state -> !counted.states().contains(state))
                        .toList(),
                named.isEmpty()
                        ? List.of()
                        : counted.states().stream()
                                .filter(state -> !named.contains(state))
                                .toList());
    }

    /** Fewer than reported may mean that the roster is not complete, where nobody says that it is; more cannot. */
    private static @Nullable String verdict(@Nullable Integer reported, long counted, boolean complete) {
        if (reported == null) {
            return null;
        }
        return counted == reported ? "AGREES" : counted > reported || complete ? "DIFFERS" : "UNDECIDED";
    }
}
