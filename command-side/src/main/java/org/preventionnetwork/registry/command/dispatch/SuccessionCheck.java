package org.preventionnetwork.registry.command.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.CorrectFact;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.SucceedInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionSucceeded;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what would make an institution its own successor by way of others, as it is told or as it is corrected, and a
 * correction that names what is not recorded. One such command at a time, under the lock that merges take too, so no two
 * make a circle together.
 */
public final class SuccessionCheck implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore events;
    private final MergeLock lock;

    public SuccessionCheck(EventStore events, MergeLock lock) {
        this.events = events;
        this.lock = lock;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof InstitutionCommand command) {
            InstitutionId by = successor(command);
            if (by != null && !by.equals(command.institutionId())) {
                requireKnown(by);
                lock.hold(unitOfWork);
                requireNoCircle(command.institutionId(), by);
            }
        }
        return chain.proceed();
    }

    private static @Nullable InstitutionId successor(InstitutionCommand command) {
        if (command instanceof SucceedInstitution succeed) {
            return succeed.by();
        }
        JsonNode by = command instanceof CorrectFact correct
                ? correct.patch().fields().get("by")
                : null;
        return by != null && by.isString() && by.asString().matches(Slug.PATTERN)
                ? new InstitutionId(by.asString())
                : null;
    }

    private void requireKnown(InstitutionId by) {
        if (events.lastSequenceNumberFor(by.aggregateId()).isEmpty()) {
            throw new Refused(new Refusal(
                    RefusalCode.UNKNOWN_REFERENCE, "no institution '" + by + "' is recorded", List.of(), "by"));
        }
    }

    private void requireNoCircle(InstitutionId institution, InstitutionId by) {
        Set<InstitutionId> passed = new HashSet<>();
        Optional<InstitutionSucceeded> next = succeeded(by);
        while (next.isPresent() && passed.add(next.get().by())) {
            if (next.get().by().equals(institution)) {
                throw new Refused(new Refusal(
                        RefusalCode.STEP_NOT_POSSIBLE,
                        "'" + by + "' is itself succeeded by '" + institution
                                + "', directly or by way of others: that would be a circle",
                        List.of(),
                        "by"));
            }
            next = succeeded(next.get().by());
        }
    }

    private Optional<InstitutionSucceeded> succeeded(InstitutionId institution) {
        return RecordedFacts.of(institution, events).only(InstitutionSucceeded.class);
    }
}
