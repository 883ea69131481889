package org.preventionnetwork.registry.query.projection;

import java.util.Map;
import java.util.function.Consumer;

/** The events of single entities, as the event store has them. */
public interface EntityHistory {
    /**
     * @param before by entity the position before which its events are wanted
     * @param reader gets the events in the order of record
     */
    void read(Map<String, Long> before, Consumer<RecordedEvent> reader);
}
