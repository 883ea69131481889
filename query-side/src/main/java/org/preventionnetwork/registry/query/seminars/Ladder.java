package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.seminars.Rosters.Rung;

/**
 * The way of an official through a seminar, from nomination to completion. A step that nobody recorded is none, also
 * where a later one is recorded.
 */
final class Ladder {
    /** Those that every official takes who completes. */
    static final List<EnrollmentStatus> RUNGS = List.of(
            EnrollmentStatus.NOMINATED,
            EnrollmentStatus.ACCEPTED,
            EnrollmentStatus.CONFIRMED,
            EnrollmentStatus.ATTENDED,
            EnrollmentStatus.COMPLETED);

    private Ladder() {}

    /**
     * The steps taken by a day.
     *
     * @param standing where the official stands on the day, which is how far a step without a date can have been taken
     * @param steps as they are stored, {@code ACCEPTED 2012-05}
     */
    static Map<String, Rung> by(LocalDate day, EnrollmentStatus standing, List<String> steps) {
        Map<String, Rung> taken = new LinkedHashMap<>();
        for (String step : steps) {
            int space = step.indexOf(' ');
            EnrollmentStatus status = EnrollmentStatus.valueOf(space < 0 ? step : step.substring(0, space));
            if (space < 0) {
                if (EnrollmentSteps.rank(status) <= EnrollmentSteps.rank(standing)) {
                    taken.putIfAbsent(status.name(), new Rung(null, true));
                }
            } else {
                HistoricalDate on = HistoricalDate.parse(step.substring(space + 1));
                if (!on.earliest().isAfter(day)) {
                    taken.put(
                            status.name(),
                            new Rung(on.toString(), !on.certainFrom().isAfter(day)));
                }
            }
        }
        return taken;
    }
}
