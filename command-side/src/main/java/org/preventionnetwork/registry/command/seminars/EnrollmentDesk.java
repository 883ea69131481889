package org.preventionnetwork.registry.command.seminars;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.timeline.Timeline;
import tools.jackson.databind.node.ObjectNode;

/** Takes what is told about single enrolments, and answers with the enrolment's id and how far it is. */
final class EnrollmentDesk {
    private static final Set<String> OF_THE_NOMINATION = Set.of("official", "nominatedBy");

    private final Seminar seminar;
    private final Timeline<SeminarFact> timeline;

    EnrollmentDesk(Seminar seminar) {
        this.seminar = seminar;
        this.timeline = seminar.timeline();
    }

    /** The same nomination under another enrolment id is told twice and keeps its first id. */
    Recorded nominate(NominateOfficial command, Provenance provenance) {
        OfficialNominated told = new OfficialNominated(
                command.seminarId(),
                command.factId(),
                command.enrollmentId(),
                command.official(),
                command.nominatedBy(),
                command.on());
        Optional<EnrollmentFact> known = seminar.enrollments()
                .of(command.official(), facts())
                .flatMap(EnrollmentSteps::opening)
                .filter(opening -> saysTheSame(opening, told));
        return known.isPresent() ? retell(known.get(), provenance) : open(told, provenance);
    }

    Recorded take(
            EnrollmentCommand command,
            EnrollmentStatus step,
            FactId factId,
            @Nullable HistoricalDate on,
            @Nullable String certificate,
            Provenance provenance) {
        return take(
                EnrollmentSteps.to(step, command.seminarId(), factId, command.enrollmentId(), on, certificate),
                provenance);
    }

    /** Told without a date or certificate, a step that is known is told already. */
    Recorded take(EnrollmentFact step, Provenance provenance) {
        boolean bare =
                step.on() == null && EnrollmentSteps.certificate(step) == null && !timeline.knows(step, provenance);
        EnrollmentFact known = bare
                ? EnrollmentSteps.of(facts(), step.subject())
                        .flatMap(enrollment -> enrollment.step(EnrollmentSteps.status(step)))
                        .orElse(step)
                : step;
        return seminar.answer(
                seminar.waitingList()
                        .promotingAfter(
                                step.factId(),
                                step.on(),
                                step.subject(),
                                provenance,
                                () -> timeline.record(known, provenance)),
                step.subject());
    }

    Recorded correct(CorrectEnrollment command, Provenance provenance) {
        EnrollmentSteps enrollment = require(command.enrollmentId());
        EnrollmentFact opening = enrollment.opening().orElseThrow();
        EnrollmentFact latest = enrollment.latest();
        List<SeminarFact> replaced = new ArrayList<>();
        if (opening.equals(latest)) {
            replaced.add(timeline.patched(latest, command.patch()));
        } else {
            replaced.add(timeline.patched(latest, part(command.patch(), false)));
            replaced.add(timeline.patched(opening, part(command.patch(), true)));
        }
        return revise(replaced, command.factId(), command.correctionKind(), provenance);
    }

    Recorded annul(AnnulEnrollment command, Provenance provenance) {
        List<SeminarFact> all = List.copyOf(require(command.enrollmentId()).facts());
        String subject = command.enrollmentId().value();
        return seminar.answer(
                seminar.waitingList()
                        .promotingAfter(
                                command.factId(),
                                null,
                                subject,
                                provenance,
                                () -> timeline.annul(all, null, provenance)),
                subject);
    }

    /** What is told late of a seminar that was cancelled since is closed by the cancellation too. */
    Recorded open(EnrollmentFact opening, Provenance provenance) {
        List<SeminarFact> recorded = new ArrayList<>(List.of(opening));
        SeminarCancelled cancelled = facts().only(SeminarCancelled.class).orElse(null);
        if (cancelled != null
                && !EnrollmentSteps.isOutcome(EnrollmentSteps.status(opening))
                && !timeline.knows(opening, provenance)) {
            recorded.add(new EnrollmentCancelled(
                    opening.seminarId(), opening.factId().and("closed"), opening.enrollmentId(), cancelled.on()));
        }
        return seminar.answer(timeline.record(recorded, provenance), opening.subject());
    }

    Recorded retell(EnrollmentFact known, Provenance provenance) {
        return seminar.answer(timeline.record(known, provenance), known.subject());
    }

    Recorded revise(List<SeminarFact> replaced, FactId cause, CorrectionKind kind, Provenance provenance) {
        String subject = replaced.get(0).subject();
        return seminar.answer(
                seminar.waitingList()
                        .promotingAfter(
                                cause,
                                null,
                                subject,
                                provenance,
                                () -> timeline.revise(replaced, List.of(), List.of(), kind, provenance)),
                subject);
    }

    private EnrollmentSteps require(EnrollmentId id) {
        return EnrollmentSteps.of(facts(), id.value())
                .orElseThrow(() ->
                        new Refused(facts().missing(id.value()), "there is no enrolment '" + id + "' in this seminar"));
    }

    private FactHistory<SeminarFact> facts() {
        return timeline.facts();
    }

    private static boolean saysTheSame(EnrollmentFact opening, OfficialNominated told) {
        return EnrollmentSteps.status(opening) == EnrollmentStatus.NOMINATED
                && Objects.equals(EnrollmentSteps.nominatedBy(opening), told.nominatedBy())
                && Objects.equals(opening.on(), told.on());
    }

    private static FactPatch part(FactPatch patch, boolean nomination) {
        ObjectNode fields = RegistryJson.mapper().createObjectNode();
        patch.fields().properties().stream()
                .filter(field -> OF_THE_NOMINATION.contains(field.getKey()) == nomination)
                .forEach(field -> fields.set(field.getKey(), field.getValue()));
        return new FactPatch(fields);
    }
}
