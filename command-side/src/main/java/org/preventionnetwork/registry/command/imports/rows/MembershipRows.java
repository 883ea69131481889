package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.MembershipSpells.Spell;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdmitState;
import org.preventionnetwork.registry.api.networks.NetworkCommand.ChangeMembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.WithdrawState;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.InvalidHistoricalDate;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;

/**
 * All spells of one state in one network. Where one ends with the very value with which the next begins, the state
 * changed its kind; otherwise it withdrew and was admitted anew.
 */
final class MembershipRows implements Script {

    /** No state has come and gone so often; to chain more takes longer and longer. */
    private static final int MOST_SPELLS = 200;

    @Override
    public List<RowResult> tell(List<Row> rows, Teller teller) {
        if (rows.size() > MOST_SPELLS) {
            return rows.stream()
                    .map(row -> new RowResult(
                            row,
                            Outcome.ERROR,
                            List.of(Cells.problem(
                                    row, "state", "TOO_MANY_SPELLS", Cause.SPELLS_TOO_MANY.with(MOST_SPELLS)))))
                    .toList();
        }
        List<RowResult> results = new ArrayList<>();
        List<Row> sound = new ArrayList<>();
        for (Row row : rows) {
            try {
                Sayings.readAll(drafts(row), teller);
                sound.add(row);
            } catch (Malformed malformed) {
                results.add(new RowResult(row, Outcome.ERROR, malformed.problems()));
            }
        }
        List<Row> chain = chained(sound);
        results.addAll(tellTwice(chain, endingAlone(chain, teller), teller));
        return results;
    }

    /**
     * The rows whose spells would end by the next row's change of kind, which is left out, and so end by themselves.
     * Found before anything is recorded: a row whose spell can neither be changed nor ended so is left out as a whole.
     */
    private static Set<Row> endingAlone(List<Row> chain, Teller teller) {
        Set<Row> alone = new HashSet<>();
        if (IntStream.range(1, chain.size()).noneMatch(i -> isChangeOfKind(chain.get(i - 1), chain.get(i)))) {
            return alone;
        }
        boolean more = true;
        while (more) {
            List<RowResult> foreseen = teller.tried(trial -> tellTwice(chain, alone, trial));
            more = false;
            for (int i = 1; i < chain.size(); i++) {
                Row row = chain.get(i - 1);
                if (isChangeOfKind(row, chain.get(i))
                        && !foreseen.get(i - 1).isLeftOut()
                        && foreseen.get(i).outcome() == Outcome.ERROR) {
                    more |= alone.add(row);
                }
            }
        }
        return alone;
    }

    private static List<RowResult> tellTwice(List<Row> chain, Set<Row> alone, Teller teller) {
        List<RowResult> told = tellChain(chain, alone, teller);
        boolean changed = told.stream().anyMatch(result -> result.outcome() == Outcome.RECORDED);
        boolean refused = told.stream().anyMatch(result -> result.outcome() == Outcome.ERROR);
        return changed && refused ? retold(told, tellChain(chain, alone, teller)) : told;
    }

    /** What a later row made possible, by ending a spell that was open so far, is told once more. */
    private static List<RowResult> retold(List<RowResult> first, List<RowResult> second) {
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            results.add(first.get(i).outcome() == Outcome.ERROR ? second.get(i) : first.get(i));
        }
        return results;
    }

    private static List<RowResult> tellChain(List<Row> chain, Set<Row> alone, Teller teller) {
        List<RowResult> results = new ArrayList<>();
        Row previous = null;
        @Nullable String membership = null;
        for (int i = 0; i < chain.size(); i++) {
            Row row = chain.get(i);
            Row next = i + 1 < chain.size() ? chain.get(i + 1) : null;
            boolean changed = previous != null && membership != null && isChangeOfKind(previous, row);
            String before = changed ? membership : null;
            boolean closes =
                    !row.text("until").isEmpty() && (next == null || alone.contains(row) || !isChangeOfKind(row, next));
            Spelled tried = closes ? teller.tried(trial -> spell(row, before, true, trial)) : null;
            Spelled told = tried != null && tried.result().isLeftOut() ? tried : spell(row, before, closes, teller);
            results.add(told.result());
            membership = told == tried ? null : told.membership();
            previous = row;
        }
        return results;
    }

    /** @param membership the one that the row is about, as the registry knows it */
    private record Spelled(RowResult result, @Nullable String membership) {}

    /**
     * Tells one row.
     *
     * @param before the membership whose kind the row changes, or null
     * @param closes whether the row's own end is told, and not the next row's change of kind
     */
    private static Spelled spell(Row row, @Nullable String before, boolean closes, Teller teller) {
        Told opening = opening(teller.read(opening(row, before, teller)), row, teller);
        Outcome outcome = opening.outcome();
        List<Problem> problems = new ArrayList<>(opening.problems());
        String membership = opening.resource();
        if (membership != null && outcome == Outcome.RECORDED) {
            ended(row, membership, teller).forEach(problems::add);
        }
        if (membership != null && closes) {
            Told closing = closing(teller.read(withdrawal(row, membership)), membership, teller);
            outcome = outcome.or(closing.outcome());
            problems.addAll(closing.problems());
        }
        return new Spelled(new RowResult(row, outcome, problems), membership);
    }

    /** Of a spell that somebody said to end on that very day nothing changes any more: the next one begins. */
    private static Draft opening(Row row, @Nullable String before, Teller teller) {
        Draft admission = admission(row);
        if (before == null) {
            return admission;
        }
        boolean ended = MembershipSpells.find(teller.history(teller.read(admission)), new MembershipId(before))
                .filter(spell -> spell.closedBy() instanceof StateWithdrew)
                .map(Spell::until)
                .filter(from(row)::equals)
                .isPresent();
        return ended ? admission : changeOf(row, before);
    }

    /** The same spell may have been opened otherwise than the file would: by a change of kind, or by an admission. */
    private static Told opening(Saying saying, Row row, Teller teller) {
        Told told = teller.tell(saying);
        if (told.outcome() != Outcome.ERROR) {
            return told;
        }
        return known(teller.history(saying), (AdmitState)
                        teller.read(admission(row)).command())
                .map(known -> new Told(Outcome.UNCHANGED, List.of(), known.id().value()))
                .orElse(told);
    }

    private static Optional<Spell> known(FactHistory<Fact> history, AdmitState said) {
        return MembershipSpells.find(history, said.state(), said.kind(), said.from());
    }

    private static Told closing(Saying saying, String membership, Teller teller) {
        if (saying.row().isListed() && endsSo(saying, membership, teller)) {
            return new Told(Outcome.UNCHANGED, List.of(), membership);
        }
        Told told = teller.tell(saying);
        if (told.outcome() != Outcome.ERROR) {
            return told;
        }
        return teller.history(saying)
                .all(MembershipKindChanged.class)
                .filter(change -> change.membershipId().value().equals(membership))
                .findFirst()
                .map(change -> change.from().toString().equals(saying.row().text("until"))
                        ? new Told(Outcome.UNCHANGED, List.of(), membership)
                        : teller.conflict(
                                saying,
                                new Refusal(
                                        RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                                        "the membership ended by a change of kind from " + change.from() + " on",
                                        List.of(change.factId()),
                                        "on")))
                .orElse(told);
    }

    /** What nobody's row says: the later, higher kind ends an open spell. */
    private static Stream<Problem> ended(Row row, String membership, Teller teller) {
        Saying saying = teller.read(admission(row));
        return MembershipSpells.of(teller.history(saying), ((AdmitState) saying.command()).state()).stream()
                .filter(spell -> spell.endedBy() != null
                        && spell.until() != null
                        && spell.endedBy().fact().subject().equals(membership))
                .map(spell -> Cells.problem(
                        row,
                        "kind",
                        Problem.ENDS_BY_HIGHER_KIND,
                        Cause.ENDS_BY_HIGHER_KIND.with(spell.kind(), spell.from(), row.text("kind"), spell.until())));
    }

    /** Ended by its network, its state or a higher kind: of that a list says the day, and nobody said more. */
    private static boolean endsSo(Saying saying, String membership, Teller teller) {
        return MembershipSpells.find(teller.history(saying), new MembershipId(membership))
                .map(Spell::until)
                .filter(until -> until.toString().equals(saying.row().text("until")))
                .isPresent();
    }

    /** For their cells only. */
    private static List<Draft> drafts(Row row) {
        return row.text("until").isEmpty()
                ? List.of(admission(row))
                : List.of(admission(row), withdrawal(row, membershipId(row)));
    }

    private static Draft admission(Row row) {
        return new Draft(row, AdmitState.class, "networkId")
                .given("membershipId", membershipId(row))
                .slot(membershipId(row))
                .text("state", "state")
                .text("kind", "kind")
                .text("from", "from")
                .recordedAs(Set.of("state", "kind", "from"), StateAdmitted.class);
    }

    private static Draft changeOf(Row row, String membership) {
        return new Draft(row, ChangeMembershipKind.class, "networkId")
                .given("membershipId", membership)
                .given("nextMembershipId", membershipId(row))
                .slot(membershipId(row))
                .text("kind", "kind")
                .text("from", "from")
                .recordedAs(Set.of("membershipId", "kind", "from"), MembershipKindChanged.class);
    }

    private static Draft withdrawal(Row row, String membership) {
        return new Draft(row, WithdrawState.class, "networkId")
                .given("membershipId", membership)
                .slot(membership)
                .text("on", "until")
                .recordedAs(Set.of("membershipId"), StateWithdrew.class);
    }

    private static String membershipId(Row row) {
        return ImportIds.readable(States.folded(row.text("state")), row.text("kind"), row.text("from"));
    }

    private static boolean isChangeOfKind(Row row, Row next) {
        return row.text("until").equals(next.text("from")) && !row.text("kind").equals(next.text("kind"));
    }

    /** First by value, then by the days that the dates can mean. */
    private static List<Row> chained(List<Row> rows) {
        List<Row> open = new ArrayList<>(rows);
        open.sort(Comparator.comparing((Row row) -> from(row).earliest())
                .thenComparing(row -> from(row).latest())
                .thenComparing(Row::line));
        List<Row> chain = new ArrayList<>();
        while (!open.isEmpty()) {
            Row head = open.stream()
                    .filter(row -> open.stream().noneMatch(other -> other != row && leadsTo(other, row)))
                    .findFirst()
                    .orElse(open.get(0));
            for (Row link = head; link != null; link = following(link, open)) {
                chain.add(link);
                open.remove(link);
            }
        }
        return chain;
    }

    private static @Nullable Row following(Row row, List<Row> open) {
        return open.stream().filter(next -> leadsTo(row, next)).findFirst().orElse(null);
    }

    private static boolean leadsTo(Row row, Row next) {
        return !row.text("until").isEmpty() && row.text("until").equals(next.text("from"));
    }

    /** Only rows whose cells were read get here. */
    private static HistoricalDate from(Row row) {
        try {
            return HistoricalDate.parse(row.text("from"));
        } catch (InvalidHistoricalDate e) {
            throw new IllegalStateException("line " + row.line() + " was not read", e);
        }
    }
}
