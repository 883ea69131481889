package org.preventionnetwork.registry.query.personal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.preventionnetwork.registry.personal.Searchable;
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
            SELECT substr(o.entity, 10) AS id, o.full_name, o.state,
                   EXISTS (SELECT FROM read.official gone WHERE gone.entity = o.entity AND gone.erased
                           AND gone.known_until IS NULL) AS erased
            FROM read.official o
            WHERE o.entity = ANY (:entities) AND o.valid @> :day::date AND o.known @> :position::bigint
            """;

    private static final int MOST_OPENED = 10_000;

    private final JdbcClient jdbc;
    private final PersonalReader personal;
    private final BlindIndex index;

    PersonNames(@Qualifier("query") DataSource database, PersonalReader personal, BlindIndex index) {
        this.jdbc = JdbcClient.create(database);
        this.personal = personal;
        this.index = index;
    }

    /** @param erased then there is no name; there is none either of who is not known at that point */
    public record Person(
            @IdentifiesPerson String id,
            @IdentifiesPerson @Nullable String name,
            @Nullable String state,
            boolean erased) {}

    private record Row(String id, @Nullable String name, @Nullable String state, boolean erased) {}

    /**
     * By id, as they were called on the day; all that are asked for are in it.
     *
     * @throws IllegalStateException when there is no viewing
     */
    public Map<String, Person> of(Collection<String> officials, Clocks clocks) {
        List<Row> rows = rows(officials, clocks);
        Map<String, Person> persons = new HashMap<>();
        officials.forEach(id -> persons.put(id, new Person(id, null, null, false)));
        rows.forEach(row -> persons.put(row.id(), person(row)));
        return persons;
    }

    /**
     * Which of them are looked for by these words, of which the name must have each, in any order and whatever its case;
     * the names are looked at and not shown.
     *
     * @param said what else of one is looked through
     */
    public List<String> found(Collection<String> officials, String words, UnaryOperator<String> said, Clocks clocks) {
        Map<String, String> known = new HashMap<>();
        rows(officials, clocks).forEach(row -> {
            String name = row.erased() ? null : personal.unshown(row.name());
            if (name != null) {
                known.put(row.id(), name);
            }
        });
        String[] asked = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return officials.stream()
                .distinct()
                .filter(id -> {
                    String all = (known.getOrDefault(id, "") + " " + said.apply(id)).toLowerCase(Locale.ROOT);
                    return Arrays.stream(asked).allMatch(all::contains);
                })
                .toList();
    }

    /**
     * Those whose names have each of these words, the last of which may be its beginning only; the names are looked at and
     * not shown. Where there are too many to look at, the last word must be whole, too.
     */
    public List<String> beginning(String words, int most, Clocks clocks) {
        List<String> asked = Searchable.words(words);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<String> whole = asked.subList(0, asked.size() - 1);
        String last = asked.get(asked.size() - 1);
        List<String> candidates = whole.isEmpty() ? everybody(clocks) : indexed(String.join(" ", whole));
        if (candidates.size() > MOST_OPENED) {
            candidates = indexed(words);
        }
        Map<String, List<String>> known = new HashMap<>();
        rows(candidates, clocks).forEach(row -> {
            String name = row.erased() ? null : personal.unshown(row.name());
            if (name != null) {
                known.put(row.id(), Searchable.words(name));
            }
        });
        return candidates.stream()
                .filter(id -> {
                    List<String> name = known.getOrDefault(id, List.of());
                    return name.containsAll(whole) && name.stream().anyMatch(word -> word.startsWith(last));
                })
                .sorted(Comparator.comparing((String id) ->
                                !known.getOrDefault(id, List.of()).contains(last))
                        .thenComparing(id -> String.join(" ", known.getOrDefault(id, List.of())))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private List<String> everybody(Clocks clocks) {
        return jdbc.sql("SELECT substr(entity, 10) FROM read.official WHERE valid @> :day::date"
                        + " AND known @> :position::bigint AND NOT erased LIMIT " + (MOST_OPENED + 1))
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query(String.class)
                .list();
    }

    private List<String> indexed(String words) {
        return index.find(words).stream().map(OfficialId::value).toList();
    }

    private List<Row> rows(Collection<String> officials, Clocks clocks) {
        List<Row> rows = jdbc.sql(NAMES)
                .param("entities", officials.stream().map("official:"::concat).toArray(String[]::new))
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> new Row(
                        row.getString("id"),
                        row.getString("full_name"),
                        row.getString("state"),
                        row.getBoolean("erased")))
                .list();
        personal.prepare(rows.stream()
                .filter(row -> !row.erased() && row.name() != null)
                .map(row -> new OfficialId(row.id()))
                .toList());
        return rows;
    }

    private Person person(Row row) {
        String name = row.erased() ? null : personal.read(row.name());
        return new Person(row.id(), name, row.state(), row.erased() || row.name() != null && name == null);
    }
}
