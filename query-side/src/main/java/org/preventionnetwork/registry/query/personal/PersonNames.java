package org.preventionnetwork.registry.query.personal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of those who are on a page, all at once; each that is opened is a view in the access log. */
@Component
public final class PersonNames {
    private static final String NAMES =
            """
            SELECT substr(o.entity, 10) AS id, o.full_name,
                   EXISTS (SELECT FROM read.official gone WHERE gone.entity = o.entity AND gone.erased
                           AND gone.known_until IS NULL) AS erased
            FROM read.official o
            WHERE o.entity = ANY (:entities) AND o.valid @> :day::date AND o.known @> :position::bigint
            """;

    private final JdbcClient jdbc;
    private final PersonalReader personal;

    PersonNames(@Qualifier("query") DataSource database, PersonalReader personal) {
        this.jdbc = JdbcClient.create(database);
        this.personal = personal;
    }

    /** @param erased then there is no name; there is none either of who is not known at that point */
    public record Person(@IdentifiesPerson String id, @IdentifiesPerson @Nullable String name, boolean erased) {}

    private record Row(String id, @Nullable String name, boolean erased) {}

    /**
     * By id, as they were called on the day; all that are asked for are in it.
     *
     * @throws IllegalStateException when there is no viewing
     */
    public Map<String, Person> of(Collection<String> officials, Clocks clocks) {
        List<Row> rows = jdbc.sql(NAMES)
                .param("entities", officials.stream().map("official:"::concat).toArray(String[]::new))
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> new Row(row.getString("id"), row.getString("full_name"), row.getBoolean("erased")))
                .list();
        personal.prepare(rows.stream()
                .filter(row -> !row.erased() && row.name() != null)
                .map(row -> new OfficialId(row.id()))
                .toList());
        Map<String, Person> persons = new HashMap<>();
        officials.forEach(id -> persons.put(id, new Person(id, null, false)));
        rows.forEach(row -> persons.put(row.id(), person(row)));
        return persons;
    }

    private Person person(Row row) {
        String name = row.erased() ? null : personal.read(row.name());
        return new Person(row.id(), name, row.erased() || row.name() != null && name == null);
    }
}
