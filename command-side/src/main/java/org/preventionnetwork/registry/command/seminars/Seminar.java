package org.preventionnetwork.registry.command.seminars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEntity;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** An edition of a training with its enrolments: the timeline, the count that goes with it, and what follows from both. */
final class Seminar {
    private final Enrollments enrollments = new Enrollments();
    private final TakesPartOnce takesPartOnce = new TakesPartOnce(enrollments);
    static final String NOT_CONCLUDED = "does not count until the seminar is concluded";

    private final Timeline<SeminarFact> timeline;
    private final WaitingList waitingList;

    /** @param apply records an event and brings it back through {@link #on} at once */
    Seminar(Consumer<RegistryEvent> apply) {
        List<Rule<SeminarFact>> rules = new ArrayList<>(SeminarRules.ALL);
        rules.add(EnrollmentRules::checkAll);
        rules.add(takesPartOnce);
        rules.addAll(enrollments.rules());
        timeline = new Timeline<>(SeminarEntity.KIND, rules, apply);
        waitingList = new WaitingList(timeline, enrollments, takesPartOnce);
    }

    Timeline<SeminarFact> timeline() {
        return timeline;
    }

    FactHistory<SeminarFact> facts() {
        return timeline.facts();
    }

    Enrollments enrollments() {
        return enrollments;
    }

    WaitingList waitingList() {
        return waitingList;
    }

    /** Brings an event into the seminar; never decides. */
    void on(RegistryEvent event, Provenance provenance) {
        String subject = subject(event);
        timeline.on(event, provenance);
        if (!subject.isEmpty()) {
            enrollments.refresh(subject, facts());
        }
    }

    /** Makes a change while it is known who is the same person as whom, so that nobody takes part twice by it. */
    Recorded knowing(SamePerson persons, Supplier<Recorded> change) {
        return takesPartOnce.knowing(persons, change);
    }

    Recorded record(SeminarFact fact, Provenance provenance) {
        return timeline.record(fact, provenance);
    }

    /** There is only one such fact; told without a date it is told already, whatever date is known. */
    Recorded recordOnce(SeminarFact fact, Provenance provenance) {
        Optional<? extends SeminarFact> known = facts().only(fact.getClass());
        return fact.effectiveOn() == null && known.isPresent()
                ? timeline.record(known.get(), provenance)
                : timeline.record(fact, provenance);
    }

    /**
     * Records a value that supersedes another. What holds already is not told again, but it may hold anew after another
     * value. An import that tells anything twice is told it once.
     */
    Recorded supersede(SeminarSchedule<?> schedule, SeminarFact wanted, Provenance provenance) {
        if (facts().get(wanted.factId()) == null) {
            SeminarFact told = schedule.alreadyTold(facts(), wanted).orElse(null);
            if (told != null) {
                return timeline.record(told, provenance);
            }
        }
        return provenance.batch() == null
                ? timeline.recordAnew(wanted, provenance)
                : timeline.record(wanted, provenance);
    }

    Recorded reschedule(SeminarRescheduled moved, Provenance provenance) {
        boolean news = facts().get(moved.factId()) == null
                && !timeline.knows(moved, provenance)
                && SeminarSchedule.DATES.alreadyTold(facts(), moved).isEmpty();
        SeminarLife life = SeminarLife.of(facts());
        if (news && life.cancelled() != null) {
            throw refused(RefusalCode.SEMINAR_CANCELLED, "the seminar is cancelled", life.cancelled());
        }
        if (news && life.concluded() != null) {
            throw refused(
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "the seminar is concluded; correct its dates instead",
                    life.concluded());
        }
        return supersede(SeminarSchedule.DATES, moved, provenance);
    }

    Recorded changeCapacity(CapacityChanged changed, SamePerson persons, Provenance provenance) {
        return waitingList.promotingAfter(
                changed.factId(),
                changed.on(),
                "",
                persons,
                provenance,
                () -> supersede(SeminarSchedule.CAPACITY, changed, provenance));
    }

    /** Closes every enrolment that has no outcome yet, in the same transaction. */
    Recorded cancel(SeminarCancelled cancelled, Provenance provenance) {
        if (facts().only(SeminarCancelled.class).isPresent() || timeline.knows(cancelled, provenance)) {
            return recordOnce(cancelled, provenance);
        }
        List<SeminarFact> recorded = new ArrayList<>();
        recorded.add(cancelled);
        for (String id : facts().subjects()) {
            EnrollmentStatus status = enrollments.status(id);
            if (status != null && !EnrollmentSteps.isOutcome(status)) {
                recorded.add(new EnrollmentCancelled(
                        cancelled.seminarId(),
                        cancelled.factId().and("closed" + Letters.of(recorded.size() - 1)),
                        new EnrollmentId(id),
                        cancelled.on()));
            }
        }
        return timeline.record(recorded, provenance);
    }

    Recorded correct(CorrectsFact command, SamePerson persons, Provenance provenance) {
        String subject = timeline.require(command.factId()).subject();
        return answer(
                waitingList.promotingAfter(
                        command.factId(),
                        null,
                        subject,
                        persons,
                        provenance,
                        () -> timeline.correct(command, provenance)),
                subject);
    }

    /**
     * Annulling a cancellation opens again what it closed. A withdrawal whose seat was given on stays until the
     * promotion is annulled, which then gives the seat to nobody else. The annulment of a whole import promotes nobody:
     * it goes on to annul those enrolments too.
     */
    Recorded annul(AnnulsFact command, SamePerson persons, Provenance provenance) {
        SeminarFact fact = timeline.require(command.factId());
        List<SeminarFact> annulled = new ArrayList<>(List.of(fact));
        if (fact instanceof SeminarCancelled) {
            facts().all(EnrollmentCancelled.class)
                    .filter(closed -> closed.factId().value().indexOf('.') > 0)
                    .forEach(annulled::add);
        }
        Supplier<Recorded> change = () -> timeline.annul(annulled, command.wholeBatch(), provenance);
        try {
            Recorded recorded = command.wholeBatch() != null
                    ? change.get()
                    : WaitingList.isPromotion(fact)
                            ? knowing(persons, change)
                            : waitingList.promotingAfter(
                                    command.factId(), null, fact.subject(), persons, provenance, change);
            return answer(recorded, fact.subject());
        } catch (Refused refused) {
            throw namingPromotions(refused, command.factId());
        }
    }

    /** With the enrolment's id and how far it is now, where the answer is about one. */
    Recorded answer(Recorded recorded, String enrollment) {
        if (enrollment.isEmpty()) {
            return recorded;
        }
        EnrollmentStatus status = enrollments.status(enrollment);
        Recorded answer = recorded.onResource(enrollment);
        if (status == null) {
            return answer;
        }
        Recorded told = answer.withStatus(status.name());
        return status == EnrollmentStatus.COMPLETED && !tookPlace() ? told.withHint(NOT_CONCLUDED) : told;
    }

    private boolean tookPlace() {
        return timeline.facts().only(SeminarConcluded.class).isPresent()
                || timeline.facts().only(SeminarConvened.class).isPresent();
    }

    static Refused refused(RefusalCode code, String detail, SeminarFact fact) {
        return new Refused(new Refusal(code, detail, List.of(fact.factId()), null));
    }

    private Refused namingPromotions(Refused refused, FactId factId) {
        List<FactId> facts = new ArrayList<>(waitingList.promotionsBy(factId));
        refused.refusal().facts().stream().filter(id -> !facts.contains(id)).forEach(facts::add);
        return new Refused(new Refusal(
                refused.code(),
                refused.refusal().detail(),
                facts,
                refused.refusal().field()));
    }

    private String subject(RegistryEvent event) {
        SeminarFact fact = event instanceof SeminarFact told ? told : facts().get(event.factId());
        return fact == null ? "" : fact.subject();
    }
}
