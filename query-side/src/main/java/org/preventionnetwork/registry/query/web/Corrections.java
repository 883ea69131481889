package org.preventionnetwork.registry.query.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Set<String> expected = new LinkedHashSet<>();

    Corrections(JdbcClient jdbc, Clocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /** @param source of the correction; null where it gave none of its own */
    public record Correction(String factId, String subject, @Nullable String source) {}

    /**
     * What rows are of, so that it is read at once for all of them; a table whose rows are of many calls it before them.
     *
     * @param entities the stored ids
     * @return how many are to be read
     */
    public int expect(Collection<? extends @Nullable String> entities) {
        for (String entity : entities) {
            if (entity != null && !known.containsKey(entity)) {
                expected.add(entity);
            }
        }
        return expected.size();
    }

    /**
     * The last correction of the fact that a row cites, or of any about the part where the row is of the part and cites
     * no fact.
     *
     * @param entity the stored id
     * @param subject the part, or null
     * @return null where nothing was corrected
     */
    public @Nullable Correction of(String entity, @Nullable String subject, @Nullable String factId) {
        if (!known.containsKey(entity)) {
            expected.add(entity);
            read();
        }
        Correction last = null;
        for (Correction one : known.getOrDefault(entity, List.of())) {
            boolean isOfRow = factId == null
                    ? subject != null && !subject.isEmpty() && one.subject().equals(subject)
                    : one.factId().equals(factId);
            if (isOfRow) {
                last = one;
            }
        }
        return last;
    }

    private void read() {
        expected.forEach(entity -> known.put(entity, new ArrayList<>()));
        jdbc.sql(
                        """
                        SELECT entity, fact_id, subject, source FROM read.history
                        WHERE entity = ANY (:entities) AND correction_kind IS NOT NULL AND known_from <= :position
                        ORDER BY known_from
                        """)
                .param("entities", expected.toArray(String[]::new))
                .param("position", clocks.position())
                .query(row -> {
                    Objects.requireNonNull(known.get(row.getString("entity")))
                            .add(new Correction(
                                    row.getString("fact_id"), row.getString("subject"), row.getString("source")));
                });
        expected.clear();
    }
}
