package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.facts.RefusalCode.ALREADY_ENROLLED;
import static org.preventionnetwork.registry.api.facts.RefusalCode.ALREADY_RECORDED_DIFFERENTLY;
import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.ENROLLMENT_CLOSED;
import static org.preventionnetwork.registry.api.facts.RefusalCode.RECORDED_ONCE_ONLY;
import static org.preventionnetwork.registry.api.facts.RefusalCode.SEMINAR_CANCELLED;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STEP_NOT_POSSIBLE;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentClosed;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentOpened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.command.timeline.Violations;

/**
 * What is certainly wrong in one official's way through a seminar. Records are incomplete, so a later step needs no
 * earlier one; what is known must not contradict itself.
 */
final class EnrollmentRules {
    @FunctionalInterface
    interface EnrollmentRule {
        void check(EnrollmentSteps enrollment, Context context);
    }

    record Context(
            FactHistory<SeminarFact> facts, SeminarLife life, List<SeminarFact> openAndClosed, Violations violations) {}

    static final List<EnrollmentRule> ALL = List.of(
            EnrollmentRules::beginsOnce,
            EnrollmentRules::nobodyIsNominatedToACancelledSeminar,
            EnrollmentRules::nobodyAttendsACancelledSeminar,
            EnrollmentRules::nominationsComeWhileEnrollmentIsOpen,
            EnrollmentRules::everyStepIsTakenOnce,
            EnrollmentRules::thereIsOneOutcome,
            EnrollmentRules::nothingComesBeforeTheNomination,
            EnrollmentRules::noStepGoesBack,
            EnrollmentRules::nobodyAttendsBeforeTheSeminarBegins);

    private EnrollmentRules() {}

    /** Looks at the enrolments touched; a change of the edition itself touches all. */
    static void checkAll(FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        List<SeminarFact> openAndClosed = facts.about("").stream()
                .filter(fact -> fact instanceof EnrollmentOpened || fact instanceof EnrollmentClosed)
                .toList();
        Context context = new Context(facts, SeminarLife.of(facts), openAndClosed, violations);
        Collection<String> ids = touched.contains("") ? facts.subjects() : touched;
        for (String id : ids) {
            EnrollmentSteps.of(facts, id).ifPresent(enrollment -> ALL.forEach(rule -> rule.check(enrollment, context)));
        }
    }

    private static void beginsOnce(EnrollmentSteps enrollment, Context context) {
        List<EnrollmentFact> openings = enrollment.openings();
        if (openings.isEmpty()) {
            context.violations()
                    .add(
                            context.facts().missing(enrollment.id().value()),
                            "there is no enrolment '" + enrollment.id() + "' in this seminar",
                            enrollment.latest());
        } else if (openings.size() > 1) {
            boolean same = EnrollmentSteps.official(openings.get(0)).equals(EnrollmentSteps.official(openings.get(1)));
            context.violations()
                    .add(
                            same ? ALREADY_ENROLLED : ALREADY_RECORDED_DIFFERENTLY,
                            same
                                    ? "the official is enrolled in this seminar already"
                                    : "the enrolment id '" + enrollment.id() + "' is in use for another official",
                            openings.get(1),
                            openings.get(0));
        }
    }

    /** An outcome recorded late is history and refused only when its date certainly is too late. */
    private static void nobodyIsNominatedToACancelledSeminar(EnrollmentSteps enrollment, Context context) {
        SeminarCancelled cancelled = context.life().cancelled();
        if (cancelled == null) {
            return;
        }
        for (EnrollmentFact opening : enrollment.openings()) {
            if (!EnrollmentSteps.isOutcome(EnrollmentSteps.status(opening))
                    && comesAfter(opening, cancelled, context)) {
                context.violations().add(SEMINAR_CANCELLED, "the seminar is cancelled", opening, cancelled);
            }
        }
    }

    private static void nobodyAttendsACancelledSeminar(EnrollmentSteps enrollment, Context context) {
        SeminarCancelled cancelled = context.life().cancelled();
        if (cancelled == null) {
            return;
        }
        for (EnrollmentFact step : enrollment.facts()) {
            if (EnrollmentSteps.tellsOfPresence(EnrollmentSteps.status(step))) {
                boolean late = context.facts().recordedBefore(step, cancelled);
                context.violations()
                        .add(
                                late ? STEP_NOT_POSSIBLE : SEMINAR_CANCELLED,
                                late ? "officials took part in the seminar" : "the seminar is cancelled",
                                step,
                                cancelled);
            }
        }
    }

    /** Where enrolment was never opened or closed explicitly it counts as open, as in old records. */
    private static void nominationsComeWhileEnrollmentIsOpen(EnrollmentSteps enrollment, Context context) {
        for (EnrollmentFact nomination : enrollment.openings()) {
            if (EnrollmentSteps.status(nomination) == EnrollmentStatus.NOMINATED) {
                context.openAndClosed().stream()
                        .filter(closed -> closed instanceof EnrollmentClosed
                                && comesAfter(nomination, closed, context)
                                && !reopened(closed, nomination, context))
                        .findFirst()
                        .ifPresent(closed -> context.violations()
                                .add(ENROLLMENT_CLOSED, "enrolment was closed", nomination, closed));
            }
        }
    }

    private static boolean reopened(SeminarFact closed, EnrollmentFact nomination, Context context) {
        return context.openAndClosed().stream()
                .anyMatch(opened -> opened instanceof EnrollmentOpened
                        && !EffectiveOrder.after(closed, opened, context.facts())
                        && !EffectiveOrder.after(opened, nomination, context.facts()));
    }

    private static boolean comesAfter(EnrollmentFact opening, SeminarFact end, Context context) {
        return opening instanceof OfficialNominated
                ? EffectiveOrder.after(opening, end, context.facts())
                : EffectiveOrder.certainlyBefore(end, opening);
    }

    private static void everyStepIsTakenOnce(EnrollmentSteps enrollment, Context context) {
        pairs(enrollment, (one, other) -> {
            EnrollmentStatus status = EnrollmentSteps.status(one);
            if (status == EnrollmentSteps.status(other) && status != EnrollmentStatus.NOMINATED) {
                context.violations()
                        .add(
                                RECORDED_ONCE_ONLY,
                                "this step is recorded already, with another content; correct that fact instead",
                                other,
                                one);
            }
        });
    }

    private static void thereIsOneOutcome(EnrollmentSteps enrollment, Context context) {
        pairs(enrollment, (one, other) -> {
            EnrollmentStatus status = EnrollmentSteps.status(one);
            if (EnrollmentSteps.isOutcome(status)
                    && EnrollmentSteps.isOutcome(EnrollmentSteps.status(other))
                    && status != EnrollmentSteps.status(other)) {
                context.violations().add(STEP_NOT_POSSIBLE, "the outcome of the enrolment is " + status, other, one);
            }
        });
    }

    private static void nothingComesBeforeTheNomination(EnrollmentSteps enrollment, Context context) {
        backward(enrollment, context, true, CERTAINLY_OUT_OF_ORDER, "this would come before the nomination");
    }

    private static void noStepGoesBack(EnrollmentSteps enrollment, Context context) {
        backward(enrollment, context, false, STEP_NOT_POSSIBLE, "the enrolment was further along by then");
    }

    private static void backward(
            EnrollmentSteps enrollment, Context context, boolean nomination, RefusalCode code, String detail) {
        for (EnrollmentFact early : enrollment.facts()) {
            EnrollmentStatus status = EnrollmentSteps.status(early);
            if (nomination != (status == EnrollmentStatus.NOMINATED)) {
                continue;
            }
            for (EnrollmentFact far : enrollment.facts()) {
                if (EnrollmentSteps.rank(status) < EnrollmentSteps.rank(EnrollmentSteps.status(far))
                        && EffectiveOrder.certainlyBefore(far, early)) {
                    context.violations().add(code, detail, early, far);
                }
            }
        }
    }

    private static void nobodyAttendsBeforeTheSeminarBegins(EnrollmentSteps enrollment, Context context) {
        SeminarLife life = context.life();
        for (EnrollmentFact step : enrollment.facts()) {
            if (step.on() == null || !EnrollmentSteps.tellsOfPresence(EnrollmentSteps.status(step))) {
                continue;
            }
            if (life.dates() != null && life.startsOn() != null && step.on().certainlyBefore(life.startsOn())) {
                context.violations()
                        .add(CERTAINLY_OUT_OF_ORDER, "the seminar starts on " + life.startsOn(), step, life.dates());
            }
            if (life.convened() != null && EffectiveOrder.certainlyBefore(step, life.convened())) {
                context.violations()
                        .add(CERTAINLY_OUT_OF_ORDER, "the seminar had not been convened", step, life.convened());
            }
        }
    }

    private static void pairs(EnrollmentSteps enrollment, BiConsumer<EnrollmentFact, EnrollmentFact> check) {
        List<EnrollmentFact> facts = enrollment.facts();
        for (int i = 0; i < facts.size(); i++) {
            for (int j = i + 1; j < facts.size(); j++) {
                check.accept(facts.get(i), facts.get(j));
            }
        }
    }
}
