package org.preventionnetwork.registry.command.imports.rows;

import org.preventionnetwork.registry.api.editions.*;
import org.preventionnetwork.registry.api.facts.*;
import org.preventionnetwork.registry.api.initiatives.*;
import org.preventionnetwork.registry.api.institutions.*;
import org.preventionnetwork.registry.api.networks.*;
import org.preventionnetwork.registry.api.officials.*;
import org.preventionnetwork.registry.api.programmes.*;
import org.preventionnetwork.registry.api.seminars.*;
import org.preventionnetwork.registry.api.statements.*;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The command that corrects or annuls a fact, of whatever entity. */
public final class Amendments {
    private Amendments() {}

    static RegistryCommand correct(Fact fact, FactPatch patch, CorrectionKind kind) {
        EntityId entity = fact.entity();
        FactId id = fact.factId();
        return switch (entity.type()) {
            case PROGRAMME -> new ProgrammeCommand.CorrectFact((ProgrammeId) entity, id, patch, kind);
            case INSTITUTION -> new InstitutionCommand.CorrectFact((InstitutionId) entity, id, patch, kind);
            case SEMINAR -> new SeminarCommand.CorrectFact((SeminarId) entity, id, patch, kind);
            case OFFICIAL -> new OfficialCommand.CorrectFact((OfficialId) entity, id, patch, kind);
            case NETWORK -> new NetworkCommand.CorrectFact((NetworkId) entity, id, patch, kind);
            case INITIATIVE -> new InitiativeCommand.CorrectFact((InitiativeId) entity, id, patch, kind);
            case STATEMENT -> new StatementCommand.CorrectFact((StatementId) entity, id, patch, kind);
            case EDITION -> new EditionCommand.CorrectFact((EditionId) entity, id, patch, kind);
        };
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
        return switch (entity.type()) {
            case PROGRAMME -> new ProgrammeCommand.AnnulFact((ProgrammeId) entity, id, batch);
            case INSTITUTION -> new InstitutionCommand.AnnulFact((InstitutionId) entity, id, batch);
            case SEMINAR -> new SeminarCommand.AnnulFact((SeminarId) entity, id, batch);
            case OFFICIAL -> new OfficialCommand.AnnulFact((OfficialId) entity, id, batch);
            case NETWORK -> new NetworkCommand.AnnulFact((NetworkId) entity, id, batch);
            case INITIATIVE -> new InitiativeCommand.AnnulFact((InitiativeId) entity, id, batch);
            case STATEMENT -> new StatementCommand.AnnulFact((StatementId) entity, id, batch);
            case EDITION -> new EditionCommand.AnnulFact((EditionId) entity, id, batch);
        };
    }
}
