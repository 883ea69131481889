package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps.Spell;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * How far an official came in a seminar by a day. Made of the enrolment's own facts only, so that a seminar that moves
 * touches none of its enrolments: {@code status} holds once the seminar has begun; while it has not,
 * {@code before_status} does, which leaves out presence that is recorded without a date.
 */
final class EnrollmentModel extends BeliefModel<EnrollmentModel.Enrolled> {
    /**
     * @param before the standing while the seminar has not begun, or null where there is none yet
     * @param steps all that are known of the spell that the day is in, whatever their day: {@code ACCEPTED 2012-05},
     *     without a date {@code ACCEPTED}
     */
    record Enrolled(
            String enrollmentId,
            String official,
            @Nullable String nominatedBy,
            Standing now,
            @Nullable Standing before,
            long order,
            List<String> steps,
            String factId) {}

    /** @param order when the step was first recorded */
    record Standing(
            String status, @Nullable String on, long order, @Nullable String certificate, @Nullable String source) {}

    EnrollmentModel() {
        super(
                "enrollment",
                List.of(
                        "enrollment_id text NOT NULL",
                        "official text NOT NULL",
                        "nominated_by text",
                        "status text NOT NULL",
                        "status_on text",
                        "status_order bigint NOT NULL",
                        "certificate text",
                        "source text",
                        "before_status text",
                        "before_on text",
                        "before_order bigint",
                        "enrolled_order bigint NOT NULL",
                        "steps text[] NOT NULL",
                        "fact_id text NOT NULL"),
                List.of("CREATE INDEX ON ${schema}.enrollment (official)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return enrollments(fact);
    }

    @Override
    protected List<Segment<Enrolled>> segments(KnownFacts facts, String enrollmentId) {
        return stretches(facts, enrollmentId);
    }

    /** The enrolment that a fact is about, if it is about one. */
    static List<String> enrollments(Fact fact) {
        return fact instanceof EnrollmentFact enrollment
                ? List.of(enrollment.enrollmentId().value())
                : List.of();
    }

    static List<Segment<Enrolled>> stretches(KnownFacts facts, String enrollmentId) {
        EnrollmentSteps steps =
                EnrollmentSteps.of(facts.history(), enrollmentId).orElse(null);
        if (steps == null || steps.openedBy().isEmpty()) {
            return List.of();
        }
        Known<EnrollmentFact> opening = steps.openedBy().get();
        Piecewise days = new Piecewise();
        steps.bound(days);
        return days.segments(day -> on(day, steps, opening));
    }

    /** Who came back has the place on the roster that the whole enrolment has, and is told of by the nomination since. */
    private static @Nullable Held<Enrolled> on(LocalDate day, EnrollmentSteps steps, Known<EnrollmentFact> first) {
        Known<EnrollmentFact> now = steps.on(day);
        if (now == null) {
            return null;
        }
        Known<EnrollmentFact> before = steps.beforeTheSeminar(day);
        Spell spell = steps.spellOf(now.fact());
        Known<EnrollmentFact> opening = steps.openedBy(spell).orElse(first);
        Nominator nominator = EnrollmentSteps.nominatedBy(opening.fact());
        Enrolled enrolled = new Enrolled(
                steps.id().value(),
                EnrollmentSteps.official(opening.fact()).value(),
                nominator == null ? null : nominator.value(),
                standing(now),
                before == null ? null : standing(before),
                first.known().order(),
                spell.ordered().stream().map(step -> told(step.fact())).toList(),
                opening.fact().factId().value());
        return new Held<>(enrolled, steps.isCertain(now, day), steps.behind());
    }

    private static String told(EnrollmentFact step) {
        EnrollmentStatus status = EnrollmentSteps.status(step);
        return step.on() == null ? status.name() : status.name() + " " + step.on();
    }

    private static Standing standing(Known<EnrollmentFact> step) {
        HistoricalDate on = step.fact().on();
        return new Standing(
                EnrollmentSteps.status(step.fact()).name(),
                on == null ? null : on.toString(),
                step.known().order(),
                EnrollmentSteps.certificate(step.fact()),
                step.known().source());
    }

    @Override
    protected @Nullable Object[] values(Enrolled enrolled) {
        Standing now = enrolled.now();
        Standing before = enrolled.before();
        return new @Nullable Object[] {
            enrolled.enrollmentId(),
            enrolled.official(),
            enrolled.nominatedBy(),
            now.status(),
            now.on(),
            now.order(),
            now.certificate(),
            now.source(),
            before == null ? null : before.status(),
            before == null ? null : before.on(),
            before == null ? null : before.order(),
            enrolled.order(),
            enrolled.steps(),
            enrolled.factId()
        };
    }
}
