package org.preventionnetwork.registry.command.imports.rows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.reading.CommandReader;

/**
 * Tells the registry what rows say. Where the registry knows another account, the two are compared cell by cell: cells
 * that were empty so far are filled in as a late report, anything else that differs is shown and not applied.
 */
final class Teller {
    private static final Set<RefusalCode> CONFLICTS =
            EnumSet.of(RefusalCode.RECORDED_ONCE_ONLY, RefusalCode.ALREADY_RECORDED_DIFFERENTLY);

    private final Registry registry;
    private final CommandReader reader;
    private final String actor;
    private final String role;
    private final BatchId batch;
    /** Seminars of which a hint was given: once says it for all their rows. */
    private final Set<String> hinted = ConcurrentHashMap.newKeySet();

    Teller(Registry registry, CommandReader reader, String actor, String role, BatchId batch) {
        this.registry = registry;
        this.reader = reader;
        this.actor = actor;
        this.role = role;
        this.batch = batch;
    }

    /** @throws Malformed with what is wrong with the cells */
    Saying read(Draft draft) {
        return draft.read(reader);
    }

    FactHistory<Fact> history(Saying saying) {
        return registry.history(saying.command().entity());
    }

    /** What telling something would come to, if it were all told; nothing of it is recorded. */
    <T> T tried(Function<Teller, T> telling) {
        try (Registry.Trial trial = registry.trial()) {
            return telling.apply(new Teller(trial, reader, actor, role, batch));
        }
    }

    Told tell(Saying saying) {
        if (saying.asksFirst()) {
            Comparison known = Comparison.of(saying, history(saying));
            if (known != null) {
                return settle(saying, known);
            }
        }
        return send(saying);
    }

    Told send(Saying saying) {
        try {
            return told(saying, registry.send(saying.command(), provenance(saying.row(), null)));
        } catch (Refused refused) {
            RecordingStopped.unlessOfOneRow(refused);
            if (refused.code() == RefusalCode.OUT_OF_SCOPE
                    || saying.facts().isEmpty() && saying.rivals().isEmpty()) {
                return refused(saying, refused.refusal());
            }
            FactHistory<Fact> history = history(saying);
            Comparison known = Comparison.of(saying, history);
            if (known != null) {
                return settle(saying, known);
            }
            boolean rival = saying.rivals().stream()
                    .anyMatch(type -> history.all(type).findAny().isPresent());
            return rival ? conflict(saying, refused.refusal()) : refused(saying, refused.refusal());
        }
    }

    /** For what is recorded already, in these words or others. */
    Told settle(Saying saying, Comparison known) {
        String resource = known.fact().subject();
        if (!known.differing().isEmpty()) {
            return new Told(Outcome.CONFLICT, known.differing(), resource);
        }
        if (known.filled().isEmpty()) {
            return new Told(Outcome.UNCHANGED, List.of(), resource);
        }
        try {
            registry.send(
                    Amendments.correct(known.fact(), new FactPatch(known.filled()), CorrectionKind.LATE_REPORT),
                    provenance(saying.row(), "import " + batch + ": cells that were empty so far"));
            return new Told(Outcome.RECORDED, List.of(), resource);
        } catch (Refused refused) {
            RecordingStopped.unlessOfOneRow(refused);
            return refused(saying, refused.refusal());
        }
    }

    private Told refused(Saying saying, Refusal refusal) {
        return CONFLICTS.contains(refusal.code())
                ? conflict(saying, refusal)
                : new Told(
                        Outcome.ERROR,
                        List.of(problem(saying, refusal, refusal.code().name())),
                        null);
    }

    Told conflict(Saying saying, Refusal refusal) {
        return new Told(Outcome.CONFLICT, List.of(problem(saying, refusal, "CONFLICT")), null);
    }

    private static Problem problem(Saying saying, Refusal refusal, String code) {
        String column = refusal.field() == null ? null : saying.columns().get(refusal.field());
        String facts = refusal.facts().isEmpty() ? "" : " (facts: " + refusal.facts() + ")";
        return Cells.problem(
                saying.row(),
                column,
                code,
                Cause.REFUSED.told(refusal.detail() + facts, refusal.code().name()));
    }

    private Told told(Saying saying, Recorded recorded) {
        Outcome outcome = recorded.outcome() == Recorded.Outcome.UNCHANGED ? Outcome.UNCHANGED : Outcome.RECORDED;
        boolean told = recorded.hint() == null
                || !recorded.ends().isEmpty()
                || !hinted.add(saying.command().entity().aggregateId());
        return new Told(
                outcome,
                told
                        ? List.of()
                        : List.of(Cells.problem(
                                saying.row(), "status", Problem.NOT_CONCLUDED, Cause.NOT_CONCLUDED.with())),
                recorded.resourceId());
    }

    private Provenance provenance(Row row, @Nullable String reason) {
        return new Provenance(actor, role, textOrNull(row, "source"), textOrNull(row, "note"), reason, batch);
    }

    private static @Nullable String textOrNull(Row row, String column) {
        String text = row.text(column);
        return text.isEmpty() ? null : text;
    }
}
