package org.preventionnetwork.registry.command.imports.runs;

import java.util.Optional;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.imports.rows.RowTeller;

/** Which kind of entity the rows of a file are about: the first column is called like it. */
final class Entities {
    private Entities() {}

    static EntityType of(FileKind kind) {
        return EntityType.ofPrefix(kind.entityColumn());
    }

    /** The id in the event store, unless the cell is no id. */
    static Optional<String> aggregateId(Row row) {
        String id = RowTeller.entity(row);
        try {
            return Optional.of(of(row.kind()).prefix() + ":" + Slug.require(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
