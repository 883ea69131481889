package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.AnnulFact;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.CorrectFact;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class SeminarRevisionsTest extends RevisionConformance<SeminarFact> {
    private static final SeminarFact NOMINATED = nominated("e1", "2019-01");

    SeminarRevisionsTest() {
        super(SeminarAggregate.class, SeminarFact.class);
    }

    @Override
    protected List<Revision<SeminarFact>> revisions() {
        List<SeminarFact> scheduled = List.of(SCHEDULED);
        List<SeminarFact> enrolled = List.of(SCHEDULED, NOMINATED);
        return List.of(
                Revision.of(List.of(), SCHEDULED, "{\"capacity\": 30}", scheduled(30)),
                Revision.of(scheduled, moved("2019-07-01"), "{\"startsOn\": \"2019-08\"}", moved("2019-08")),
                Revision.of(scheduled, relocated("Kigali"), "{\"city\": \"Butare\"}", relocated("Butare")),
                Revision.of(
                        scheduled,
                        capacity("capacity", 20, null),
                        "{\"capacity\": null}",
                        capacity("capacity", null, null)),
                Revision.of(scheduled, themes("memory"), "{\"themes\": [\"truth\"]}", themes("truth")),
                Revision.of(scheduled, joined("ministry"), "{\"organiser\": \"university\"}", joined("university")),
                Revision.of(
                        List.of(SCHEDULED, joined("ministry")),
                        left("museum"),
                        "{\"organiser\": \"ministry\"}",
                        left("ministry")),
                Revision.of(scheduled, assigned("2019-02"), "{\"from\": null}", assigned(null)),
                Revision.of(
                        List.of(SCHEDULED, assigned("2019-02")),
                        released("2019-03"),
                        "{\"on\": \"2019-04~\"}",
                        released("2019-04~")),
                Revision.of(scheduled, opened("2019-01"), "{\"on\": \"2019-02\"}", opened("2019-02")),
                Revision.of(scheduled, closed("2019-04"), "{\"on\": \"2019-05\"}", closed("2019-05")),
                Revision.of(scheduled, convened("2019-06-10"), "{\"on\": null}", convened(null)),
                Revision.of(scheduled, concluded("2019-06-15"), "{\"on\": \"2019-06\"}", concluded("2019-06")),
                Revision.of(scheduled, cancelled("2019-05"), "{\"on\": \"2019-05-04\"}", cancelled("2019-05-04")),
                Revision.of(scheduled, reported(20), "{\"participants\": 22}", reported(22)),
                Revision.of(scheduled, given("africa"), "{\"network\": \"great-lakes\"}", given("great-lakes")),
                Revision.of(scheduled, complete("2019-06-15"), "{\"asOf\": \"2019-07\"}", complete("2019-07")),
                Revision.of(scheduled, NOMINATED, "{\"on\": \"2019-02\"}", nominated("e1", "2019-02")),
                Revision.of(enrolled, accepted("e1", "2019-02"), "{\"on\": \"2019-03\"}", accepted("e1", "2019-03")),
                Revision.of(
                        enrolled, waitlisted("e1", "2019-02"), "{\"on\": \"2019-03\"}", waitlisted("e1", "2019-03")),
                Revision.of(enrolled, declined("2019-02"), "{\"on\": \"unknown\"}", declined("unknown")),
                Revision.of(enrolled, confirmed("2019-02"), "{\"on\": \"2019-03\"}", confirmed("2019-03")),
                Revision.of(enrolled, withdrawn("e1", "2019-02"), "{\"on\": null}", withdrawn("e1", null)),
                Revision.of(enrolled, attended("2019-06-11"), "{\"on\": \"2019-06-12\"}", attended("2019-06-12")),
                Revision.of(enrolled, failed("2019-06-15"), "{\"on\": \"2019-06\"}", failed("2019-06")),
                Revision.of(
                        enrolled,
                        new EnrollmentCancelled(SEMINAR, fact("closed-out"), enrollment("e1"), date("2019-05")),
                        "{\"on\": \"2019-05-04\"}",
                        new EnrollmentCancelled(SEMINAR, fact("closed-out"), enrollment("e1"), date("2019-05-04"))),
                Revision.of(
                        enrolled,
                        completed("e1", "2019-06-15"),
                        "{\"certificate\": \"2019/7\"}",
                        new EnrollmentCompleted(SEMINAR, fact("c-e1"), enrollment("e1"), date("2019-06-15"), "2019/7")),
                Revision.of(
                        scheduled,
                        outcome(EnrollmentStatus.ATTENDED, null),
                        "{\"status\": \"COMPLETED\", \"nominatedBy\": \"PE\"}",
                        outcome(EnrollmentStatus.COMPLETED, new Nominator("PE"))));
    }

    private static SeminarRescheduled moved(String startsOn) {
        return new SeminarRescheduled(SEMINAR, fact("moved"), date(startsOn), null, null);
    }

    private static SeminarRelocated relocated(String city) {
        return new SeminarRelocated(SEMINAR, fact("relocated"), Mode.IN_PERSON, city, new StateCode("RW"), null, null);
    }

    private static CurriculumSet themes(String theme) {
        return new CurriculumSet(SEMINAR, fact("themes"), List.of(theme), null);
    }

    private static CoOrganiserAdded joined(String organiser) {
        return new CoOrganiserAdded(SEMINAR, fact("joined"), organiser);
    }

    private static CoOrganiserRemoved left(String organiser) {
        return new CoOrganiserRemoved(SEMINAR, fact("left"), organiser);
    }

    private static InstructorAssigned assigned(@Nullable String from) {
        return new InstructorAssigned(SEMINAR, fact("assigned"), official("teacher"), date(from));
    }

    private static InstructorReleased released(@Nullable String on) {
        return new InstructorReleased(SEMINAR, fact("released"), official("teacher"), date(on));
    }

    private static EnrollmentOpened opened(String on) {
        return new EnrollmentOpened(SEMINAR, fact("opened"), date(on));
    }

    private static EnrollmentClosed closed(String on) {
        return new EnrollmentClosed(SEMINAR, fact("closed"), date(on));
    }

    private static SeminarConvened convened(@Nullable String on) {
        return new SeminarConvened(SEMINAR, fact("convened"), date(on));
    }

    private static SeminarFiguresReported reported(int participants) {
        return new SeminarFiguresReported(SEMINAR, fact("reported"), participants, null, List.of());
    }

    private static SeminarGivenForNetwork given(String network) {
        return new SeminarGivenForNetwork(SEMINAR, fact("given"), new NetworkId(network));
    }

    private static RosterDeclaredComplete complete(String asOf) {
        return new RosterDeclaredComplete(SEMINAR, fact("complete"), date(asOf));
    }

    private static EnrollmentDeclined declined(String on) {
        return new EnrollmentDeclined(SEMINAR, fact("declined"), enrollment("e1"), date(on));
    }

    private static EnrollmentConfirmed confirmed(String on) {
        return new EnrollmentConfirmed(SEMINAR, fact("confirmed"), enrollment("e1"), date(on));
    }

    private static AttendanceRecorded attended(String on) {
        return new AttendanceRecorded(SEMINAR, fact("attended"), enrollment("e1"), date(on));
    }

    private static EnrollmentNotCompleted failed(String on) {
        return new EnrollmentNotCompleted(SEMINAR, fact("failed"), enrollment("e1"), date(on));
    }

    private static EnrollmentRecorded outcome(EnrollmentStatus status, @Nullable Nominator by) {
        return new EnrollmentRecorded(
                SEMINAR, fact("outcome"), enrollment("e1"), official("e1"), status, by, date("2019-06-15"), null);
    }

    @Override
    protected CorrectsFact correct(Revision<SeminarFact> revision, CorrectionKind kind) {
        return new CorrectFact(SEMINAR, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(SEMINAR, factId, null);
    }

    @Override
    protected RegistryEvent corrected(SeminarFact replacement, CorrectionKind kind) {
        return new FactCorrected(SEMINAR, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(SEMINAR, factId, null);
    }
}
