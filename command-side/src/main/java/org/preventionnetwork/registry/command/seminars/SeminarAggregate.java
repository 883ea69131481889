package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.seminars.EnrollmentStatus.*;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.*;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.*;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.*;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule;

/** One edition of a training, with its seats and the enrolments that take them. */
@Aggregate(cache = "aggregateCache")
class SeminarAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private final Seminar seminar = new Seminar(AggregateLifecycle::apply);
    private final EnrollmentDesk desk = new EnrollmentDesk(seminar);
    private final Outcomes outcomes = new Outcomes(seminar, desk);

    @CommandHandlerInterceptor
    void requireExpectedVersion(
            RegistryCommand command, @MetaDataValue(Provenance.EXPECTED_VERSION) @Nullable Long expected) {
        seminar.timeline().requireVersion(command, expected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(ScheduleSeminar command, Provenance provenance) {
        return seminar.record(
                new SeminarScheduled(
                        command.seminarId(),
                        command.factId(),
                        command.title(),
                        command.programme(),
                        command.edition(),
                        command.cycle(),
                        command.part(),
                        command.mode(),
                        command.startsOn(),
                        command.endsOn(),
                        command.city(),
                        command.state(),
                        command.venue(),
                        command.capacity(),
                        command.languages(),
                        command.foundational(),
                        command.themes(),
                        command.coOrganisers()),
                provenance);
    }

    @CommandHandler
    Recorded handle(RescheduleSeminar command, Provenance provenance) {
        return seminar.reschedule(
                new SeminarRescheduled(
                        command.seminarId(), command.factId(), command.startsOn(), command.endsOn(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(RelocateSeminar command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.PLACE,
                new SeminarRelocated(
                        command.seminarId(),
                        command.factId(),
                        command.mode(),
                        command.city(),
                        command.state(),
                        command.venue(),
                        command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ChangeCapacity command, Provenance provenance, SamePerson persons) {
        return seminar.changeCapacity(
                new CapacityChanged(command.seminarId(), command.factId(), command.capacity(), command.on()),
                persons,
                provenance);
    }

    @CommandHandler
    Recorded handle(SetCurriculum command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.CURRICULUM,
                new CurriculumSet(command.seminarId(), command.factId(), command.themes(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(AddCoOrganiser command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.ofCoOrganiser(command.organiser()),
                new CoOrganiserAdded(command.seminarId(), command.factId(), command.organiser()),
                provenance);
    }

    @CommandHandler
    Recorded handle(RemoveCoOrganiser command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.ofCoOrganiser(command.organiser()),
                new CoOrganiserRemoved(command.seminarId(), command.factId(), command.organiser()),
                provenance);
    }

    @CommandHandler
    Recorded handle(AssignInstructor command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.ofInstructor(command.official()),
                new InstructorAssigned(command.seminarId(), command.factId(), command.official(), command.from()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ReleaseInstructor command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.ofInstructor(command.official()),
                new InstructorReleased(command.seminarId(), command.factId(), command.official(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(OpenEnrollment command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.ENROLLMENT_OPEN,
                new EnrollmentOpened(command.seminarId(), command.factId(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(CloseEnrollment command, Provenance provenance) {
        return seminar.supersede(
                SeminarSchedule.ENROLLMENT_OPEN,
                new EnrollmentClosed(command.seminarId(), command.factId(), command.on()),
                provenance);
    }

    @CommandHandler
    Recorded handle(ConveneSeminar command, Provenance provenance) {
        return seminar.recordOnce(new SeminarConvened(command.seminarId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(ConcludeSeminar command, Provenance provenance) {
        return seminar.recordOnce(
                new SeminarConcluded(command.seminarId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(CancelSeminar command, Provenance provenance) {
        return seminar.cancel(new SeminarCancelled(command.seminarId(), command.factId(), command.on()), provenance);
    }

    @CommandHandler
    Recorded handle(ReportFigures command, Provenance provenance) {
        return seminar.record(
                new SeminarFiguresReported(
                        command.seminarId(),
                        command.factId(),
                        command.participants(),
                        command.statesCount(),
                        command.states()),
                provenance);
    }

    @CommandHandler
    Recorded handle(GiveSeminarForNetwork command, Provenance provenance) {
        return seminar.record(
                new SeminarGivenForNetwork(command.seminarId(), command.factId(), command.network()), provenance);
    }

    @CommandHandler
    Recorded handle(DeclareRosterComplete command, Provenance provenance) {
        return seminar.record(
                new RosterDeclaredComplete(command.seminarId(), command.factId(), command.asOf()), provenance);
    }

    @CommandHandler
    Recorded handle(NominateOfficial command, Provenance provenance, SamePerson persons) {
        return desk.nominate(command, persons, provenance);
    }

    @CommandHandler
    Recorded handle(NominateAgain command, Provenance provenance, SamePerson persons) {
        return desk.nominateAgain(command, persons, provenance);
    }

    @CommandHandler
    Recorded handle(RecordEnrollment command, Provenance provenance, SamePerson persons) {
        return outcomes.record(command, persons, provenance);
    }

    @CommandHandler
    Recorded handle(AcceptEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.take(command, ACCEPTED, command.factId(), command.on(), null, persons, provenance);
    }

    @CommandHandler
    Recorded handle(WaitlistEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.take(command, WAITLISTED, command.factId(), command.on(), null, persons, provenance);
    }

    @CommandHandler
    Recorded handle(DeclineEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.take(command, DECLINED, command.factId(), command.on(), null, persons, provenance);
    }

    @CommandHandler
    Recorded handle(ConfirmEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.take(command, CONFIRMED, command.factId(), command.on(), null, persons, provenance);
    }

    @CommandHandler
    Recorded handle(WithdrawEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.take(command, WITHDRAWN, command.factId(), command.on(), null, persons, provenance);
    }

    @CommandHandler
    Recorded handle(RecordAttendance command, Provenance provenance, SamePerson persons) {
        return desk.take(command, ATTENDED, command.factId(), command.on(), null, persons, provenance);
    }

    @CommandHandler
    Recorded handle(NotCompleteEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.take(command, NOT_COMPLETED, command.factId(), command.on(), null, persons, provenance);
    }

    @CommandHandler
    Recorded handle(CompleteEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.take(
                command, COMPLETED, command.factId(), command.on(), command.certificate(), persons, provenance);
    }

    @CommandHandler
    Recorded handle(CorrectEnrollment command, Provenance provenance, SamePerson persons) {
        desk.requireNotElsewhere(command.enrollmentId().value(), command.patch(), persons);
        return desk.correct(command, persons, provenance);
    }

    @CommandHandler
    Recorded handle(AnnulEnrollment command, Provenance provenance, SamePerson persons) {
        return desk.annul(command, persons, provenance);
    }

    @CommandHandler
    Recorded handle(CorrectFact command, Provenance provenance, SamePerson persons) {
        SeminarFact fact = seminar.timeline().require(command.factId());
        desk.requireNotElsewhere(fact.subject(), command.patch(), persons);
        return seminar.correct(command, persons, provenance);
    }

    @CommandHandler
    Recorded handle(AnnulFact command, Provenance provenance, SamePerson persons) {
        return seminar.annul(command, persons, provenance);
    }

    @EventSourcingHandler
    void on(SeminarEvent event, Provenance provenance) {
        id = event.entity().aggregateId();
        seminar.on(event, provenance);
    }
}
