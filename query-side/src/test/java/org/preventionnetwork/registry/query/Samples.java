package org.preventionnetwork.registry.query;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Events as plainly as tests need them; every fact has an id of its own. */
public final class Samples {
    private static final AtomicInteger FACTS = new AtomicInteger();

    private Samples() {}

    public static FactId fact() {
        return new FactId("fact-" + FACTS.incrementAndGet());
    }

    public static @Nullable HistoricalDate date(@Nullable String text) {
        return text == null ? null : HistoricalDate.parse(text);
    }

    public static List<StateCode> states(String... codes) {
        return Arrays.stream(codes).map(StateCode::new).toList();
    }

    public static NetworkEvent registered(String network) {
        return new NetworkEvent.NetworkRegistered(
                new NetworkId(network), fact(), "Network " + network, NetworkKind.REGIONAL);
    }

    public static NetworkEvent founded(String network, String on) {
        return new NetworkEvent.NetworkFounded(new NetworkId(network), fact(), HistoricalDate.parse(on));
    }

    public static NetworkEvent admitted(String network, String state, MembershipKind kind, String from) {
        return new NetworkEvent.StateAdmitted(
                new NetworkId(network),
                fact(),
                membership(state),
                new StateCode(state),
                kind,
                HistoricalDate.parse(from));
    }

    public static MembershipId membership(String state) {
        return new MembershipId("m-" + state.toLowerCase(java.util.Locale.ROOT));
    }

    public static SeminarEvent scheduled(String seminar, String programme, String startsOn, boolean foundational) {
        return scheduled(seminar, programme, null, null, startsOn, foundational);
    }

    /** One of a cycle; {@code cycle} and {@code part} may be null. */
    public static SeminarEvent scheduled(
            String seminar,
            String programme,
            @Nullable String cycle,
            @Nullable Integer part,
            String startsOn,
            boolean foundational) {
        return scheduled(seminar, programme, cycle, part, startsOn, null, foundational);
    }

    /** One of some days; {@code endsOn} may be null, too. */
    public static SeminarEvent scheduled(
            String seminar,
            String programme,
            @Nullable String cycle,
            @Nullable Integer part,
            String startsOn,
            @Nullable String endsOn,
            boolean foundational) {
        return new SeminarEvent.SeminarScheduled(
                new SeminarId(seminar),
                fact(),
                "Seminar " + seminar,
                new ProgrammeId(programme),
                SeminarEdition.GLOBAL,
                cycle,
                part,
                Mode.IN_PERSON,
                HistoricalDate.parse(startsOn),
                date(endsOn),
                "Oświęcim",
                new StateCode("PL"),
                null,
                null,
                List.of(),
                foundational,
                List.of(),
                List.of());
    }

    public static SeminarEvent concluded(String seminar) {
        return concluded(seminar, null);
    }

    public static SeminarEvent concluded(String seminar, @Nullable String on) {
        return new SeminarEvent.SeminarConcluded(new SeminarId(seminar), fact(), date(on));
    }

    public static SeminarEvent reported(
            String seminar, @Nullable Integer participants, @Nullable Integer statesCount, String... states) {
        return new SeminarEvent.SeminarFiguresReported(
                new SeminarId(seminar), fact(), participants, statesCount, states(states));
    }

    public static SeminarEvent outcome(String seminar, String official, EnrollmentStatus status, @Nullable String on) {
        return new EnrollmentFact.EnrollmentRecorded(
                new SeminarId(seminar),
                fact(),
                new EnrollmentId("e-" + official),
                new OfficialId(official),
                status,
                null,
                date(on),
                null);
    }

    public static OfficialEvent official(String official, @Nullable String state) {
        OfficialId id = new OfficialId(official);
        return new OfficialEvent.OfficialRegistered(
                id,
                fact(),
                PersonalText.plain(id, "A Name"),
                null,
                state == null ? null : new StateCode(state),
                null,
                null,
                null);
    }
}
