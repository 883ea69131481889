package org.preventionnetwork.registry.command.dispatch;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.Refused;

/**
 * Lets no command end without an event because of what a node remembers and another has changed meanwhile. Before it is
 * answered that there is nothing to record, or that it is refused, the store is asked whether the aggregate is as
 * remembered; where not, it is forgotten and the command decided anew. A command that records pays nothing: its events'
 * sequence numbers are taken if it was behind.
 */
public final class DecidedOnWhatIsThere implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore events;

    public DecidedOnWhatIsThere(EventStore events) {
        this.events = events;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        try {
            Object answer = chain.proceed();
            if (answer instanceof Recorded recorded && recorded.outcome() == Outcome.UNCHANGED) {
                requireCurrent(unit);
            }
            return answer;
        } catch (Refused refused) {
            requireCurrent(unit);
            throw refused;
        }
    }

    /** @throws ConcurrencyException which ends the unit of work and has its aggregates forgotten */
    private void requireCurrent(UnitOfWork<?> unit) {
        unit.resources().values().stream()
                .filter(Map.class::isInstance)
                .flatMap(resource -> ((Map<?, ?>) resource).values().stream())
                .filter(Aggregate.class::isInstance)
                .<Aggregate<?>>map(Aggregate.class::cast)
                // Asking the store adds to the resources.
                .toList()
                .forEach(this::requireCurrent);
    }

    private void requireCurrent(Aggregate<?> aggregate) {
        String id = aggregate.identifierAsString();
        @Nullable Long remembered = aggregate.version();
        if (id == null || remembered == null) {
            return;
        }
        long stored = events.lastSequenceNumberFor(id).orElse(-1L);
        if (stored > remembered) {
            throw new ConcurrencyException("remembered up to event " + remembered + ", stored up to " + stored);
        }
    }
}
