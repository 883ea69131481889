package org.preventionnetwork.registry.query.seminars;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.CountedFigures;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.ReportedFigures;

/**
 * What a source says of who took part, beside what the enrolments say. They differ only where no more than is known, and
 * no way of reading what is uncertain, makes them agree.
 *
 * @param participants how the numbers stand to each other, null where the source gives none
 * @param unseen states that the source names and no participant can be from
 * @param unnamed states that participants are certainly from and the source, which names some, does not
 */
record ReportedBeside(
        ReportedFigures reported,
        @Nullable String participants,
        @Nullable String states,
        List<String> unseen,
        List<String> unnamed) {

    /** @param complete whether everybody who took part is certainly on the roster, as it is counted */
    static ReportedBeside of(ReportedFigures reported, CountedFigures counted, boolean complete) {
        List<String> named = reported.states();
        Integer states = reported.statesCount();
        if (states == null && !named.isEmpty()) {
            states = named.size();
        }
        return new ReportedBeside(
                reported,
                verdict(reported.participants(), counted.participants(), counted.participants(), complete),
                verdict(
                        states,
                        counted.certainStates().size(),
                        counted.states().size(),
                        complete && counted.stateUnknown() == 0),
                named.stream()
                        .filter(state -> !counted.states().contains(state))
                        .toList(),
                named.isEmpty()
                        ? List.of()
                        : counted.certainStates().stream()
                                .filter(state -> !named.contains(state))
                                .toList());
    }

    /**
     * Fewer than reported may mean that something is not recorded, where nobody says that all is; more cannot.
     *
     * @param least what certainly counts
     * @param most what can count
     */
    private static @Nullable String verdict(@Nullable Integer reported, long least, long most, boolean complete) {
        if (reported == null) {
            return null;
        } else if (reported < least || reported > most && complete) {
            return "DIFFERS";
        }
        return reported == least && reported == most ? "AGREES" : "UNDECIDED";
    }
}
