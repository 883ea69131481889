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
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps.Spell;
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

    private static final String BEFORE_THE_NOMINATION = "this would come before the nomination";

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
            return;
        }
        EnrollmentFact first = openings.get(0);
        for (EnrollmentFact other : openings) {
            if (!EnrollmentSteps.official(other).equals(EnrollmentSteps.official(first))) {
                context.violations()
                        .add(
                                ALREADY_RECORDED_DIFFERENTLY,
                                "the enrolment id '" + enrollment.id() + "' is in use for another official",
                                other,
                                first);
                return;
            }
        }
        for (Spell spell : enrollment.spells()) {
            List<EnrollmentFact> own = spell.openings();
            if (own.size() > 1) {
                context.violations().add(ALREADY_ENROLLED, whyNotAgain(spell), own.get(1), own.get(0));
            } else if (own.isEmpty() && spell.number() == 0) {
                context.violations()
                        .add(
                                CERTAINLY_OUT_OF_ORDER,
                                BEFORE_THE_NOMINATION,
                                first,
                                spell.facts().get(0));
            } else if (spell.number() > 0 && spell.beginnings().isEmpty()) {
                context.violations()
                        .add(
                                STEP_NOT_POSSIBLE,
                                "the official had left, and nothing tells that the official came back",
                                spell.facts().get(0));
            }
        }
    }

    /** Why nobody is enrolled once more within a spell. */
    private static String whyNotAgain(Spell spell) {
        for (EnrollmentFact step : spell.facts()) {
            EnrollmentStatus status = EnrollmentSteps.status(step);
            if (EnrollmentSteps.endsSpell(status)) {
                return "the official left" + (step.on() == null ? ", nobody knows when" : " on " + step.on())
                        + ", and comes back only on a day that is certainly later";
            }
            if (status == EnrollmentStatus.COMPLETED || status == EnrollmentStatus.NOT_COMPLETED) {
                return "the outcome of the enrolment is " + status + ", which ends it";
            }
        }
        return "the official is enrolled in this seminar already";
    }

    /** An outcome recorded late is history and refused only when its date certainly is too late. */
    private static void nobodyIsNominatedToACancelledSeminar(EnrollmentSteps enrollment, Context context) {
        SeminarCancelled cancelled = context.life().cancelled();
        if (cancelled == null) {
            return;
        }
        for (Spell spell : enrollment.spells()) {
            for (EnrollmentFact step : spell.facts()) {
                boolean begins = EnrollmentSteps.isOpening(step)
                        || spell.number() > 0 && EnrollmentSteps.beginsSpell(EnrollmentSteps.status(step));
                if (begins
                        && !EnrollmentSteps.isOutcome(EnrollmentSteps.status(step))
                        && comesAfter(step, cancelled, context)) {
                    context.violations().add(SEMINAR_CANCELLED, "the seminar is cancelled", step, cancelled);
                }
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
        backward(enrollment, context, true, CERTAINLY_OUT_OF_ORDER, BEFORE_THE_NOMINATION);
    }

    private static void noStepGoesBack(EnrollmentSteps enrollment, Context context) {
        backward(enrollment, context, false, STEP_NOT_POSSIBLE, "the enrolment was further along by then");
    }

    private static void backward(
            EnrollmentSteps enrollment, Context context, boolean nomination, RefusalCode code, String detail) {
        for (Spell spell : enrollment.spells()) {
            List<EnrollmentFact> facts = spell.facts();
            for (EnrollmentFact early : facts) {
                EnrollmentStatus status = EnrollmentSteps.status(early);
                if (nomination != (status == EnrollmentStatus.NOMINATED)) {
                    continue;
                }
                for (EnrollmentFact far : facts) {
                    if (EnrollmentSteps.rank(status) < EnrollmentSteps.rank(EnrollmentSteps.status(far))
                            && EffectiveOrder.certainlyBefore(far, early)) {
                        context.violations().add(code, detail, early, far);
                    }
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

    /** Of one spell each: who comes back takes every step anew. */
    private static void pairs(EnrollmentSteps enrollment, BiConsumer<EnrollmentFact, EnrollmentFact> check) {
        for (Spell spell : enrollment.spells()) {
            List<EnrollmentFact> facts = spell.facts();
            for (int i = 0; i < facts.size(); i++) {
                for (int j = i + 1; j < facts.size(); j++) {
                    check.accept(facts.get(i), facts.get(j));
                }
            }
        }
    }
}
