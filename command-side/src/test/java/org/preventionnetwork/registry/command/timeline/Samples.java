package org.preventionnetwork.registry.command.timeline;

import java.util.Map;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.node.ObjectNode;

/** Short ways to write down what every aggregate's tests need. */
public final class Samples {
    /** The metadata of a command that says why. */
    public static final Map<String, Object> WHY =
            Map.of("actor", "local", "role", "SECRETARIAT", "reason", "read again");

    private Samples() {}

    public static FactId fact(String id) {
        return new FactId(id);
    }

    public static HistoricalDate date(String edtf) {
        return HistoricalDate.parse(edtf);
    }

    public static FactPatch patch(String json) {
        return new FactPatch((ObjectNode) RegistryJson.mapper().readTree(json));
    }
}
