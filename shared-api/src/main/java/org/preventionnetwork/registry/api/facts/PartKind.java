package org.preventionnetwork.registry.api.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of part that entities have: something with an id of its own, whose facts belong together.
 *
 * @param idType the class of its ids
 * @param collection its name in addresses: {@code /api/networks/africa/memberships}
 * @param correction what corrects such a part as a whole, or null where only its facts are corrected
 * @param ends the facts after which it no longer holds, and the field that says from when on
 * @param passing facts about it that change none of what a correction of the whole is about
 */
public record PartKind(
        Class<? extends Record> idType,
        String collection,
        @Nullable WholeCorrection correction,
        Map<Class<? extends Fact>, String> ends,
        Set<Class<? extends Fact>> passing) {
    public PartKind {
        ends = Map.copyOf(ends);
        passing = Set.copyOf(passing);
    }

    public PartKind(Class<? extends Record> idType, String collection) {
        this(idType, collection, null, Map.of(), Set.of());
    }

    /** {@code membershipId}, in facts, commands and answers. */
    public String idField() {
        return EntityKind.fieldOf(idType);
    }

    /**
     * @param command that corrects it
     * @param recordedBy the command whose fields it takes
     * @param fields these of them
     * @param endable whether it takes an {@code until} as well
     */
    public record WholeCorrection(
            Class<? extends CarriesPatch> command,
            Class<? extends RegistryCommand> recordedBy,
            List<String> fields,
            boolean endable) {
        public WholeCorrection {
            fields = List.copyOf(fields);
        }
    }
}
