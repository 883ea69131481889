package org.preventionnetwork.registry.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.AttendanceRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentConfirmed;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWithdrawn;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.seminars.SeminarId;

/** Some dozen seminars at a time, each with some dozen officials on their way from nomination to completion. */
final class InventedSeminars {
    private static final int AT_A_TIME = 40;
    private static final int PLACES = 30;

    private final Random random;
    private final InventedDates dates;
    private final List<Seminar> open = new ArrayList<>();
    private int seminars;

    private static final class Seminar {
        final SeminarId id;
        final int day;
        final List<Integer> underWay = new ArrayList<>();
        final List<Integer> steps = new ArrayList<>();

        Seminar(SeminarId id, int day) {
            this.id = id;
            this.day = day;
        }
    }

    InventedSeminars(Random random, InventedDates dates) {
        this.random = random;
        this.dates = dates;
    }

    int size() {
        return seminars;
    }

    void happen(OfficialId official, List<RegistryEvent> events) {
        if (open.size() < AT_A_TIME) {
            open.add(schedule(events));
            return;
        }
        Seminar seminar = open.get(random.nextInt(open.size()));
        if (seminar.steps.size() < PLACES && (seminar.underWay.isEmpty() || random.nextInt(3) == 0)) {
            nominate(seminar, official, events);
        } else if (!seminar.underWay.isEmpty()) {
            goOn(seminar, random.nextInt(seminar.underWay.size()), events);
        } else {
            events.add(new SeminarConvened(seminar.id, dates.fact(), dates.after(seminar.day)));
            events.add(new SeminarConcluded(seminar.id, dates.fact(), dates.after(seminar.day + 6)));
            open.remove(seminar);
        }
    }

    private Seminar schedule(List<RegistryEvent> events) {
        Seminar seminar = new Seminar(new SeminarId("seminar-" + seminars++), 60 + random.nextInt(6_000));
        events.add(new SeminarScheduled(
                seminar.id,
                dates.fact(),
                "Seminar for the Prevention of Genocide " + seminars,
                InventedHistory.PROGRAMME,
                SeminarEdition.GLOBAL,
                null,
                null,
                Mode.IN_PERSON,
                dates.after(seminar.day),
                null,
                "Oświęcim",
                dates.state(),
                null,
                null,
                List.of("en"),
                true,
                List.of("early warning", "memory"),
                List.of()));
        return seminar;
    }

    private void nominate(Seminar seminar, OfficialId official, List<RegistryEvent> events) {
        int number = seminar.steps.size();
        seminar.steps.add(0);
        seminar.underWay.add(number);
        events.add(new OfficialNominated(
                seminar.id,
                dates.fact(),
                enrollment(seminar, number),
                official,
                new Nominator(dates.state().value()),
                dates.after(seminar.day - 60)));
    }

    private void goOn(Seminar seminar, int index, List<RegistryEvent> events) {
        int number = seminar.underWay.get(index);
        EnrollmentId id = enrollment(seminar, number);
        int step = random.nextInt(25) == 0 ? 9 : seminar.steps.get(number);
        seminar.steps.set(number, step + 1);
        switch (step) {
            case 0 -> events.add(new EnrollmentAccepted(seminar.id, dates.fact(), id, dates.after(seminar.day - 40)));
            case 1 -> events.add(new EnrollmentConfirmed(seminar.id, dates.fact(), id, dates.after(seminar.day - 20)));
            case 2 -> events.add(new AttendanceRecorded(seminar.id, dates.fact(), id, dates.after(seminar.day)));
            case 3 ->
                events.add(new EnrollmentCompleted(seminar.id, dates.fact(), id, dates.after(seminar.day + 6), null));
            default -> events.add(new EnrollmentWithdrawn(seminar.id, dates.fact(), id, dates.after(seminar.day - 10)));
        }
        if (step >= 3) {
            seminar.underWay.remove(index);
        }
    }

    private static EnrollmentId enrollment(Seminar seminar, int number) {
        return new EnrollmentId(seminar.id.value() + "-e" + number);
    }
}
