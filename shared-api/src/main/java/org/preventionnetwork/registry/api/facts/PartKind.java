package org.preventionnetwork.registry.api.facts;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of part that entities have: something with an id of its own, whose facts belong together.
 *
 * @param idType the class of its ids
 * @param collection its name in addresses: {@code /api/networks/africa/memberships}
 * @param shown how people know it
 * @param correction what corrects such a part as a whole, or null where only its facts are corrected
 * @param opening the fact about a part before that begins this one, or null where parts do not follow each other
 * @param ends the facts after which it no longer holds, and the field that says from when on
 * @param passing facts about it that change none of what a correction of the whole is about
 */
public record PartKind(
        Class<? extends Record> idType,
        String collection,
        Shown shown,
        @Nullable WholeCorrection correction,
        @Nullable Opening opening,
        Map<Class<? extends Fact>, String> ends,
        Set<Class<? extends Fact>> passing) {
    public PartKind {
        ends = Map.copyOf(ends);
        passing = Set.copyOf(passing);
    }

    public PartKind(Class<? extends Record> idType, String collection, Shown shown) {
        this(idType, collection, shown, null, null, Map.of(), Set.of());
    }

    /** {@code membershipId}, in facts, commands and answers. */
    public String idField() {
        return EntityKind.fieldOf(idType);
    }

    /**
     * The next part is like the one before in whatever the fact does not say.
     *
     * @param field that names the next part
     */
    public record Opening(Class<? extends Fact> fact, String field) {}
}
