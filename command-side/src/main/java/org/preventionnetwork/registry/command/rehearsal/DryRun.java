package org.preventionnetwork.registry.command.rehearsal;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.preventionnetwork.registry.api.facts.Recorded;

/**
 * What a command would have recorded.
 *
 * @param recorded the answer that it would have got
 * @param events with their metadata, in order; personal data in them is readable
 */
public record DryRun(Recorded recorded, List<DomainEventMessage<?>> events) {
    public DryRun {
        events = List.copyOf(events);
    }
}
