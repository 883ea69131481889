package org.preventionnetwork.registry.query.figures;

import static org.preventionnetwork.registry.query.Samples.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRescheduled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * A made-up record of a few networks, seminars, officials and initiatives, with corrections, annulments, merges and
 * further sources. Not held to the aggregates' rules, only to what events can be about.
 */
final class RandomRecord {
    private static final String[] DATES = {
        "2012",
        "2012-03-29",
        "2013~",
        "2013-06",
        "2014-21",
        "2014-06-01",
        "2015?",
        "[2013-02-01..2014-05-03]",
        "[2014..]"
    };
    private static final String[] STATES = {"AR", "BO", "PE"};

    private final Random random;
    private final Map<FactId, Fact> known = new LinkedHashMap<>();

    RandomRecord(Random random) {
        this.random = random;
    }

    List<RegistryEvent> events(int length) {
        List<RegistryEvent> events = new ArrayList<>();
        for (String programme : List.of("global", "latin-america")) {
            events.add(new ProgrammeEstablished(new ProgrammeId(programme), fact(), programme, null));
        }
        for (int i = 1; i <= 2; i++) {
            events.add(begun(registered("network-" + i, fact())));
            events.add(begun(founded("network-" + i, fact())));
            events.add(begun(launched("initiative-" + i, fact())));
        }
        for (int i = 1; i <= 4; i++) {
            events.add(begun(scheduled("seminar-" + i, fact())));
            events.add(begun(official("official-" + i, fact())));
        }
        while (events.size() < length) {
            events.add(next());
        }
        return events;
    }

    private <F extends Fact> F begun(F fact) {
        known.put(fact.factId(), fact);
        return fact;
    }

    private RegistryEvent next() {
        int choice = random.nextInt(10);
        List<Fact> facts = List.copyOf(known.values());
        Fact about = facts.get(random.nextInt(facts.size()));
        if (choice < 5) {
            return begun(fresh());
        } else if (choice < 8) {
            Fact replacement = again(about);
            known.put(about.factId(), replacement);
            return corrected(replacement);
        } else if (choice == 8 && canBeAnnulled(about)) {
            known.remove(about.factId());
            return annulled(about);
        }
        return sourceAdded(about);
    }

    private Fact fresh() {
        FactId id = fact();
        String network = "network-" + among(2);
        String seminar = "seminar-" + among(4);
        String official = "official-" + among(4);
        return switch (random.nextInt(19)) {
            case 0, 1, 2, 16 -> admitted(network, new MembershipId("m-" + id), id);
            case 3 -> ofAMembership(id);
            case 4 ->
                random.nextInt(10) == 0
                        ? new NetworkDissolved(new NetworkId(network), id, date())
                        : new NetworkRenamed(new NetworkId(network), id, "Another name", date());
            case 5, 15 -> new SeminarConcluded(new SeminarId(seminar), id, optionalDate());
            case 6 ->
                random.nextInt(6) == 0
                        ? new SeminarCancelled(new SeminarId(seminar), id, optionalDate())
                        : new SeminarRescheduled(new SeminarId(seminar), id, date(), optionalDate(), null);
            case 7 -> reported(seminar, id);
            case 8, 9, 10 -> enrolled(seminar, new EnrollmentId("e-" + id), id);
            case 11 -> new AffiliationChanged(new OfficialId(official), id, state(), null, null, date());
            case 12 ->
                random.nextBoolean()
                        ? new AlumniStatusGranted(new OfficialId(official), id, date())
                        : new AlumniStatusRevoked(new OfficialId(official), id, date());
            case 13 -> new OfficialsMerged(new OfficialId(official), id, new OfficialId("official-" + among(4)));
            case 18 -> new RosterDeclaredComplete(new SeminarId(seminar), id, date());
            case 14 -> new OfficialsUnmerged(new OfficialId(official), id, new OfficialId("official-" + among(4)));
            default ->
                new InitiativeStageChanged(
                        new InitiativeId("initiative-" + among(2)), id, InitiativeStage.CONCLUDED, optionalDate());
        };
    }

    private Fact ofAMembership(FactId id) {
        List<StateAdmitted> admissions = known.values().stream()
                .filter(StateAdmitted.class::isInstance)
                .map(StateAdmitted.class::cast)
                .toList();
        if (admissions.isEmpty()) {
            return admitted("network-1", new MembershipId("m-" + id), id);
        }
        StateAdmitted about = admissions.get(random.nextInt(admissions.size()));
        return switch (random.nextInt(3)) {
            case 0 -> new StateWithdrew(about.networkId(), id, about.membershipId(), date());
            case 1 -> new MembershipSuspended(about.networkId(), id, about.membershipId(), date());
            default ->
                new MembershipKindChanged(
                        about.networkId(), id, about.membershipId(), new MembershipId("m-" + id), kind(), date());
        };
    }

    /** The same fact, told otherwise. */
    private Fact again(Fact fact) {
        FactId id = fact.factId();
        String entity = fact.entity().value();
        if (fact instanceof NetworkRegistered) {
            return registered(entity, id);
        } else if (fact instanceof NetworkFounded) {
            return founded(entity, id);
        } else if (fact instanceof NetworkDissolved dissolved) {
            return new NetworkDissolved(dissolved.networkId(), id, date());
        } else if (fact instanceof NetworkRenamed renamed) {
            return new NetworkRenamed(renamed.networkId(), id, "A corrected name", date());
        } else if (fact instanceof StateAdmitted admitted) {
            return admitted(entity, admitted.membershipId(), id);
        } else if (fact instanceof StateWithdrew withdrew) {
            return new StateWithdrew(withdrew.networkId(), id, withdrew.membershipId(), date());
        } else if (fact instanceof MembershipSuspended suspended) {
            return new MembershipSuspended(suspended.networkId(), id, suspended.membershipId(), date());
        } else if (fact instanceof MembershipKindChanged changed) {
            return new MembershipKindChanged(
                    changed.networkId(), id, changed.membershipId(), changed.nextMembershipId(), kind(), date());
        } else if (fact instanceof SeminarScheduled) {
            return scheduled(entity, id);
        } else if (fact instanceof SeminarConcluded concluded) {
            return new SeminarConcluded(concluded.seminarId(), id, optionalDate());
        } else if (fact instanceof SeminarCancelled cancelled) {
            return new SeminarCancelled(cancelled.seminarId(), id, optionalDate());
        } else if (fact instanceof SeminarRescheduled rescheduled) {
            return new SeminarRescheduled(rescheduled.seminarId(), id, date(), optionalDate(), null);
        } else if (fact instanceof RosterDeclaredComplete complete) {
            return new RosterDeclaredComplete(complete.seminarId(), id, date());
        } else if (fact instanceof SeminarFiguresReported) {
            return reported(entity, id);
        } else if (fact instanceof EnrollmentRecorded enrolled) {
            return enrolled(entity, enrolled.enrollmentId(), id);
        } else if (fact instanceof OfficialRegistered) {
            return official(entity, id);
        } else if (fact instanceof AffiliationChanged moved) {
            return new AffiliationChanged(moved.officialId(), id, state(), null, null, date());
        } else if (fact instanceof InitiativeLaunched) {
            return launched(entity, id);
        }
        return fact;
    }

    private boolean canBeAnnulled(Fact fact) {
        boolean creates = fact instanceof NetworkRegistered
                || fact instanceof SeminarScheduled
                || fact instanceof OfficialRegistered
                || fact instanceof InitiativeLaunched;
        return !creates
                && known.values().stream()
                        .noneMatch(other -> fact instanceof StateAdmitted
                                && other != fact
                                && other.subject().equals(fact.subject()));
    }

    private static RegistryEvent corrected(Fact fact) {
        CorrectionKind kind = CorrectionKind.LATE_REPORT;
        if (fact instanceof NetworkFact network) {
            return new NetworkEvent.FactCorrected(network.networkId(), fact.factId(), network, kind);
        } else if (fact instanceof SeminarFact seminar) {
            return new SeminarEvent.FactCorrected(seminar.seminarId(), fact.factId(), seminar, kind);
        } else if (fact instanceof OfficialFact official) {
            return new OfficialEvent.FactCorrected(official.officialId(), fact.factId(), official, kind);
        }
        InitiativeFact initiative = (InitiativeFact) fact;
        return new InitiativeEvent.FactCorrected(initiative.initiativeId(), fact.factId(), initiative, kind);
    }

    private static RegistryEvent annulled(Fact fact) {
        if (fact instanceof NetworkFact network) {
            return new NetworkEvent.FactAnnulled(network.networkId(), fact.factId(), null, null);
        } else if (fact instanceof SeminarFact seminar) {
            return new SeminarEvent.FactAnnulled(seminar.seminarId(), fact.factId(), null);
        } else if (fact instanceof OfficialFact official) {
            return new OfficialEvent.FactAnnulled(official.officialId(), fact.factId(), null);
        }
        return new InitiativeEvent.FactAnnulled(((InitiativeFact) fact).initiativeId(), fact.factId(), null);
    }

    private static RegistryEvent sourceAdded(Fact fact) {
        if (fact instanceof NetworkFact network) {
            return new NetworkEvent.SourceAdded(network.networkId(), fact.factId());
        } else if (fact instanceof SeminarFact seminar) {
            return new SeminarEvent.SourceAdded(seminar.seminarId(), fact.factId());
        } else if (fact instanceof OfficialFact official) {
            return new OfficialEvent.SourceAdded(official.officialId(), fact.factId());
        }
        return new InitiativeEvent.SourceAdded(((InitiativeFact) fact).initiativeId(), fact.factId());
    }

    private static NetworkRegistered registered(String network, FactId id) {
        return new NetworkRegistered(new NetworkId(network), id, "Network", NetworkKind.REGIONAL);
    }

    private NetworkFounded founded(String network, FactId id) {
        return new NetworkFounded(new NetworkId(network), id, date());
    }

    private StateAdmitted admitted(String network, MembershipId membership, FactId id) {
        return new StateAdmitted(new NetworkId(network), id, membership, state(), kind(), date());
    }

    private SeminarScheduled scheduled(String seminar, FactId id) {
        boolean inCycle = random.nextBoolean();
        return new SeminarScheduled(
                new SeminarId(seminar),
                id,
                "Seminar",
                new ProgrammeId(random.nextBoolean() ? "global" : "latin-america"),
                SeminarEdition.GLOBAL,
                inCycle ? "cycle" : null,
                inCycle && random.nextBoolean() ? 1 + random.nextInt(2) : null,
                null,
                date(),
                optionalDate(),
                null,
                null,
                null,
                null,
                List.of(),
                random.nextBoolean(),
                List.of(),
                List.of());
    }

    private SeminarFiguresReported reported(String seminar, FactId id) {
        return new SeminarFiguresReported(
                new SeminarId(seminar),
                id,
                random.nextBoolean() ? null : random.nextInt(30),
                random.nextBoolean() ? null : random.nextInt(4),
                random.nextBoolean() ? List.of() : List.of(state()));
    }

    private EnrollmentRecorded enrolled(String seminar, EnrollmentId enrollment, FactId id) {
        EnrollmentStatus status = random.nextInt(3) > 0
                ? EnrollmentStatus.COMPLETED
                : EnrollmentStatus.values()[random.nextInt(EnrollmentStatus.values().length)];
        return new EnrollmentRecorded(
                new SeminarId(seminar),
                id,
                enrollment,
                new OfficialId("official-" + among(4)),
                status,
                null,
                optionalDate(),
                null);
    }

    private OfficialRegistered official(String official, FactId id) {
        OfficialId of = new OfficialId(official);
        return new OfficialRegistered(
                of,
                id,
                PersonalText.plain(of, "A Name"),
                null,
                random.nextInt(3) == 0 ? null : state(),
                null,
                null,
                optionalDate());
    }

    private InitiativeLaunched launched(String initiative, FactId id) {
        return new InitiativeLaunched(
                new InitiativeId(initiative),
                id,
                "Initiative",
                List.of(state()),
                random.nextBoolean() ? null : new NetworkId("network-" + among(2)),
                InitiativeType.values()[0],
                null,
                optionalDate());
    }

    private int among(int many) {
        return 1 + random.nextInt(many);
    }

    private StateCode state() {
        return new StateCode(STATES[random.nextInt(STATES.length)]);
    }

    private MembershipKind kind() {
        return random.nextBoolean()
                ? MembershipKind.MEMBER
                : MembershipKind.values()[random.nextInt(MembershipKind.values().length)];
    }

    private HistoricalDate date() {
        return HistoricalDate.parse(DATES[random.nextInt(DATES.length)]);
    }

    private @Nullable HistoricalDate optionalDate() {
        return random.nextBoolean() ? null : date();
    }
}
