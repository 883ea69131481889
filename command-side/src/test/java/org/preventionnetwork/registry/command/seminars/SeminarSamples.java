package org.preventionnetwork.registry.command.seminars;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.*;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.timeline.Timeline;
import tools.jackson.databind.node.ObjectNode;

/** A seminar of two seats in June 2019, for tests. Facts of an enrolment are named after its step and its id. */
final class SeminarSamples {
    static final SeminarId SEMINAR = new SeminarId("s-2019-06");
    static final SeminarScheduled SCHEDULED = scheduled(2);
    static final Map<String, Object> WHY = Map.of("actor", "local", "role", "SECRETARIAT", "reason", "read again");
    static final Map<String, Object> IMPORT = Map.of("actor", "local", "role", "SECRETARIAT", "batch", "batch-1");

    private SeminarSamples() {}

    /** The fixture compares what the aggregate keeps with what a replay gives; rules are no state. */
    static AggregateTestFixture<SeminarAggregate> fixture() {
        AggregateTestFixture<SeminarAggregate> fixture = new AggregateTestFixture<>(SeminarAggregate.class);
        fixture.registerIgnoredField(Timeline.class, "rules");
        return fixture;
    }

    /** @param facts those that the refusal names at least */
    static void refused(ResultValidator<?> result, RefusalCode code, String... facts) {
        Set<String> expected = Set.of(facts);
        result.expectNoEvents().expectException(new CustomMatcher<Throwable>(code + " naming " + expected) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof Refused refused
                        && refused.code() == code
                        && refused.refusal().facts().stream()
                                .map(FactId::value)
                                .toList()
                                .containsAll(expected);
            }
        });
    }

    static FactId fact(String id) {
        return new FactId(id);
    }

    static @Nullable HistoricalDate date(@Nullable String edtf) {
        return edtf == null ? null : HistoricalDate.parse(edtf);
    }

    static EnrollmentId enrollment(String id) {
        return new EnrollmentId(id);
    }

    static OfficialId official(String id) {
        return new OfficialId("official-" + id);
    }

    static FactPatch patch(String json) {
        return new FactPatch((ObjectNode) RegistryJson.mapper().readTree(json));
    }

    static SeminarScheduled scheduled(@Nullable Integer capacity) {
        return new SeminarScheduled(
                SEMINAR,
                fact("scheduled"),
                "Raphael Lemkin Seminar",
                new ProgrammeId("global-lemkin-seminar"),
                SeminarEdition.GLOBAL,
                null,
                null,
                Mode.IN_PERSON,
                HistoricalDate.parse("2019-06-10"),
                date("2019-06-15"),
                "Oświęcim",
                new StateCode("PL"),
                null,
                capacity,
                List.of("English"),
                true,
                List.of("prevention"),
                List.of("museum"));
    }

    static ScheduleSeminar schedule(String factId, String title, @Nullable String endsOn) {
        return new ScheduleSeminar(
                SEMINAR,
                fact(factId),
                title,
                new ProgrammeId("global-lemkin-seminar"),
                SeminarEdition.GLOBAL,
                null,
                null,
                Mode.IN_PERSON,
                HistoricalDate.parse("2019-06-10"),
                date(endsOn),
                "Oświęcim",
                new StateCode("PL"),
                null,
                2,
                List.of("English"),
                true,
                List.of("prevention"),
                List.of("museum"));
    }

    static NominateOfficial nominate(String id, @Nullable String on) {
        return new NominateOfficial(
                SEMINAR, fact("n-" + id), enrollment(id), official(id), new Nominator("AR"), date(on));
    }

    static OfficialNominated nominated(String id, @Nullable String on) {
        return new OfficialNominated(
                SEMINAR, fact("n-" + id), enrollment(id), official(id), new Nominator("AR"), date(on));
    }

    static EnrollmentAccepted accepted(String id, @Nullable String on) {
        return new EnrollmentAccepted(SEMINAR, fact("a-" + id), enrollment(id), date(on));
    }

    static EnrollmentAccepted promoted(String by, String id, @Nullable String on) {
        return new EnrollmentAccepted(SEMINAR, fact(by), enrollment(id), date(on));
    }

    static AcceptEnrollment accept(String id, @Nullable String on) {
        return new AcceptEnrollment(SEMINAR, fact("a-" + id), enrollment(id), date(on));
    }

    static EnrollmentWaitlisted waitlisted(String id, @Nullable String on) {
        return new EnrollmentWaitlisted(SEMINAR, fact("l-" + id), enrollment(id), date(on));
    }

    static WaitlistEnrollment waitlist(String id, @Nullable String on) {
        return new WaitlistEnrollment(SEMINAR, fact("l-" + id), enrollment(id), date(on));
    }

    static EnrollmentWithdrawn withdrawn(String id, @Nullable String on) {
        return new EnrollmentWithdrawn(SEMINAR, fact("w-" + id), enrollment(id), date(on));
    }

    static WithdrawEnrollment withdraw(String id, @Nullable String on) {
        return new WithdrawEnrollment(SEMINAR, fact("w-" + id), enrollment(id), date(on));
    }

    static EnrollmentCompleted completed(String id, @Nullable String on) {
        return new EnrollmentCompleted(SEMINAR, fact("c-" + id), enrollment(id), date(on), null);
    }

    static CompleteEnrollment complete(String id, @Nullable String on) {
        return new CompleteEnrollment(SEMINAR, fact("c-" + id), enrollment(id), date(on), null);
    }

    static RecordEnrollment outcome(String id, EnrollmentStatus status, @Nullable String on) {
        return new RecordEnrollment(
                SEMINAR,
                fact("r-" + id + "-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                enrollment(id),
                official(id),
                status,
                null,
                date(on),
                null);
    }

    static EnrollmentRecorded known(String id, EnrollmentStatus status, @Nullable String on) {
        return new EnrollmentRecorded(
                SEMINAR,
                fact("r-" + id + "-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                enrollment(id),
                official(id),
                status,
                null,
                date(on),
                null);
    }

    static CapacityChanged capacity(String id, @Nullable Integer seats, @Nullable String on) {
        return new CapacityChanged(SEMINAR, fact(id), seats, date(on));
    }

    static ChangeCapacity changeCapacity(String id, @Nullable Integer seats, @Nullable String on) {
        return new ChangeCapacity(SEMINAR, fact(id), seats, date(on));
    }

    static SeminarConcluded concluded(@Nullable String on) {
        return new SeminarConcluded(SEMINAR, fact("concluded"), date(on));
    }

    static SeminarCancelled cancelled(@Nullable String on) {
        return new SeminarCancelled(SEMINAR, fact("cancelled"), date(on));
    }

    static AnnulFact annul(String factId) {
        return new AnnulFact(SEMINAR, fact(factId), null);
    }

    static FactAnnulled annulled(String factId) {
        return new FactAnnulled(SEMINAR, fact(factId), null);
    }

    static CorrectFact correct(String factId, String json) {
        return new CorrectFact(SEMINAR, fact(factId), patch(json), CorrectionKind.CLERICAL_ERROR);
    }

    static CorrectEnrollment correctEnrollment(String id, String json) {
        return new CorrectEnrollment(
                SEMINAR, fact("correction-" + id), enrollment(id), patch(json), CorrectionKind.CLERICAL_ERROR);
    }

    static FactCorrected corrected(SeminarFact replacement) {
        return new FactCorrected(SEMINAR, replacement.factId(), replacement, CorrectionKind.CLERICAL_ERROR);
    }
}
