package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Counts figures of what is precisely dated by walking through the facts, as somebody would with paper: nothing here is
 * shared with what the registry counts with. Nobody is merged with somebody merged.
 */
final class NaiveFigures {
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    /** @param events all that is known */
    NaiveFigures(Collection<? extends RegistryEvent> events) {
        for (RegistryEvent event : events) {
            String about = event.entity().aggregateId() + " ";
            if (event instanceof Correction correction) {
                facts.put(about + correction.factId(), correction.replacement());
            } else if (event instanceof Annulment annulment) {
                facts.remove(about + annulment.factId());
            } else if (event instanceof Fact fact) {
                facts.put(about + fact.factId(), fact);
            }
        }
    }

    record Count(long certain, long possible) {
        static Count of(long both) {
            return new Count(both, both);
        }
    }

    Count count(FigureName figure, @Nullable EntityId scope, LocalDate day) {
        NetworkId network = scope instanceof NetworkId one ? one : null;
        ProgrammeId programme = scope instanceof ProgrammeId one ? one : null;
        return switch (figure) {
            case MEMBER_STATES -> Count.of(states(network, MembershipKind.MEMBER, day));
            case OBSERVER_STATES -> Count.of(states(network, MembershipKind.OBSERVER, day));
            case LIAISON_STATES -> Count.of(states(network, MembershipKind.LIAISON, day));
            case SEMINARS -> seminars(network, programme, day);
            case PARTICIPATING_STATES -> participating(network, programme, day);
            case COMPLETIONS -> completions(network, programme, day);
            case OFFICIALS_TRAINED -> trained(network, programme, day);
            case ALUMNI -> alumni(network, programme, day);
            case NATIONAL_INITIATIVES -> programme == null ? Count.of(initiatives(network, day)) : of(programme, day);
            case ENROLLMENTS -> enrollments(network, programme, day);
            case NETWORKS -> Count.of(programme == null ? networks(network, day) : 0);
        };
    }

    private <F extends Fact> Stream<F> all(Class<F> type) {
        return facts.values().stream().filter(type::isInstance).map(type::cast);
    }

    private static LocalDate day(@Nullable HistoricalDate date, LocalDate otherwise) {
        return date == null ? otherwise : date.earliest();
    }

    /** Of a network about whose beginning nothing is told only the end is known. */
    private boolean isActive(NetworkId network, LocalDate day) {
        List<NetworkFounded> foundations = all(NetworkFounded.class)
                .filter(one -> one.networkId().equals(network))
                .toList();
        boolean announced =
                all(NetworkAnnounced.class).anyMatch(one -> one.networkId().equals(network));
        boolean begun = foundations.isEmpty()
                ? !announced
                : foundations.stream().anyMatch(one -> !one.on().earliest().isAfter(day));
        return begun
                && all(NetworkDissolved.class)
                        .noneMatch(one -> one.networkId().equals(network)
                                && !one.on().earliest().isAfter(day));
    }

    /** Only those whose foundation is told. */
    private long networks(@Nullable NetworkId network, LocalDate day) {
        return all(NetworkFounded.class)
                .map(NetworkFounded::networkId)
                .filter(one -> network == null || one.equals(network))
                .filter(one -> isActive(one, day))
                .distinct()
                .count();
    }

    private boolean belongs(NetworkId network, StateCode state, MembershipKind kind, LocalDate day) {
        return isActive(network, day)
                && all(StateAdmitted.class)
                        .filter(one -> one.networkId().equals(network)
                                && one.state().equals(state)
                                && one.kind() == kind
                                && !one.from().earliest().isAfter(day))
                        .anyMatch(one -> all(StateWithdrew.class)
                                .noneMatch(left -> left.networkId().equals(network)
                                        && left.membershipId().equals(one.membershipId())
                                        && !day(left.on(), LocalDate.MIN).isAfter(day)));
    }

    private long states(@Nullable NetworkId network, MembershipKind kind, LocalDate day) {
        return all(StateAdmitted.class)
                .filter(one -> network == null || one.networkId().equals(network))
                .filter(one -> belongs(one.networkId(), one.state(), kind, day))
                .map(StateAdmitted::state)
                .distinct()
                .count();
    }

    private boolean isMember(@Nullable NetworkId network, @Nullable StateCode state, LocalDate day) {
        return network == null || state != null && belongs(network, state, MembershipKind.MEMBER, day);
    }

    private boolean isGiven(SeminarId seminar, @Nullable NetworkId network) {
        return all(SeminarGivenForNetwork.class)
                .anyMatch(
                        one -> one.seminarId().equals(seminar) && one.network().equals(network));
    }

    /** At a seminar that was given for the network everybody was there for it. */
    private boolean counts(@Nullable NetworkId network, Presence one) {
        return isGiven(one.seminar(), network) || isMember(network, state(one.official()), one.day());
    }

    private boolean mayCount(@Nullable NetworkId network, Presence one) {
        return isGiven(one.seminar(), network) || mayBeMember(network, state(one.official()), one.day());
    }

    private Count of(ProgrammeId programme, LocalDate day) {
        List<InitiativeId> launched = all(InitiativeLaunched.class)
                .filter(one -> one.type() != InitiativeType.TECHNICAL_ASSISTANCE)
                .filter(one -> !day(one.launchedOn(), LocalDate.MIN).isAfter(day))
                .map(InitiativeLaunched::initiativeId)
                .toList();
        long own = 0;
        long anybodys = 0;
        for (InitiativeId one : launched) {
            List<ProgrammeId> assigned = all(InitiativeAssignedToProgramme.class)
                    .filter(link -> link.initiativeId().equals(one))
                    .map(InitiativeAssignedToProgramme::programme)
                    .toList();
            own += assigned.contains(programme) ? 1 : 0;
            anybodys += assigned.isEmpty() ? 1 : 0;
        }
        return new Count(own, own + anybodys);
    }

    /** Whose state is not known may serve a member, if there is one. */
    private boolean mayBeMember(@Nullable NetworkId network, @Nullable StateCode state, LocalDate day) {
        return network != null && state == null
                ? states(network, MembershipKind.MEMBER, day) > 0
                : isMember(network, state, day);
    }

    private @Nullable SeminarConcluded conclusion(SeminarId seminar) {
        return all(SeminarConcluded.class)
                .filter(done -> done.seminarId().equals(seminar))
                .findFirst()
                .orElse(null);
    }

    /** The day on which it ended: its last, unless it was concluded before; of one without a last day, the conclusion. */
    private LocalDate end(SeminarId seminar) {
        SeminarScheduled scheduled = schedule(seminar);
        SeminarConcluded conclusion = conclusion(seminar);
        LocalDate concluded = day(conclusion == null ? null : conclusion.on(), LocalDate.MAX);
        LocalDate last = day(scheduled.endsOn(), LocalDate.MAX);
        LocalDate first = scheduled.startsOn().earliest();
        LocalDate end = concluded.isBefore(last) ? concluded : last;
        return end.equals(LocalDate.MAX) ? first : end;
    }

    private boolean isOver(SeminarId seminar, LocalDate day) {
        return !end(seminar).isAfter(day);
    }

    /** The first days of the seminars that have begun by a day, of those that took place. */
    private Map<SeminarId, LocalDate> held(@Nullable ProgrammeId programme, LocalDate day) {
        Map<SeminarId, LocalDate> held = new HashMap<>();
        all(SeminarScheduled.class)
                .filter(one -> programme == null || one.programme().equals(programme))
                .filter(one -> conclusion(one.seminarId()) != null
                        || all(SeminarConvened.class)
                                .anyMatch(done -> done.seminarId().equals(one.seminarId())))
                .filter(one -> !one.startsOn().earliest().isAfter(day))
                .forEach(one -> held.put(one.seminarId(), one.startsOn().earliest()));
        return held;
    }

    private @Nullable StateCode state(OfficialId official) {
        return all(OfficialRegistered.class)
                .filter(one -> one.officialId().equals(official))
                .findFirst()
                .map(OfficialRegistered::state)
                .orElse(null);
    }

    private OfficialId person(OfficialId official) {
        return all(OfficialsMerged.class)
                .filter(one -> one.officialId().equals(official))
                .findFirst()
                .map(OfficialsMerged::into)
                .orElse(official);
    }

    private record Presence(SeminarId seminar, OfficialId official, EnrollmentStatus status, LocalDate day) {}

    /** Who was at a seminar held, completed or not. */
    private List<Presence> present(@Nullable ProgrammeId programme, LocalDate day, Set<EnrollmentStatus> statuses) {
        Map<SeminarId, LocalDate> held = held(programme, day);
        return all(EnrollmentRecorded.class)
                .filter(one -> held.containsKey(one.seminarId()) && statuses.contains(one.status()))
                .map(one -> {
                    LocalDate start = held.get(one.seminarId());
                    LocalDate on = one.status() == EnrollmentStatus.NOT_COMPLETED ? start : day(one.on(), start);
                    return new Presence(one.seminarId(), one.official(), one.status(), on.isBefore(start) ? start : on);
                })
                .filter(one -> !one.day().isAfter(day))
                .toList();
    }

    private static final Set<EnrollmentStatus> THERE = Set.of(EnrollmentStatus.ATTENDED, EnrollmentStatus.COMPLETED);
    private static final Set<EnrollmentStatus> DONE = Set.of(EnrollmentStatus.COMPLETED);
    private static final Set<EnrollmentStatus> LISTED =
            Set.of(EnrollmentStatus.ATTENDED, EnrollmentStatus.COMPLETED, EnrollmentStatus.NOT_COMPLETED);

    /** Whether everybody who was there is on a list, made on the last day or later. */
    private boolean isWhole(SeminarId seminar) {
        LocalDate last = end(seminar);
        return all(RosterDeclaredComplete.class)
                .anyMatch(one ->
                        one.seminarId().equals(seminar) && !one.asOf().latest().isBefore(last));
    }

    /** A complete list on which everybody's state is known, and nobody's is this one. */
    private boolean isContradicted(SeminarId seminar, StateCode named) {
        return isWhole(seminar)
                && all(EnrollmentRecorded.class)
                        .filter(one -> one.seminarId().equals(seminar) && LISTED.contains(one.status()))
                        .map(one -> state(one.official()))
                        .noneMatch(state -> state == null || state.equals(named));
    }

    private void participants(
            @Nullable NetworkId network,
            @Nullable ProgrammeId programme,
            LocalDate day,
            boolean certain,
            BiPredicate<SeminarId, StateCode> found) {
        for (Presence one : present(programme, day, THERE)) {
            StateCode state = state(one.official());
            if (state != null && counts(network, one)) {
                found.test(one.seminar(), state);
            }
        }
        Map<SeminarId, LocalDate> held = held(programme, day);
        all(SeminarFiguresReported.class)
                .filter(one -> held.containsKey(one.seminarId()))
                .forEach(one -> one.states().stream()
                        .filter(state -> isGiven(one.seminarId(), network)
                                || isMember(network, state, held.get(one.seminarId())))
                        .filter(state -> !certain || !isContradicted(one.seminarId(), state))
                        .forEach(state -> found.test(one.seminarId(), state)));
    }

    /** Of a seminar with somebody whose state is not known, a member may have taken part, if there was one. */
    private Count seminars(@Nullable NetworkId network, @Nullable ProgrammeId programme, LocalDate day) {
        if (network == null) {
            return Count.of(held(programme, day).keySet().stream()
                    .filter(seminar -> isOver(seminar, day))
                    .count());
        }
        Set<SeminarId> certain = new HashSet<>();
        participants(network, programme, day, true, (seminar, state) -> certain.add(seminar));
        Set<SeminarId> possible = new HashSet<>();
        participants(network, programme, day, false, (seminar, state) -> possible.add(seminar));
        held(programme, day).keySet().stream()
                .filter(seminar -> isGiven(seminar, network))
                .forEach(seminar -> {
                    certain.add(seminar);
                    possible.add(seminar);
                });
        present(programme, day, THERE).stream()
                .filter(one -> mayBeMember(network, state(one.official()), one.day()))
                .forEach(one -> possible.add(one.seminar()));
        certain.removeIf(seminar -> !isOver(seminar, day));
        possible.removeIf(seminar -> !isOver(seminar, day));
        return new Count(certain.size(), possible.size());
    }

    private Count participating(@Nullable NetworkId network, @Nullable ProgrammeId programme, LocalDate day) {
        Set<StateCode> certain = new HashSet<>();
        participants(network, programme, day, true, (seminar, state) -> certain.add(state));
        Set<StateCode> possible = new HashSet<>();
        participants(network, programme, day, false, (seminar, state) -> possible.add(state));
        return new Count(certain.size(), possible.size());
    }

    private Count completions(@Nullable NetworkId network, @Nullable ProgrammeId programme, LocalDate day) {
        return graduates(network, programme, day, one -> one.seminar() + " " + person(one.official()));
    }

    /**
     * Held or not; whoever did not come was enrolled always. Presence without a date begins with the seminar, of which
     * it is certain only once somebody concluded it.
     */
    private Count enrollments(@Nullable NetworkId network, @Nullable ProgrammeId programme, LocalDate day) {
        Set<String> certain = new HashSet<>();
        Set<String> possible = new HashSet<>();
        all(EnrollmentRecorded.class).forEach(one -> {
            SeminarScheduled seminar = schedule(one.seminarId());
            boolean bySeminar = one.on() == null && LISTED.contains(one.status());
            LocalDate first = bySeminar ? seminar.startsOn().earliest() : day(one.on(), LocalDate.MIN);
            Presence enrolled = new Presence(one.seminarId(), one.official(), one.status(), first);
            String person = one.seminarId() + " " + person(one.official());
            if (first.isAfter(day) || programme != null && !seminar.programme().equals(programme)) {
                return;
            }
            if (mayCount(network, enrolled)) {
                possible.add(person);
            }
            if (counts(network, enrolled) && (!bySeminar || held(null, day).containsKey(one.seminarId()))) {
                certain.add(person);
            }
        });
        return new Count(certain.size(), possible.size());
    }

    private Count graduates(
            @Nullable NetworkId network,
            @Nullable ProgrammeId programme,
            LocalDate day,
            Function<Presence, Object> countedOnce) {
        List<Presence> done = present(programme, day, DONE);
        return new Count(
                done.stream()
                        .filter(one -> counts(network, one))
                        .map(countedOnce)
                        .distinct()
                        .count(),
                done.stream()
                        .filter(one -> mayCount(network, one))
                        .map(countedOnce)
                        .distinct()
                        .count());
    }

    private Count trained(@Nullable NetworkId network, @Nullable ProgrammeId programme, LocalDate day) {
        Count persons = graduates(network, programme, day, one -> person(one.official()));
        long least = 0;
        long most = 0;
        for (Map.Entry<SeminarId, LocalDate> seminar : held(programme, day).entrySet()) {
            List<Integer> reported = all(SeminarFiguresReported.class)
                    .filter(one -> one.seminarId().equals(seminar.getKey()) && one.participants() != null)
                    .map(SeminarFiguresReported::participants)
                    .sorted()
                    .toList();
            if (reported.isEmpty()) {
                continue;
            }
            long took = present(programme, day, LISTED).stream()
                    .filter(one -> one.seminar().equals(seminar.getKey()))
                    .map(one -> person(one.official()))
                    .distinct()
                    .count();
            boolean hadMembers = network != null && states(network, MembershipKind.MEMBER, seminar.getValue()) > 0;
            boolean whole = network == null || isGiven(seminar.getKey(), network);
            if (whole || hadMembers) {
                most += Math.max(0, reported.get(reported.size() - 1) - took);
            }
            least += whole && !isWhole(seminar.getKey()) ? Math.max(0, reported.get(0) - took) : 0;
        }
        return new Count(persons.certain() + least, persons.possible() + most);
    }

    private SeminarScheduled schedule(SeminarId seminar) {
        return all(SeminarScheduled.class)
                .filter(one -> one.seminarId().equals(seminar))
                .findFirst()
                .orElseThrow();
    }

    private static String part(SeminarScheduled seminar) {
        return seminar.part() == null
                ? seminar.seminarId().value()
                : seminar.part().toString();
    }

    /** When somebody had completed the seminar, or every part of its cycle; null where one is missing. */
    private @Nullable LocalDate graduated(OfficialId person, SeminarScheduled seminar, List<Presence> done) {
        List<SeminarScheduled> cycle = seminar.cycle() == null
                ? List.of(seminar)
                : all(SeminarScheduled.class)
                        .filter(one -> one.programme().equals(seminar.programme())
                                && seminar.cycle().equals(one.cycle()))
                        .toList();
        if (cycle.stream().noneMatch(SeminarScheduled::foundational)) {
            return null;
        }
        LocalDate last = LocalDate.MIN;
        for (String part : cycle.stream().map(NaiveFigures::part).distinct().toList()) {
            LocalDate first = done.stream()
                    .filter(one -> person(one.official()).equals(person)
                            && cycle.stream()
                                    .anyMatch(of -> of.seminarId().equals(one.seminar()) && part(of).equals(part)))
                    .map(Presence::day)
                    .min(LocalDate::compareTo)
                    .orElse(null);
            if (first == null) {
                return null;
            }
            last = first.isAfter(last) ? first : last;
        }
        return last;
    }

    private Count alumni(@Nullable NetworkId network, @Nullable ProgrammeId programme, LocalDate day) {
        List<Presence> done = present(null, day, DONE);
        Set<OfficialId> ofProgramme = new HashSet<>();
        done.stream()
                .filter(one ->
                        programme == null || schedule(one.seminar()).programme().equals(programme))
                .forEach(one -> ofProgramme.add(person(one.official())));
        Map<OfficialId, LocalDate> since = new HashMap<>();
        Set<OfficialId> atGiven = new HashSet<>();
        for (Presence one : done) {
            if (isGiven(one.seminar(), network)) {
                atGiven.add(person(one.official()));
            }
            LocalDate graduated = graduated(person(one.official()), schedule(one.seminar()), done);
            if (graduated != null) {
                since.merge(person(one.official()), graduated, (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        long certain = 0;
        long possible = 0;
        for (Map.Entry<OfficialId, LocalDate> one : since.entrySet()) {
            List<OfficialId> records = Stream.concat(
                            Stream.of(one.getKey()),
                            all(OfficialsMerged.class)
                                    .filter(merge -> merge.into().equals(one.getKey()))
                                    .map(OfficialsMerged::officialId))
                    .toList();
            boolean given = atGiven.contains(one.getKey());
            boolean any = given
                    || network == null
                    || records.stream().anyMatch(record -> mayBeMember(network, state(record), one.getValue()));
            boolean every = given
                    || network == null
                    || records.stream().allMatch(record -> isMember(network, state(record), one.getValue()));
            if (ofProgramme.contains(one.getKey()) && any) {
                possible++;
                certain += every ? 1 : 0;
            }
        }
        return new Count(certain, possible);
    }

    private long initiatives(@Nullable NetworkId network, LocalDate day) {
        return all(InitiativeLaunched.class)
                .filter(one -> one.type() != InitiativeType.TECHNICAL_ASSISTANCE)
                .filter(one -> !day(one.launchedOn(), LocalDate.MIN).isAfter(day))
                .filter(one -> network == null
                        || network.equals(one.network())
                        || one.states().stream()
                                .anyMatch(state -> isMember(network, state, day(one.launchedOn(), LocalDate.MIN))))
                .count();
    }
}
