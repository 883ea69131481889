package org.preventionnetwork.registry.command.imports.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.imports.rehearsal.Rehearsal;
import org.preventionnetwork.registry.command.imports.rows.Amendments;
import org.preventionnetwork.registry.command.rehearsal.AggregateTypes;
import org.preventionnetwork.registry.command.rehearsal.ScratchFiles;

/**
 * Takes a whole import back: the newest fact first, and only when nothing that others recorded depends on any of it,
 * which is rehearsed before. Interrupted, it can be asked for again.
 */
final class BatchAnnulment {
    private final Runs runs;
    private final Commands commands;
    private final EventStore events;
    private final AggregateTypes aggregates;
    private final ScratchFiles files;
    private final SamePersons persons;

    BatchAnnulment(
            Runs runs,
            Commands commands,
            EventStore events,
            AggregateTypes aggregates,
            ScratchFiles files,
            SamePersons persons) {
        this.runs = runs;
        this.commands = commands;
        this.events = events;
        this.aggregates = aggregates;
        this.files = files;
        this.persons = persons;
    }

    /** What takes one event of the batch back. */
    private record Step(java.time.Instant at, long sequence, RegistryCommand command) {}

    /**
     * @param scopes what the sender's recording is limited to; empty for no limit
     * @throws Refused listing the facts that depend on it, or because something of it is beyond the limit; then nothing
     *     was changed, unless others recorded what depends on it at the same moment, which the detail says
     */
    void annul(String batch, Provenance provenance, Set<String> scopes) {
        List<Step> steps = new ArrayList<>();
        for (String aggregateId : runs.touched(batch)) {
            collect(aggregateId, new BatchId(batch), steps);
        }
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::sequence).reversed());
        if (steps.isEmpty() && !scopes.isEmpty()) {
            throw new Refused(
                    RefusalCode.OUT_OF_SCOPE, "nothing is left of this import that is within this account's limits");
        }
        rehearse(steps, provenance, scopes);
        LiveRegistry registry = new LiveRegistry(commands, events, () -> rehearsal(scopes), scopes);
        for (int done = 0; done < steps.size(); done++) {
            take(steps.get(done), done, registry, provenance);
        }
        runs.annulled(batch);
    }

    /** What was recorded since the rehearsal may stand against it; then what was taken back before is. */
    private static void take(Step step, int done, LiveRegistry registry, Provenance provenance) {
        try {
            registry.send(step.command(), provenance);
        } catch (Refused refused) {
            if (done == 0) {
                throw refused;
            }
            Refusal why = refused.refusal();
            throw new Refused(new Refusal(
                    why.code(),
                    "others recorded something meanwhile, so only the latest part of the import is annulled; ask for it"
                            + " again for the rest: " + why.detail(),
                    why.facts(),
                    why.field()));
        }
    }

    private Rehearsal rehearsal(Set<String> scopes) {
        return new Rehearsal(events, aggregates.types(), files, persons, scopes);
    }

    private void rehearse(List<Step> steps, Provenance provenance, Set<String> scopes) {
        Set<FactId> dependents = new LinkedHashSet<>();
        Set<String> details = new LinkedHashSet<>();
        try (Rehearsal rehearsal = rehearsal(scopes)) {
            for (Step step : steps) {
                try {
                    rehearsal.send(step.command(), provenance);
                } catch (Refused refused) {
                    if (refused.code() == RefusalCode.OUT_OF_SCOPE) {
                        throw new Refused(
                                RefusalCode.OUT_OF_SCOPE,
                                "the import recorded what does not belong to this account's networks and programmes, so"
                                        + " nothing was annulled");
                    }
                    dependents.addAll(refused.refusal().facts());
                    details.add(step.command().entity().aggregateId() + ": "
                            + refused.refusal().detail());
                }
            }
        }
        if (!details.isEmpty()) {
            String shown = String.join("; ", details.stream().limit(20).toList());
            throw new Refused(new Refusal(
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "later facts depend on this import, so nothing was annulled: " + shown,
                    List.copyOf(dependents),
                    null));
        }
    }

    private void collect(String aggregateId, BatchId batch, List<Step> steps) {
        Map<FactId, Fact> holding = new HashMap<>();
        Map<FactId, DomainEventMessage<?>> own = new HashMap<>();
        List<Revision> revisions = new ArrayList<>();
        DomainEventStream stream = events.readEvents(aggregateId);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            RegistryEvent event = (RegistryEvent) message.getPayload();
            boolean ofBatch = batch.value().equals(message.getMetaData().get(Provenance.BATCH));
            if (event instanceof Fact fact) {
                holding.put(fact.factId(), fact);
                own.remove(fact.factId());
                if (ofBatch) {
                    own.put(fact.factId(), message);
                }
            } else if (event instanceof Correction correction) {
                Fact before = holding.put(event.factId(), correction.replacement());
                if (ofBatch && before != null && !own.containsKey(event.factId())) {
                    revisions.add(new Revision(message, before, correction.replacement()));
                }
            } else if (event instanceof org.preventionnetwork.registry.api.facts.Annulment) {
                holding.remove(event.factId());
                own.remove(event.factId());
            }
        }
        Stream.concat(
                        own.entrySet().stream()
                                .map(entry -> step(
                                        entry.getValue(),
                                        Amendments.annul(
                                                ((RegistryEvent)
                                                                entry.getValue().getPayload())
                                                        .entity(),
                                                entry.getKey(),
                                                batch))),
                        revisions.stream()
                                .filter(revision -> revision.filled()
                                        .equals(holding.get(revision.before().factId())))
                                .map(revision -> step(
                                        revision.message(), Amendments.undo(revision.before(), revision.filled()))))
                .forEach(steps::add);
    }

    /** Cells that the import filled in, in a fact that others had recorded. */
    private record Revision(DomainEventMessage<?> message, Fact before, Fact filled) {}

    private static Step step(DomainEventMessage<?> message, RegistryCommand command) {
        return new Step(message.getTimestamp(), message.getSequenceNumber(), command);
    }
}
