package org.preventionnetwork.registry.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.preventionnetwork.registry.api.facts.Provenance;

/**
 * Copies who recorded something, on what source and why, from the command to its events. What else a command's metadata
 * holds, such as the expected version, is about the command alone.
 */
public final class ProvenanceCorrelation implements CorrelationDataProvider {
    private static final List<String> KEYS = List.of(
            Provenance.ACTOR, Provenance.ROLE, Provenance.SOURCE, Provenance.NOTE, Provenance.REASON, Provenance.BATCH);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> provenance = new HashMap<>();
        for (String key : KEYS) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                provenance.put(key, value);
            }
        }
        return provenance;
    }
}
