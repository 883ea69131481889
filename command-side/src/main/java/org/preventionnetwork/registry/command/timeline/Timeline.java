package org.preventionnetwork.registry.command.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.command.timeline.Violations.Violation;

/**
 * What an aggregate knows, and the one way in which it decides: a change is tried on the facts, the rules look at the
 * result, and only then is it recorded as events. So every aggregate accepts late and out-of-order recording, corrects
 * and annuls every fact, and records nothing for what it knows already.
 *
 * <p>Not thread-safe; an aggregate is used by one command at a time.
 */
public final class Timeline<F extends Fact> {
    private final EntityKind<F> kind;
    private final List<Rule<F>> rules;
    private final Consumer<RegistryEvent> apply;

    private final FactHistory<F> facts;
    private final Told<F> told;
    private final Map<FactId, Set<String>> sources = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    /** @param apply records an event and brings it back through {@link #on} at once */
    public Timeline(EntityKind<F> kind, List<Rule<F>> rules, Consumer<RegistryEvent> apply) {
        this.facts = new FactHistory<>(kind.facts());
        this.told = new Told<>(facts);
        this.kind = kind;
        this.rules = rules;
        this.apply = apply;
    }

    public FactHistory<F> facts() {
        return facts;
    }

    /** Events so far. */
    public long version() {
        return facts.events();
    }

    /** Events up to the last one that touched the subject. */
    public long versionOf(String subject) {
        return subject.isEmpty() ? version() : versions.getOrDefault(subject, version());
    }

    /**
     * A command about a single fact is about the part of the entity that the fact is about.
     *
     * @throws Refused when the command's subject changed since the expected version
     */
    public void requireVersion(RegistryCommand command, @Nullable Long expected) {
        String subject = subjectOf(command);
        if (expected != null && expected != versionOf(subject)) {
            throw new Refused(
                    RefusalCode.VERSION_MOVED_ON,
                    "expected version " + expected + ", but it is at version " + versionOf(subject));
        }
    }

    private String subjectOf(RegistryCommand command) {
        F fact = command instanceof CorrectsFact corrects
                ? facts.get(corrects.factId())
                : command instanceof AnnulsFact annuls ? facts.get(annuls.factId()) : null;
        return fact == null ? command.subject() : fact.subject();
    }

    public Recorded record(F fact, Provenance provenance) {
        return record(List.of(fact), provenance);
    }

    /**
     * Records what of this is not known yet, all or nothing.
     *
     * @return about the first fact
     * @throws Refused when the timeline would become certainly wrong
     */
    public Recorded record(List<F> wanted, Provenance provenance) {
        return record(
                wanted, wanted.stream().filter(fact -> !knows(fact, provenance)).toList(), provenance);
    }

    /**
     * Records a fact even when another said the same before: a value can hold again after a different one superseded
     * it. Only the very fact, by its id, is told twice. The caller has seen that it is not what holds already.
     */
    public Recorded recordAnew(F fact, Provenance provenance) {
        return record(List.of(fact), told.isToldById(fact) ? List.of() : List.of(fact), provenance);
    }

    private Recorded record(List<F> wanted, List<F> fresh, Provenance provenance) {
        boolean first = facts.isEmpty();
        for (F fact : fresh) {
            requireFreeId(fact);
        }
        checked(fresh, List.of(), violations -> refusal(violations, ids(fresh)));
        fresh.forEach(apply);
        boolean sourceAdded = addSources(wanted, fresh, provenance);
        F head = wanted.get(0);
        Outcome outcome = !fresh.isEmpty()
                ? (first ? Outcome.CREATED : Outcome.RECORDED)
                : sourceAdded ? Outcome.SOURCE_ADDED : Outcome.UNCHANGED;
        return answer(told.tellerOf(head), head.subject(), outcome);
    }

    /** The fact as it would be with these fields; nothing is recorded. */
    public F patched(F fact, FactPatch patch) {
        return FactPatching.apply(fact, patch);
    }

    public Recorded correct(CorrectsFact command, Provenance provenance) {
        F fact = require(command.factId());
        return revise(
                List.of(patched(fact, command.patch())), List.of(), List.of(), command.correctionKind(), provenance);
    }

    public Recorded annul(AnnulsFact command, Provenance provenance) {
        return annul(List.of(require(command.factId())), command.wholeBatch(), provenance);
    }

    /** Annuls facts, the newest first, all or none. */
    public Recorded annul(List<F> annulled, @Nullable BatchId wholeBatch, Provenance provenance) {
        requireReason(provenance);
        Set<FactId> ids = annulled.stream().map(Fact::factId).collect(Collectors.toSet());
        checked(List.of(), annulled, violations -> dependents(violations, ids));
        for (int i = annulled.size() - 1; i >= 0; i--) {
            apply.accept(kind.annulled(annulled.get(i), wholeBatch));
        }
        return answer(annulled.get(0).factId(), annulled.get(0).subject(), Outcome.RECORDED);
    }

    /** One correction that touches several facts: some replaced, some annulled, some recorded for the first time. */
    public Recorded revise(
            List<F> replaced, List<F> annulled, List<F> added, CorrectionKind why, Provenance provenance) {
        requireReason(provenance);
        added.forEach(this::requireFreeId);
        List<F> changed = replaced.stream()
                .filter(fact -> !Content.of(fact).equals(Content.of(require(fact.factId()))))
                .toList();
        if (changed.isEmpty() && annulled.isEmpty() && added.isEmpty()) {
            F head = replaced.get(0);
            boolean sourceAdded = addSources(replaced, List.of(), provenance);
            return answer(head.factId(), head.subject(), sourceAdded ? Outcome.SOURCE_ADDED : Outcome.UNCHANGED);
        }
        List<F> put = new ArrayList<>(changed);
        put.addAll(added);
        checked(put, annulled, violations -> refusal(violations, ids(put)));
        changed.forEach(fact -> apply.accept(kind.corrected(fact, why)));
        annulled.forEach(fact -> apply.accept(kind.takenBack(fact, why)));
        added.forEach(apply);
        F head = !changed.isEmpty() ? changed.get(0) : !annulled.isEmpty() ? annulled.get(0) : added.get(0);
        return answer(head.factId(), head.subject(), Outcome.RECORDED);
    }

    /** @throws Refused when the fact does not exist, or is annulled */
    public F require(FactId factId) {
        F fact = facts.get(factId);
        if (fact == null) {
            throw facts.isAnnulled(factId)
                    ? new Refused(RefusalCode.ALREADY_ANNULLED, "the fact '" + factId + "' is annulled already")
                    : new Refused(RefusalCode.UNKNOWN_FACT, "no fact '" + factId + "' holds here");
        }
        return fact;
    }

    /** Brings an event into the timeline; never decides. */
    public void on(RegistryEvent event, Provenance provenance) {
        FactId id = event.factId();
        F before = facts.get(id);
        facts.apply(event, provenance.source());
        F after = facts.get(id);
        if (after == null) {
            told.annulled(
                    Objects.requireNonNull(before),
                    event instanceof Annulment annulment && annulment.wholeBatch() != null);
            sources.remove(id);
        } else if (event instanceof Fact) {
            told.recorded(after);
        } else if (event instanceof Correction) {
            told.corrected(Objects.requireNonNull(before), after);
        }
        if (provenance.source() != null && after != null) {
            sources.computeIfAbsent(id, fact -> new HashSet<>()).add(provenance.source());
        }
        String subject = (after == null ? Objects.requireNonNull(before) : after).subject();
        if (!subject.isEmpty()) {
            versions.put(subject, version());
        }
    }

    /** Whether recording it would record nothing; its content, or its content before a correction, is there already. */
    public boolean knows(F fact, Provenance provenance) {
        return told.isKnown(fact, provenance.batch() != null);
    }

    private void requireFreeId(F fact) {
        F other = facts.get(fact.factId());
        if (other != null) {
            throw new Refused(new Refusal(
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                    "the fact id '" + fact.factId() + "' is in use for something else; correct that fact instead",
                    List.of(fact.factId()),
                    "factId"));
        }
    }

    private boolean addSources(List<F> wanted, List<F> fresh, Provenance provenance) {
        String source = provenance.source();
        if (source == null) {
            return false;
        }
        boolean added = false;
        Set<FactId> recorded = fresh.stream().map(Fact::factId).collect(Collectors.toSet());
        for (F fact : wanted) {
            FactId known = recorded.contains(fact.factId()) ? null : told.holderOf(fact);
            if (known != null && !sources.getOrDefault(known, Set.of()).contains(source)) {
                apply.accept(kind.sourceAdded(require(known)));
                added = true;
            }
        }
        return added;
    }

    private Recorded answer(FactId factId, String subject, Outcome outcome) {
        return new Recorded(factId, versionOf(subject), outcome, subject.isEmpty() ? null : subject, null);
    }

    /** @throws Refused when nobody says why */
    public static void requireReason(Provenance provenance) {
        if (provenance.reason() == null || provenance.reason().isBlank()) {
            throw new Refused(new Refusal(
                    RefusalCode.REASON_REQUIRED,
                    "say why: corrections, annulments, merges and erasures need a reason",
                    List.of(),
                    "reason"));
        }
    }

    /** Tries the change and asks the rules; what was wrong before is not held against it. */
    private void checked(List<F> put, List<F> removed, Function<List<Violation>, Refused> refusal) {
        if (put.isEmpty() && removed.isEmpty()) {
            return;
        }
        Set<String> touched = new LinkedHashSet<>();
        removed.forEach(fact -> touched.add(fact.subject()));
        put.forEach(fact -> touched.add(fact.subject()));
        List<Violation> violations = facts.supposing(put, removed, () -> violations(touched));
        if (!violations.isEmpty()) {
            List<Violation> earlier = violations(touched);
            List<Violation> added =
                    violations.stream().filter(v -> !earlier.contains(v)).toList();
            if (!added.isEmpty()) {
                throw refusal.apply(added);
            }
        }
    }

    private List<Violation> violations(Set<String> touched) {
        Violations violations = new Violations();
        rules.forEach(rule -> rule.check(facts, touched, violations));
        return violations.found();
    }

    /** A refusal names the facts that stand against a change, not those that it would have recorded. */
    private Set<FactId> ids(List<F> tried) {
        return tried.stream().map(Fact::factId).collect(Collectors.toSet());
    }

    private static Refused refusal(List<Violation> violations, Set<FactId> own) {
        Violation first = violations.get(0);
        return new Refused(new Refusal(first.code(), first.detail(), others(violations, own), null));
    }

    private static Refused dependents(List<Violation> violations, Set<FactId> own) {
        return new Refused(new Refusal(
                RefusalCode.FACTS_DEPEND_ON_IT,
                "other facts depend on it: " + violations.get(0).detail(),
                others(violations, own),
                null));
    }

    private static List<FactId> others(List<Violation> violations, Set<FactId> own) {
        return violations.stream()
                .flatMap(violation -> violation.facts().stream())
                .filter(id -> !own.contains(id))
                .distinct()
                .toList();
    }
}
