package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.from;
import static org.preventionnetwork.registry.query.history.Words.list;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.quoted;
import static org.preventionnetwork.registry.query.history.Words.state;
import static org.preventionnetwork.registry.query.history.Words.states;
import static org.preventionnetwork.registry.query.history.Words.to;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CapacityChanged;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserAdded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserRemoved;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CurriculumSet;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentClosed;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentOpened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorAssigned;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorReleased;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRelocated;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRescheduled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Seminars in plain words; see {@link EnrollmentSentences} for who took part. */
final class SeminarSentences {
    private SeminarSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(SeminarScheduled.class, (f, n) -> new Told(scheduled(f), "scheduling of " + quoted(f.title())))
                .tell(
                        SeminarRescheduled.class,
                        (f, n) -> told(
                                seminar(n) + " rescheduled to" + days(f.startsOn(), f.endsOn()),
                                f.on(),
                                "rescheduling of",
                                n))
                .tell(
                        SeminarRelocated.class,
                        (f, n) -> told(
                                seminar(n) + " relocated" + place(f.mode(), f.venue(), f.city(), f.state()),
                                f.on(),
                                "relocation of",
                                n))
                .tell(
                        CapacityChanged.class,
                        (f, n) -> told(
                                "capacity of " + seminar(n) + " changed to "
                                        + (f.capacity() == null ? "unlimited" : f.capacity()),
                                f.on(),
                                "capacity of",
                                n))
                .tell(
                        CurriculumSet.class,
                        (f, n) -> told(
                                "curriculum of " + seminar(n) + " set to "
                                        + (f.themes().isEmpty() ? "no themes" : list(f.themes())),
                                f.on(),
                                "curriculum of",
                                n))
                .tell(
                        CoOrganiserAdded.class,
                        (f, n) -> told(
                                f.organiser() + " added as co-organiser of " + seminar(n), null, "co-organiser of", n))
                .tell(
                        CoOrganiserRemoved.class,
                        (f, n) -> told(
                                f.organiser() + " removed as co-organiser of " + seminar(n),
                                null,
                                "removal of a co-organiser of",
                                n))
                .tell(
                        InstructorAssigned.class,
                        (f, n) -> new Told(
                                "official " + f.official() + " assigned as instructor of " + seminar(n)
                                        + from(f.from()),
                                "instructor of " + seminar(n)))
                .tell(
                        InstructorReleased.class,
                        (f, n) -> told(
                                "official " + f.official() + " released as instructor of " + seminar(n),
                                f.on(),
                                "release of an instructor of",
                                n))
                .tell(
                        EnrollmentOpened.class,
                        (f, n) ->
                                told("enrolment for " + seminar(n) + " opened", f.on(), "opening of enrolment for", n))
                .tell(
                        EnrollmentClosed.class,
                        (f, n) ->
                                told("enrolment for " + seminar(n) + " closed", f.on(), "closing of enrolment for", n))
                .tell(SeminarConvened.class, (f, n) -> told(seminar(n) + " convened", f.on(), "convening of", n))
                .tell(SeminarConcluded.class, (f, n) -> told(seminar(n) + " concluded", f.on(), "conclusion of", n))
                .tell(SeminarCancelled.class, (f, n) -> told(seminar(n) + " cancelled", f.on(), "cancellation of", n))
                .tell(SeminarFiguresReported.class, (f, n) -> told(figures(f, n), null, "figures reported of", n));
    }

    static String seminar(Names names) {
        return quoted(names.latest(fact -> fact instanceof SeminarScheduled scheduled ? scheduled.title() : null));
    }

    private static Told told(String sentence, @Nullable HistoricalDate on, String topic, Names names) {
        return new Told(sentence + on(on), topic + " " + seminar(names));
    }

    private static String scheduled(SeminarScheduled f) {
        List<String> more = new ArrayList<>();
        more.add(constant(f.edition()) + " edition of " + f.programme());
        if (f.cycle() != null) {
            more.add((f.part() == null ? "in" : "part " + f.part() + " of") + " cycle " + f.cycle());
        }
        more.add(f.capacity() == null ? "capacity unlimited" : "capacity " + f.capacity());
        String days = f.endsOn() == null ? on(f.startsOn()) : from(f.startsOn()) + to(f.endsOn());
        return quoted(f.title()) + " scheduled" + place(f.mode(), f.venue(), f.city(), f.state()) + days + ": "
                + String.join(", ", more);
    }

    private static String days(HistoricalDate startsOn, @Nullable HistoricalDate endsOn) {
        String starts = " " + Words.date(startsOn);
        return endsOn == null ? starts : starts + " until " + Words.date(endsOn);
    }

    private static String place(
            @Nullable Mode mode, @Nullable String venue, @Nullable String city, @Nullable StateCode state) {
        List<String> parts = new ArrayList<>();
        if (venue != null) {
            parts.add(venue);
        }
        if (city != null) {
            parts.add(city);
        }
        if (state != null) {
            parts.add(state(state));
        }
        return (mode == null ? "" : " " + constant(mode)) + (parts.isEmpty() ? "" : " at " + String.join(", ", parts));
    }

    private static String figures(SeminarFiguresReported f, Names names) {
        List<String> figures = new ArrayList<>();
        if (f.participants() != null) {
            figures.add(f.participants() + " participants");
        }
        if (f.statesCount() != null) {
            figures.add(f.statesCount() + " states");
        }
        if (!f.states().isEmpty()) {
            figures.add("participants from " + states(f.states()));
        }
        return "figures of " + seminar(names) + " reported: "
                + (figures.isEmpty() ? "none" : String.join(", ", figures));
    }
}
