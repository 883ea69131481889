package org.preventionnetwork.registry.command.seminars;

import java.util.List;
import java.util.Optional;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps.Spell;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.node.ObjectNode;

/** Takes enrolments known only by their outcome, as old reports and spreadsheets tell them; the official is the key. */
final class Outcomes {
    private final Seminar seminar;
    private final EnrollmentDesk desk;

    Outcomes(Seminar seminar, EnrollmentDesk desk) {
        this.seminar = seminar;
        this.desk = desk;
    }

    /**
     * An outcome of an official already enrolled is a further step of that enrolment, which keeps its id. A date or a
     * certificate that was missing is filled in as a late report. Of a person enrolled under another record it is refused:
     * a step keeps no official, so after unmerging nobody would know which of the two was named.
     */
    Recorded record(RecordEnrollment command, SamePerson persons, Provenance provenance) {
        Optional<EnrollmentSteps> enrolled = seminar.enrollments().of(command.official(), seminar.facts());
        if (enrolled.isPresent()) {
            return further(enrolled.get(), command, persons, provenance);
        }
        desk.requireNotBeside(command.official(), persons);
        return desk.open(told(command, command.enrollmentId(), command.official()), persons, provenance);
    }

    /** Told of another spell than the last, it is compared with what is known of that; who left comes back by it, too. */
    private Recorded further(
            EnrollmentSteps enrollment, RecordEnrollment command, SamePerson persons, Provenance provenance) {
        EnrollmentRecorded told =
                told(command, enrollment.id(), enrollment.official().orElse(command.official()));
        EnrollmentFact step = command.status() == EnrollmentStatus.NOMINATED
                ? told
                : EnrollmentSteps.to(
                        command.status(),
                        command.seminarId(),
                        command.factId(),
                        enrollment.id(),
                        command.on(),
                        command.certificate());
        for (EnrollmentFact form : List.of(told, step)) {
            if (seminar.timeline().knows(form, provenance)) {
                return desk.retell(form, provenance);
            }
        }
        EnrollmentSteps then = enrollment.with(step);
        Spell spell = then.spellOf(step);
        EnrollmentFact opening =
                then.openedBy(spell).map(Known::fact).filter(one -> one != step).orElse(null);
        if (opening != null
                && command.nominatedBy() != null
                && EnrollmentSteps.nominatedBy(opening) != null
                && !command.nominatedBy().equals(EnrollmentSteps.nominatedBy(opening))) {
            boolean returnsOtherwise = spell.number() > 0 && spell.beginnings().equals(List.of(step));
            if (returnsOtherwise) {
                return desk.open(told, persons, provenance);
            }
            throw different("nominatedBy", opening);
        }
        Optional<EnrollmentFact> known = spell.facts().stream()
                .filter(fact -> fact != step && EnrollmentSteps.status(fact) == command.status())
                .findFirst();
        if (known.isPresent()) {
            return complete(known.get(), command, persons, provenance);
        }
        if (step == told) {
            return opening != null && spell.openings().contains(opening)
                    ? desk.retell(opening, provenance)
                    : desk.open(told, persons, provenance);
        }
        boolean ofASpellOfItsOwn = then.spells().get(0).openings().isEmpty();
        return ofASpellOfItsOwn ? desk.open(told, persons, provenance) : desk.take(step, persons, provenance);
    }

    private Recorded complete(
            EnrollmentFact known, RecordEnrollment command, SamePerson persons, Provenance provenance) {
        boolean completed = command.status() == EnrollmentStatus.COMPLETED;
        if (command.on() != null && known.on() != null && !command.on().equals(known.on())) {
            throw different("on", known);
        }
        if (completed
                && command.certificate() != null
                && EnrollmentSteps.certificate(known) != null
                && !command.certificate().equals(EnrollmentSteps.certificate(known))) {
            throw different("certificate", known);
        }
        ObjectNode missing = RegistryJson.mapper().createObjectNode();
        if (command.on() != null && known.on() == null) {
            missing.put("on", command.on().toString());
        }
        if (completed && command.certificate() != null && EnrollmentSteps.certificate(known) == null) {
            missing.put("certificate", command.certificate());
        }
        return missing.isEmpty()
                ? desk.retell(known, provenance)
                : desk.revise(
                        List.of(seminar.timeline().patched(known, new FactPatch(missing))),
                        command.factId(),
                        CorrectionKind.LATE_REPORT,
                        persons,
                        provenance);
    }

    private static EnrollmentRecorded told(RecordEnrollment command, EnrollmentId id, OfficialId official) {
        return new EnrollmentRecorded(
                command.seminarId(),
                command.factId(),
                id,
                official,
                command.status(),
                command.nominatedBy(),
                command.on(),
                command.certificate());
    }

    private static Refused different(String field, EnrollmentFact known) {
        return new Refused(new Refusal(
                RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                "the enrolment is recorded with another value; correct it instead",
                List.of(known.factId()),
                field));
    }
}
