package org.preventionnetwork.registry.query.networks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactAnnulled;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactCorrected;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SourceAdded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * A made-up history of memberships, and the naive answer to who belonged to the network on a day, as known at a
 * position: replay, then look at that one day. Written from the definitions, not from the projection. Histories are not
 * held to the aggregate's rules, only to what events can be about: memberships that hold.
 */
final class RandomHistory {
    private static final String[] DATES = {
        "2012",
        "2012-03",
        "2012-03-29",
        "2013~",
        "2013?",
        "2014-22",
        "2012-24",
        "2014",
        "2015~",
        "2015-06-01",
        "[2013-02-01..2014-05-03]",
        "[..2014]",
        "[2014..]",
        "2016%",
        "2016",
        "unknown"
    };
    private static final String[] STATES = {"AR", "BO", "PE"};

    private final NetworkId network;
    private final Random random;
    private final int length;
    private final Map<Long, NetworkEvent> byPosition = new LinkedHashMap<>();
    private int facts;

    RandomHistory(String id, Random random) {
        this.network = new NetworkId(id);
        this.random = random;
        this.length = 3 + random.nextInt(12);
    }

    String aggregateId() {
        return network.aggregateId();
    }

    boolean hasNext() {
        return byPosition.size() < length;
    }

    SortedSet<Long> positions() {
        return new TreeSet<>(byPosition.keySet());
    }

    NetworkEvent next(long position) {
        NetworkEvent event = byPosition.isEmpty()
                ? new NetworkRegistered(network, fact(), "A network", NetworkKind.REGIONAL)
                : make(new ArrayList<>(replay(Long.MAX_VALUE).values()));
        byPosition.put(position, event);
        return event;
    }

    private NetworkEvent make(List<NetworkFact> known) {
        List<NetworkFact> memberships =
                known.stream().filter(f -> !f.subject().isEmpty()).toList();
        List<String> open = memberships.stream()
                .filter(f -> f instanceof StateAdmitted || f instanceof MembershipKindChanged)
                .map(f -> f instanceof MembershipKindChanged change
                        ? change.nextMembershipId().value()
                        : f.subject())
                .filter(id -> known.stream().noneMatch(f -> f.subject().equals(id) && closes(f)))
                .toList();
        NetworkFact life = random.nextInt(6) == 0 ? life(known) : null;
        if (life != null) {
            return life;
        }
        int choice = random.nextInt(10);
        if (choice < 3 || memberships.isEmpty()) {
            return new StateAdmitted(network, fact(), new MembershipId("m" + facts), state(), kind(), date(false));
        }
        if (choice < 7 && !open.isEmpty()) {
            MembershipId id = new MembershipId(open.get(random.nextInt(open.size())));
            return switch (random.nextInt(5)) {
                case 0 ->
                    new MembershipKindChanged(network, fact(), id, new MembershipId("k" + facts), kind(), date(false));
                case 1 -> new MembershipSuspended(network, fact(), id, date(false));
                case 2 -> new MembershipReinstated(network, fact(), id, date(false));
                default -> new StateWithdrew(network, fact(), id, date(true));
            };
        }
        List<NetworkFact> amendable =
                known.stream().filter(f -> !(f instanceof NetworkRegistered)).toList();
        NetworkFact about = amendable.get(random.nextInt(amendable.size()));
        boolean dependedOn = known.stream()
                .anyMatch(f -> f != about
                        && !about.subject().isEmpty()
                        && (f.subject().equals(about.subject()) || f.subject().equals(opens(about))));
        return switch (random.nextInt(dependedOn && opens(about) != null ? 2 : 3)) {
            case 0 -> new SourceAdded(network, about.factId());
            case 1 -> new FactCorrected(network, about.factId(), corrected(about), CorrectionKind.LATE_REPORT);
            default -> new FactAnnulled(network, about.factId(), null, null);
        };
    }

    /** The network's own, each once. */
    private NetworkFact life(List<NetworkFact> known) {
        NetworkFact fact =
                switch (random.nextInt(3)) {
                    case 0 -> new NetworkAnnounced(network, fact(), date(false));
                    case 1 -> new NetworkFounded(network, fact(), date(false));
                    default -> new NetworkDissolved(network, fact(), date(true));
                };
        return known.stream().anyMatch(f -> f.getClass() == fact.getClass()) ? null : fact;
    }

    private static String opens(NetworkFact fact) {
        return fact instanceof StateAdmitted
                ? fact.subject()
                : fact instanceof MembershipKindChanged change
                        ? change.nextMembershipId().value()
                        : null;
    }

    private static boolean closes(NetworkFact fact) {
        return fact instanceof StateWithdrew || fact instanceof MembershipKindChanged;
    }

    private NetworkFact corrected(NetworkFact fact) {
        if (fact instanceof NetworkAnnounced f) {
            return new NetworkAnnounced(network, f.factId(), date(false));
        }
        if (fact instanceof NetworkFounded f) {
            return new NetworkFounded(network, f.factId(), date(false));
        }
        if (fact instanceof NetworkDissolved f) {
            return new NetworkDissolved(network, f.factId(), date(true));
        }
        if (fact instanceof StateAdmitted f) {
            return new StateAdmitted(network, f.factId(), f.membershipId(), state(), kind(), date(false));
        }
        if (fact instanceof MembershipKindChanged f) {
            return new MembershipKindChanged(
                    network, f.factId(), f.membershipId(), f.nextMembershipId(), kind(), date(false));
        }
        if (fact instanceof MembershipSuspended f) {
            return new MembershipSuspended(network, f.factId(), f.membershipId(), date(false));
        }
        if (fact instanceof MembershipReinstated f) {
            return new MembershipReinstated(network, f.factId(), f.membershipId(), date(false));
        }
        StateWithdrew f = (StateWithdrew) fact;
        return new StateWithdrew(network, f.factId(), f.membershipId(), date(true));
    }

    private FactId fact() {
        return new FactId("f" + ++facts);
    }

    private StateCode state() {
        return new StateCode(STATES[random.nextInt(STATES.length)]);
    }

    private MembershipKind kind() {
        return MembershipKind.values()[random.nextInt(4)];
    }

    private HistoricalDate date(boolean ending) {
        return HistoricalDate.parse(DATES[random.nextInt(DATES.length - (ending ? 0 : 1))]);
    }

    /** Around every day that any date of the history touches. */
    Collection<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (NetworkEvent event : byPosition.values()) {
            NetworkFact fact =
                    event instanceof FactCorrected c ? c.replacement() : event instanceof NetworkFact f ? f : null;
            if (fact != null && fact.effectiveOn() != null) {
                for (LocalDate day : List.of(
                        fact.effectiveOn().earliest(),
                        fact.effectiveOn().latest(),
                        LocalDate.of(Math.min(fact.effectiveOn().latest().getYear() + 1, 9999), 1, 1),
                        LocalDate.of(fact.effectiveOn().earliest().getYear(), 1, 1))) {
                    if (day.getYear() > 1 && day.getYear() < 9999) {
                        days.add(day.minusDays(1));
                        days.add(day);
                    }
                }
            }
        }
        days.add(LocalDate.of(1990, 1, 1));
        days.add(LocalDate.of(2030, 1, 1));
        return days;
    }

    private Map<FactId, NetworkFact> replay(long position) {
        Map<FactId, NetworkFact> known = new LinkedHashMap<>();
        byPosition.forEach((at, event) -> {
            if (at <= position) {
                if (event instanceof FactCorrected corrected) {
                    known.put(corrected.factId(), corrected.replacement());
                } else if (event instanceof FactAnnulled annulled) {
                    known.remove(annulled.factId());
                } else if (event instanceof NetworkFact fact) {
                    known.put(fact.factId(), fact);
                }
            }
        });
        return known;
    }

    private record Naive(String id, MembershipKind kind, HistoricalDate from, HistoricalDate until, String next) {
        boolean possible(LocalDate day) {
            return !day.isBefore(from.earliest()) && (until == null || day.isBefore(until.latest()));
        }

        boolean certain(LocalDate day) {
            LocalDate begun = from.isQualified()
                    ? LocalDate.of(from.latest().getYear(), 12, 31).plusDays(1)
                    : from.latest();
            boolean neverBegun = from.latest().equals(HistoricalDate.END_OF_TIME);
            return !neverBegun && !day.isBefore(begun) && (until == null || day.isBefore(ended()));
        }

        private LocalDate ended() {
            return until.isQualified() ? LocalDate.of(until.earliest().getYear(), 1, 1) : until.earliest();
        }
    }

    private static List<List<Naive>> chains(Collection<NetworkFact> known, String state) {
        List<List<Naive>> chains = new ArrayList<>();
        for (NetworkFact fact : known) {
            if (fact instanceof StateAdmitted admitted
                    && admitted.state().value().equals(state)) {
                chains.add(chain(known, admitted));
            }
        }
        endWhereAHigherKindBegins(chains, List.copyOf(known));
        return chains;
    }

    TreeSet<String> answer(LocalDate day, long position) {
        Collection<NetworkFact> known = replay(position).values();
        TreeSet<String> answers = new TreeSet<>();
        for (String state : STATES) {
            List<List<Naive>> chains = chains(known, state);
            chains.sort(Comparator.comparing((List<Naive> c) -> c.get(0).from().earliest())
                    .thenComparing(c -> c.get(0).from().latest()));
            for (int pass = 1; pass < chains.size(); pass++) {
                for (int i = 1; i < chains.size(); i++) {
                    if (wouldPrecede(chains.get(i), chains.get(i - 1))) {
                        chains.add(i - 1, chains.remove(i));
                    }
                }
            }
            Naive found = null;
            boolean certain = false;
            for (List<Naive> chain : chains) {
                for (Naive spell : chain) {
                    if (!certain && spell.certain(day) && isThere(known, day, true)) {
                        found = spell;
                        certain = true;
                    }
                    if (found == null && spell.possible(day) && isThere(known, day, false)) {
                        found = spell;
                    }
                }
            }
            if (found != null) {
                answers.add(state + " " + found.kind() + " " + found.id() + " "
                        + (certain && stepsSettled(known, found.id(), day)) + " " + suspended(known, found.id(), day));
            }
        }
        return answers;
    }

    /** Every spell that can hold on a day, beside the others of its state, and whether it must. */
    TreeSet<String> spells(LocalDate day, long position) {
        Collection<NetworkFact> known = replay(position).values();
        TreeSet<String> spells = new TreeSet<>();
        for (String state : STATES) {
            List<List<Naive>> chains = chains(known, state);
            for (List<Naive> chain : chains) {
                for (Naive spell : chain) {
                    if (spell.possible(day) && isThere(known, day, false)) {
                        spells.add(state + " " + spell.kind() + " " + spell.id() + " "
                                + (spell.certain(day) && isThere(known, day, true)));
                    }
                }
            }
        }
        return spells;
    }

    /** Who is to belong on a day, of a network that was announced and cannot have been founded by then. */
    TreeSet<String> announced(LocalDate day, long position) {
        Collection<NetworkFact> known = replay(position).values();
        HistoricalDate announced = own(known, NetworkAnnounced.class);
        HistoricalDate founded = own(known, NetworkFounded.class);
        HistoricalDate dissolved = own(known, NetworkDissolved.class);
        TreeSet<String> answers = new TreeSet<>();
        if (announced == null
                || day.isBefore(announced.earliest())
                || founded != null && !day.isBefore(founded.earliest())
                || dissolved != null && !day.isBefore(dissolved.latest())) {
            return answers;
        }
        for (String state : STATES) {
            List<List<Naive>> chains = chains(known, state);
            if (chains.stream().flatMap(List::stream).anyMatch(spell -> spell.possible(day))) {
                answers.add(state);
            }
        }
        return answers;
    }

    private static final List<MembershipKind> UPWARD =
            List.of(MembershipKind.OBSERVER, MembershipKind.LIAISON, MembershipKind.ASSOCIATE, MembershipKind.MEMBER);

    private static void endWhereAHigherKindBegins(List<List<Naive>> chains, List<NetworkFact> known) {
        List<Naive> all = chains.stream().flatMap(List::stream).toList();
        for (List<Naive> chain : chains) {
            Naive last = chain.get(chain.size() - 1);
            if (last.until() == null) {
                Naive next = null;
                for (Naive other : all) {
                    if (UPWARD.indexOf(other.kind()) > UPWARD.indexOf(last.kind())
                            && last.from().latest().isBefore(other.from().earliest())
                            && (next == null || begins(other, next, known))) {
                        next = other;
                    }
                }
                if (next != null) {
                    chain.set(chain.size() - 1, new Naive(last.id(), last.kind(), last.from(), next.from(), null));
                }
            }
        }
    }

    /** Whether the one begins before the other, or by the same date and was told first. */
    private static boolean begins(Naive one, Naive other, List<NetworkFact> known) {
        int earliest = one.from().earliest().compareTo(other.from().earliest());
        int latest = one.from().latest().compareTo(other.from().latest());
        return earliest != 0
                ? earliest < 0
                : latest != 0 ? latest < 0 : toldAt(one.id(), known) < toldAt(other.id(), known);
    }

    private static int toldAt(String id, List<NetworkFact> known) {
        for (int i = 0; i < known.size(); i++) {
            if (id.equals(opens(known.get(i)))) {
                return i;
            }
        }
        throw new IllegalStateException(id);
    }

    private static HistoricalDate own(Collection<NetworkFact> known, Class<? extends NetworkFact> type) {
        return known.stream()
                .filter(type::isInstance)
                .map(NetworkFact::effectiveOn)
                .findFirst()
                .orElse(null);
    }

    /** Whether the network can be there on a day, or must. */
    private static boolean isThere(Collection<NetworkFact> known, LocalDate day, boolean certainly) {
        HistoricalDate founded = own(known, NetworkFounded.class);
        HistoricalDate dissolved = own(known, NetworkDissolved.class);
        if (founded == null) {
            if (own(known, NetworkAnnounced.class) != null) {
                return false;
            }
            founded = HistoricalDate.parse("0001-01-01");
        }
        Naive life = new Naive("", MembershipKind.MEMBER, founded, dissolved, null);
        return certainly ? life.certain(day) : life.possible(day);
    }

    /** By last dates, where the first leave it open. */
    private static boolean wouldPrecede(List<Naive> chain, List<Naive> other) {
        HistoricalDate begins = chain.get(0).from();
        HistoricalDate ends = chain.get(chain.size() - 1).until();
        HistoricalDate otherBegins = other.get(0).from();
        HistoricalDate otherEnds = other.get(other.size() - 1).until();
        boolean otherIsFirst = otherBegins.latest().isBefore(begins.earliest())
                || (otherEnds != null && otherEnds.toString().equals(begins.toString()));
        boolean endsFirst = ends != null
                && (ends.toString().equals(otherBegins.toString())
                        || otherEnds == null
                        || ends.latest().isBefore(otherEnds.earliest()));
        return endsFirst && !otherIsFirst;
    }

    private static List<Naive> chain(Collection<NetworkFact> known, StateAdmitted admitted) {
        List<Naive> chain = new ArrayList<>();
        String id = admitted.membershipId().value();
        MembershipKind kind = admitted.kind();
        HistoricalDate from = admitted.from();
        while (id != null) {
            HistoricalDate until = null;
            String next = null;
            MembershipKind nextKind = kind;
            for (NetworkFact fact : known) {
                if (fact.subject().equals(id) && fact instanceof StateWithdrew withdrew && next == null) {
                    until = withdrew.on();
                }
            }
            for (NetworkFact fact : known) {
                if (fact.subject().equals(id) && fact instanceof MembershipKindChanged change) {
                    until = change.from();
                    next = change.nextMembershipId().value();
                    nextKind = change.kind();
                    break;
                }
            }
            chain.add(new Naive(id, kind, from, until, next));
            id = next;
            kind = nextKind;
            from = until;
        }
        return chain;
    }

    private static boolean suspended(Collection<NetworkFact> known, String id, LocalDate day) {
        boolean suspended = false;
        for (NetworkFact step : steps(known, id)) {
            if (!step.effectiveOn().earliest().isAfter(day)) {
                suspended = step instanceof MembershipSuspended;
            }
        }
        return suspended;
    }

    private static boolean stepsSettled(Collection<NetworkFact> known, String id, LocalDate day) {
        for (NetworkFact step : steps(known, id)) {
            HistoricalDate on = step.effectiveOn();
            LocalDate settled = on.isQualified() ? LocalDate.of(on.latest().getYear() + 1, 1, 1) : on.latest();
            boolean never = on.latest().equals(HistoricalDate.END_OF_TIME);
            if (!on.earliest().isAfter(day) && (never || settled.isAfter(day))) {
                return false;
            }
        }
        return true;
    }

    private static List<NetworkFact> steps(Collection<NetworkFact> known, String id) {
        return known.stream()
                .filter(f -> f.subject().equals(id))
                .filter(f -> f instanceof MembershipSuspended || f instanceof MembershipReinstated)
                .sorted(Comparator.comparing((NetworkFact f) -> f.effectiveOn().earliest())
                        .thenComparing(f -> f.effectiveOn().latest()))
                .toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        byPosition.forEach(
                (at, event) -> text.append(at).append(": ").append(event).append('\n'));
        return text.toString();
    }
}
