package org.preventionnetwork.registry.command.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every body may say beside the command's own fields. {@link CommandReader#read} has checked it.
 *
 * @param source a citation: document, page, link
 * @param note a free remark
 * @param reason why
 */
public record Envelope(@Nullable String source, @Nullable String note, @Nullable String reason) {
    public static final int MAX_LENGTH = 4000;
    /** The names of the fields. */
    public static final List<String> FIELDS = List.of(Provenance.SOURCE, Provenance.NOTE, Provenance.REASON);

    public static Envelope of(ObjectNode body) {
        return new Envelope(text(body, Provenance.SOURCE), text(body, Provenance.NOTE), text(body, Provenance.REASON));
    }

    private static @Nullable String text(ObjectNode body, String field) {
        JsonNode value = body.get(field);
        return value == null || !value.isString() ? null : value.asString();
    }
}
