package org.preventionnetwork.registry.command.imports.rows;

import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The command that corrects or annuls a fact, of whatever entity. */
public final class Amendments {
    private Amendments() {}

    static RegistryCommand correct(Fact fact, FactPatch patch, CorrectionKind kind) {
        return EntityKinds.of(fact.entity().type()).correct(fact.entity(), fact.factId(), patch, kind);
    }

    /** Takes a correction back: every field is what it was before. */
    public static RegistryCommand undo(Fact before, Fact corrected) {
        ObjectNode was = RegistryJson.mapper().valueToTree(before);
        ObjectNode is = RegistryJson.mapper().valueToTree(corrected);
        ObjectNode patch = RegistryJson.mapper().createObjectNode();
        for (String field : is.propertyNames()) {
            if (!is.get(field).equals(was.get(field))) {
                patch.set(field, was.has(field) ? text(was.get(field)) : NullNode.getInstance());
            }
        }
        return correct(corrected, new FactPatch(patch), CorrectionKind.CLERICAL_ERROR);
    }

    /** Personal data is corrected as bare text. */
    private static JsonNode text(JsonNode value) {
        return value.isObject() && value.has("scheme") ? value.get("value") : value;
    }

    public static RegistryCommand annul(EntityId entity, FactId id, BatchId batch) {
        return EntityKinds.of(entity.type()).annul(entity, id, batch);
    }
}
