package org.preventionnetwork.registry.command.dispatch;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.CorrectFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import tools.jackson.databind.JsonNode;

/**
 * Refuses whatever would merge a record into itself by way of others: a merge, the correction of one, and the annulment
 * of an unmerge; and whatever would have one who is erased, or registered by mistake, stand for another. The event store is asked, and {@link MergeLock one command at a time}, so no two make a circle together.
 * A circle that is there already can be undone, and keeps nobody else from merging.
 */
public final class MergeCheck implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore events;
    private final MergeLock lock;
    private final Standings standings;

    public MergeCheck(EventStore events, MergeLock lock) {
        this.events = events;
        this.standings = new Standings(events);
        this.lock = lock;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof OfficialCommand command && mayMerge(command)) {
            requireKnown(command);
            lock.hold(unitOfWork);
            requireNoWrongEnd(command);
        }
        return chain.proceed();
    }

    /** What kind of fact an id names never changes, so that can be found out before anybody waits. */
    private boolean mayMerge(OfficialCommand command) {
        return command instanceof MergeOfficial
                || (command instanceof AnnulFact annul
                        && steps(annul.officialId()).get(annul.factId()) instanceof OfficialsUnmerged)
                || (command instanceof CorrectFact correct
                        && correct.patch().fields().has("into"));
    }

    /** A correction brings its own references, unlike a merge. */
    private void requireKnown(OfficialCommand command) {
        JsonNode into = command instanceof CorrectFact correct
                ? correct.patch().fields().get("into")
                : null;
        if (into != null
                && into.isString()
                && into.asString().matches(Slug.PATTERN)
                && events.lastSequenceNumberFor(new OfficialId(into.asString()).aggregateId())
                        .isEmpty()) {
            throw new Refused(new Refusal(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "no official '" + into.asString() + "' is recorded",
                    List.of(),
                    "into"));
        }
    }

    /** Who stands for a person is neither the record itself again, nor erased, nor registered by mistake. */
    private void requireNoWrongEnd(OfficialCommand command) {
        Map<FactId, Fact> steps = steps(command.officialId());
        @Nullable OfficialId now = last(steps);
        @Nullable OfficialId then = afterwards(command, steps, now);
        if (then == null || then.equals(now) || then.equals(command.officialId())) {
            return;
        }
        Set<OfficialId> passed = new HashSet<>();
        for (@Nullable OfficialId next = then; next != null && passed.add(next); next = last(steps(next))) {
            if (next.equals(command.officialId())) {
                throw new Refused(
                        RefusalCode.MERGE_NOT_POSSIBLE,
                        "'" + then + "' is itself merged into '" + command.officialId()
                                + "', directly or by way of others: that would be a circle");
            }
            Refused refused = standings.refusal(next, command instanceof AnnulFact ? null : "into");
            if (refused != null) {
                throw refused;
            }
        }
    }

    private static @Nullable OfficialId afterwards(
            OfficialCommand command, Map<FactId, Fact> steps, @Nullable OfficialId now) {
        if (command instanceof MergeOfficial merge) {
            return steps.containsKey(merge.factId()) ? now : merge.into();
        }
        if (command instanceof CorrectFact correct) {
            JsonNode into = correct.patch().fields().get("into");
            boolean isLast = steps.keySet().stream()
                    .reduce((first, second) -> second)
                    .filter(correct.factId()::equals)
                    .isPresent();
            return isLast && into != null && into.isString() && into.asString().matches(Slug.PATTERN)
                    ? new OfficialId(into.asString())
                    : now;
        }
        if (command instanceof AnnulFact annul) {
            Map<FactId, Fact> without = new LinkedHashMap<>(steps);
            without.remove(annul.factId());
            return last(without);
        }
        return now;
    }

    /** Merges and unmerges that hold, in the order of their first recording. */
    private Map<FactId, Fact> steps(OfficialId official) {
        return steps(events, official);
    }

    /** Into which other record this one is merged by what is recorded, or null. */
    static @Nullable OfficialId into(EventStore events, OfficialId official) {
        return last(steps(events, official));
    }

    private static Map<FactId, Fact> steps(EventStore events, OfficialId official) {
        Map<FactId, Fact> steps = new LinkedHashMap<>();
        RecordedFacts.of(official, events).all().stream()
                .filter(fact -> fact instanceof OfficialsMerged || fact instanceof OfficialsUnmerged)
                .forEach(fact -> steps.put(fact.factId(), fact));
        return steps;
    }

    private static @Nullable OfficialId last(Map<FactId, Fact> steps) {
        @Nullable OfficialId into = null;
        for (Fact step : steps.values()) {
            into = step instanceof OfficialsMerged merged ? merged.into() : null;
        }
        return into;
    }
}
