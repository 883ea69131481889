package org.preventionnetwork.registry.command.seminars;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.officials.OfficialId;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what is told about single enrolments, and answers with the enrolment's id and how far it is. */
final class EnrollmentDesk {
    private static final String OFFICIAL = "official";
    private static final Set<String> OF_THE_NOMINATION = Set.of(OFFICIAL, "nominatedBy");

    private final Seminar seminar;
    private final Timeline<SeminarFact> timeline;

    EnrollmentDesk(Seminar seminar) {
        this.seminar = seminar;
        this.timeline = seminar.timeline();
    }

    /** The same nomination under another enrolment id is told twice and keeps its first id. */
    Recorded nominate(NominateOfficial command, SamePerson persons, Provenance provenance) {
        return nominate(
                new OfficialNominated(
                        command.seminarId(),
                        command.factId(),
                        command.enrollmentId(),
                        command.official(),
                        command.nominatedBy(),
                        command.on()),
                persons,
                provenance);
    }

    /** The official of the enrolment, who left it, is nominated anew. */
    Recorded nominateAgain(NominateAgain command, SamePerson persons, Provenance provenance) {
        EnrollmentSteps enrollment = require(command.enrollmentId());
        boolean left = EnrollmentSteps.endsSpell(enrollment.status());
        if (left && command.on() == null && facts().get(command.factId()) == null) {
            throw new Refused(new Refusal(
                    RefusalCode.ALREADY_ENROLLED,
                    "who left comes back on a day that is certainly later; say on which",
                    List.of(enrollment.latest().factId()),
                    "on"));
        }
        return nominate(
                new OfficialNominated(
                        command.seminarId(),
                        command.factId(),
                        command.enrollmentId(),
                        enrollment.official().orElseThrow(),
                        command.nominatedBy(),
                        command.on()),
                persons,
                provenance);
    }

    private Recorded nominate(OfficialNominated told, SamePerson persons, Provenance provenance) {
        Optional<EnrollmentFact> known = seminar.enrollments().of(told.official(), facts()).stream()
                .flatMap(enrollment -> enrollment.openings().stream())
                .filter(opening -> saysTheSame(opening, told))
                .findFirst();
        if (known.isPresent()) {
            return retell(known.get(), provenance);
        }
        boolean isEnrolled = EnrollmentSteps.of(facts(), told.subject()).isPresent();
        beside(told.subject(), told.official(), persons).stream()
                .filter(other -> !isEnrolled || !EnrollmentSteps.endsSpell(other.status()))
                .findFirst()
                .ifPresent(EnrollmentDesk::refuseSecond);
        return open(told, persons, provenance);
    }

    /** A correction that names another official is refused where that person is enrolled under whatever record. */
    void requireNotElsewhere(String enrollment, FactPatch patch, SamePerson persons) {
        JsonNode official = patch.fields().get(OFFICIAL);
        boolean stays = official == null
                || EnrollmentSteps.of(facts(), enrollment)
                        .flatMap(EnrollmentSteps::official)
                        .filter(now -> official.isString() && now.value().equals(official.asString()))
                        .isPresent();
        if (!stays
                && !enrollment.isEmpty()
                && official.isString()
                && official.asString().matches(Slug.PATTERN)) {
            beside(enrollment, new OfficialId(official.asString()), persons).stream()
                    .findFirst()
                    .ifPresent(EnrollmentDesk::refuseSecond);
        }
    }

    /** Whoever is enrolled under another record is not enrolled under this one, too. */
    void requireNotBeside(OfficialId official, SamePerson persons) {
        beside("", official, persons).stream().findFirst().ifPresent(EnrollmentDesk::refuseSecond);
    }

    private List<EnrollmentSteps> beside(String enrollment, OfficialId official, SamePerson persons) {
        return persons.enrolledBeside(enrollment, official, seminar.enrollments(), facts());
    }

    private static void refuseSecond(EnrollmentSteps first) {
        throw new Refused(new Refusal(
                RefusalCode.ALREADY_ENROLLED,
                enrolledAs("is enrolled", first),
                List.of(first.opening().orElseThrow().factId()),
                null));
    }

    static String enrolledAs(String how, EnrollmentSteps other) {
        return "the official " + how + " in this seminar already, as '" + other.id()
                + "', under another record of the same person";
    }

    Recorded take(
            EnrollmentCommand command,
            EnrollmentStatus step,
            FactId factId,
            @Nullable HistoricalDate on,
            @Nullable String certificate,
            SamePerson persons,
            Provenance provenance) {
        return take(
                EnrollmentSteps.to(step, command.seminarId(), factId, command.enrollmentId(), on, certificate),
                persons,
                provenance);
    }

    /**
     * Told without a date or certificate, a step that is known is told already; but who came back takes each step anew,
     * also where the same words were said before the official left.
     */
    Recorded take(EnrollmentFact step, SamePerson persons, Provenance provenance) {
        EnrollmentSteps enrollment = EnrollmentSteps.of(facts(), step.subject()).orElse(null);
        EnrollmentFact same = step.on() != null || enrollment == null
                ? null
                : enrollment.spell().step(EnrollmentSteps.status(step)).orElse(null);
        boolean anew = step.on() == null
                && same == null
                && provenance.batch() == null
                && enrollment != null
                && enrollment.spells().size() > 1;
        boolean bare = EnrollmentSteps.certificate(step) == null && !timeline.knows(step, provenance);
        EnrollmentFact known = same != null && bare ? same : step;
        return seminar.answer(
                seminar.waitingList()
                        .promotingAfter(
                                step.factId(),
                                step.on(),
                                step.subject(),
                                persons,
                                provenance,
                                () -> anew
                                        ? timeline.recordAnew(known, provenance)
                                        : timeline.record(withItsClosing(known, enrollment, provenance), provenance)),
                step.subject());
    }

    /** Who is told late to have come back to a seminar that was cancelled since is closed out by that too. */
    private List<SeminarFact> withItsClosing(
            EnrollmentFact step, @Nullable EnrollmentSteps enrollment, Provenance provenance) {
        boolean returns = enrollment != null
                && !timeline.knows(step, provenance)
                && enrollment.with(step).spells().size() > enrollment.spells().size()
                && EnrollmentSteps.beginsSpell(EnrollmentSteps.status(step));
        return returns ? withItsClosing(step) : List.of(step);
    }

    private List<SeminarFact> withItsClosing(EnrollmentFact step) {
        SeminarCancelled cancelled = facts().only(SeminarCancelled.class).orElse(null);
        return cancelled == null
                ? List.of(step)
                : List.of(
                        step,
                        new EnrollmentCancelled(
                                step.seminarId(), step.factId().and("closed"), step.enrollmentId(), cancelled.on()));
    }

    /** The nomination and the latest step are those of the last spell; whose the enrolment is, all nominations say. */
    Recorded correct(CorrectEnrollment command, SamePerson persons, Provenance provenance) {
        EnrollmentSteps enrollment = require(command.enrollmentId());
        EnrollmentFact opening =
                enrollment.openedBy(enrollment.spell()).map(Known::fact).orElseThrow();
        EnrollmentFact latest = enrollment.latest();
        List<SeminarFact> replaced = new ArrayList<>();
        if (opening.equals(latest)) {
            replaced.add(timeline.patched(latest, command.patch()));
        } else {
            replaced.add(timeline.patched(latest, part(command.patch(), field -> !OF_THE_NOMINATION.contains(field))));
            replaced.add(timeline.patched(opening, part(command.patch(), OF_THE_NOMINATION::contains)));
        }
        for (EnrollmentFact other : enrollment.openings()) {
            if (!other.equals(opening)) {
                replaced.add(timeline.patched(other, part(command.patch(), OFFICIAL::equals)));
            }
        }
        return revise(replaced, command.factId(), command.correctionKind(), persons, provenance);
    }

    Recorded annul(AnnulEnrollment command, SamePerson persons, Provenance provenance) {
        List<SeminarFact> all = List.copyOf(require(command.enrollmentId()).facts());
        String subject = command.enrollmentId().value();
        return seminar.answer(
                seminar.waitingList()
                        .promotingAfter(
                                command.factId(),
                                null,
                                subject,
                                persons,
                                provenance,
                                () -> timeline.annul(all, null, provenance)),
                subject);
    }

    /** What is told late of a seminar that was cancelled since is closed by the cancellation too. */
    Recorded open(EnrollmentFact opening, SamePerson persons, Provenance provenance) {
        boolean closes =
                !EnrollmentSteps.isOutcome(EnrollmentSteps.status(opening)) && !timeline.knows(opening, provenance);
        return seminar.answer(
                seminar.knowing(
                        persons,
                        () -> timeline.record(closes ? withItsClosing(opening) : List.of(opening), provenance)),
                opening.subject());
    }

    Recorded retell(EnrollmentFact known, Provenance provenance) {
        return seminar.answer(timeline.record(known, provenance), known.subject());
    }

    Recorded revise(
            List<SeminarFact> replaced, FactId cause, CorrectionKind kind, SamePerson persons, Provenance provenance) {
        String subject = replaced.get(0).subject();
        return seminar.answer(
                seminar.waitingList()
                        .promotingAfter(
                                cause,
                                null,
                                subject,
                                persons,
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

    private static FactPatch part(FactPatch patch, Predicate<String> wanted) {
        ObjectNode fields = RegistryJson.mapper().createObjectNode();
        patch.fields().properties().stream()
                .filter(field -> wanted.test(field.getKey()))
                .forEach(field -> fields.set(field.getKey(), field.getValue()));
        return new FactPatch(fields);
    }
}
