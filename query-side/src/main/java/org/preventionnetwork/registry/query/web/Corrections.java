package org.preventionnetwork.registry.query.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of that which a page cites was corrected, as known at the page's position; templates find it as {@code
 * corrections}.
 */
public final class Corrections {
    private final JdbcClient jdbc;
    private final Clocks clocks;
    private final Map<String, List<Correction>> known = new HashMap<>();

    Corrections(JdbcClient jdbc, Clocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /** @param source of the correction; null where it gave none of its own */
    public record Correction(String factId, String subject, @Nullable String source) {}

    /**
     * The last correction of a fact, or of any about the same part of the entity.
     *
     * @param entity the stored id
     * @param subject the part, or null
     * @return null where nothing was corrected
     */
    public @Nullable Correction of(String entity, @Nullable String subject, @Nullable String factId) {
        Correction last = null;
        for (Correction one : known.computeIfAbsent(entity, this::read)) {
            boolean ofPart =
                    subject != null && !subject.isEmpty() && one.subject().equals(subject);
            if (ofPart || one.factId().equals(factId)) {
                last = one;
            }
        }
        return last;
    }

    private List<Correction> read(String entity) {
        return jdbc.sql(
                        """
                        SELECT fact_id, subject, source FROM read.history
                        WHERE entity = :entity AND correction_kind IS NOT NULL AND known_from <= :position
                        ORDER BY known_from
                        """)
                .param("entity", entity)
                .param("position", clocks.position())
                .query((row, n) ->
                        new Correction(row.getString("fact_id"), row.getString("subject"), row.getString("source")))
                .list();
    }
}
