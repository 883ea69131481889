package org.preventionnetwork.registry.command.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;

/**
 * Refuses commands that refer to what was never recorded. The event store is asked, not a projection, so the answer is
 * never behind. What exists is remembered: events are not removed, so it exists for good.
 */
public final class ReferenceCheck implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final int REMEMBERED = 50_000;

    private final EventStore events;
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    public ReferenceCheck(EventStore events) {
        this.events = events;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof RegistryCommand command) {
            requireAll(command.references());
        }
        return chain.proceed();
    }

    /** The refusal tells of all that is missing, and names the first field. */
    private void requireAll(Map<String, List<EntityId>> references) {
        Map<String, String> missing = new LinkedHashMap<>();
        references.forEach((field, candidates) -> {
            if (candidates.stream().noneMatch(this::exists)) {
                missing.put(field, "no " + wanted(candidates) + " is recorded");
            }
        });
        if (!missing.isEmpty()) {
            throw new Refused(new Refusal(
                    RefusalCode.UNKNOWN_REFERENCE,
                    missing.values().stream().distinct().collect(Collectors.joining("; ")),
                    List.of(),
                    missing.keySet().iterator().next()));
        }
    }

    private static String wanted(List<EntityId> candidates) {
        return candidates.stream()
                .map(id -> id.type().prefix() + " '" + id.value() + "'")
                .collect(Collectors.joining(" or "));
    }

    private boolean exists(EntityId id) {
        String aggregateId = id.aggregateId();
        synchronized (known) {
            if (known.containsKey(aggregateId)) {
                return true;
            }
        }
        boolean exists = events.lastSequenceNumberFor(aggregateId).isPresent();
        if (exists) {
            synchronized (known) {
                known.put(aggregateId, true);
            }
        }
        return exists;
    }
}
