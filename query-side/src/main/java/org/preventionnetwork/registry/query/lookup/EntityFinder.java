package org.preventionnetwork.registry.query.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.Shown;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.names.AnyName;
import org.preventionnetwork.registry.query.personal.PersonNames;
import org.preventionnetwork.registry.query.personal.PersonNames.Person;
import org.preventionnetwork.registry.query.web.Wording;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what is recorded by its name, as known now, for who fills in a form. Persons are looked for by the officials' own
 * search; those to whom an enrolment or a seat belongs are named, and accounted for.
 */
@Component
public class EntityFinder {
    private static final int MOST = 20;

    /** An id to fill in, what it means, and what tells it from others of the same name. */
    public record Found(String id, String label, String detail) {}

    private static final String FIND =
            """
            SELECT * FROM (SELECT DISTINCT ON (id) * FROM (%s WHERE upper_inf(known) %s) known
                           ORDER BY id, lower(valid) DESC NULLS LAST) latest
            WHERE (id || ' ' || label || ' ' || detail || ' ' || others) ILIKE :words ORDER BY label, id LIMIT %d
            """;

    /** By which name the texts know the constants that stand in a label or a detail. */
    private static final Map<String, String> CONSTANTS =
            Map.of("memberships", "membershipKind", "enrollments", "enrollmentStatus", "statements", "metric");

    private static final String ALL_PARTS =
            """
            SELECT * FROM (SELECT DISTINCT ON (id) * FROM (%s WHERE upper_inf(known) AND entity = :of) known
                           ORDER BY id, lower(valid) DESC NULLS LAST) latest
            WHERE :id::text IS NULL OR id = :id ORDER BY label, id
            """;

    private final JdbcClient jdbc;
    private final PersonNames persons;

    EntityFinder(@Qualifier("query") DataSource database, PersonNames persons) {
        this.jdbc = JdbcClient.create(database);
        this.persons = persons;
    }

    private record Part(String id, String label, String detail, @Nullable String official) {}

    /**
     * @param kind a collection, {@code scopes}, or a kind of part such as {@code memberships}
     * @param of the stored id of the entity whose parts are looked for, or null
     * @param clocks where those are named to whom a part belongs
     * @return empty for a kind that is not looked for here
     */
    public List<Found> find(String kind, @Nullable String of, String words, Clocks clocks, Wording say) {
        if (kind.equals("scopes")) {
            return Stream.of("networks", "programmes")
                    .flatMap(one -> find(one, null, words, clocks, say).stream()
                            .map(found -> new Found(
                                    one.substring(0, one.length() - 1) + ":" + found.id(),
                                    found.label(),
                                    say.constant("entityType", one.substring(0, one.length() - 1)))))
                    .toList();
        }
        Optional<Shown> entities = EntityType.ofCollection(kind)
                .flatMap(type -> Optional.ofNullable(EntityKinds.of(type).shown()));
        Optional<PartKind> parts = part(kind);
        if (entities.isEmpty() && (parts.isEmpty() || of == null)) {
            return List.of();
        }
        if (of != null && parts.filter(part -> part.shown().ofOfficials()).isPresent()) {
            return ofOfficials(kind, of, words, clocks, say);
        }
        String rows = entities.map(EntityFinder::select)
                .or(() -> parts.map(EntityFinder::select))
                .orElseThrow();
        return jdbc.sql(FIND.formatted(rows, entities.isEmpty() ? "AND entity = :of" : "", MOST))
                .param("of", of)
                .param("language", say.language())
                .param("words", pattern(words))
                .query((row, n) -> new Found(
                        row.getString("id"),
                        named(kind, row.getString("label"), say),
                        named(kind, row.getString("detail"), say)))
                .list();
    }

    /** Names are looked through here, since the database cannot read them. */
    private List<Found> ofOfficials(String kind, String of, String words, Clocks clocks, Wording say) {
        List<Part> all = parts(kind, of, null);
        Map<String, String> said = new LinkedHashMap<>();
        all.forEach(part -> said.merge(owner(part), words(kind, part, say), (one, other) -> one + " " + other));
        Set<String> owners =
                Set.copyOf(persons.found(said.keySet(), words, owner -> said.getOrDefault(owner, ""), clocks));
        List<Part> found = all.stream()
                .filter(part -> owners.contains(owner(part)))
                .limit(MOST)
                .toList();
        Map<String, Person> names = persons.of(
                found.stream()
                        .flatMap(part -> Stream.ofNullable(part.official()))
                        .toList(),
                clocks);
        return found.stream()
                .map(part -> new Found(part.id(), label(part, names, say), named(kind, part.detail(), say)))
                .sorted(Comparator.comparing(Found::label).thenComparing(Found::id))
                .toList();
    }

    /** Who has the part; a part of nobody's stands for itself. */
    private static String owner(Part part) {
        return part.official() == null ? part.id() : part.official();
    }

    private static String words(String kind, Part part, Wording say) {
        return part.id() + " " + named(kind, part.label(), say) + " " + named(kind, part.detail(), say) + " "
                + owner(part);
    }

    private static String label(Part part, Map<String, Person> names, Wording say) {
        List<String> words = new ArrayList<>();
        Person person = part.official() == null ? null : names.get(part.official());
        if (person != null) {
            words.add(
                    person.erased() ? say.text("person.erased") : person.name() == null ? person.id() : person.name());
        }
        String state = !part.label().isEmpty() ? part.label() : person == null ? null : person.state();
        if (state != null) {
            words.add(StateCode.isOne(state) ? say.state(state) : state);
        }
        return String.join(", ", words);
    }

    private List<Part> parts(String kind, String of, @Nullable String id) {
        Optional<PartKind> parts = part(kind);
        if (parts.isEmpty()) {
            return List.of();
        }
        boolean owned = parts.get().shown().ofOfficials();
        return jdbc.sql(ALL_PARTS.formatted(select(parts.get())))
                .param("of", of)
                .param("language", null)
                .param("id", id)
                .query((row, n) -> new Part(
                        row.getString("id"),
                        row.getString("label"),
                        row.getString("detail"),
                        owned ? row.getString("official") : null))
                .list();
    }

    /** How an enrolment stands, in words; empty for what is none. */
    public Optional<String> enrolled(String of, String enrollment, Wording say) {
        return parts("enrollments", of, enrollment).stream()
                .map(part -> named("enrollments", part.detail(), say))
                .findFirst();
    }

    /** The status of an enrolment, as it is stored. */
    public Optional<String> enrolledAs(String of, String enrollment) {
        return parts("enrollments", of, enrollment).stream()
                .flatMap(part -> Stream.of(part.detail().split(" ")))
                .filter(word -> word.matches("[A-Z_]{3,}"))
                .findFirst();
    }

    /** The states whose membership of a network has no end, in words. */
    public List<String> openMembers(String network, Wording say) {
        return jdbc
                .sql("SELECT DISTINCT state FROM read.membership"
                        + " WHERE entity = :entity AND upper_inf(known) AND upper_inf(valid)")
                .param("entity", network)
                .query(String.class)
                .list()
                .stream()
                .map(say::state)
                .sorted()
                .toList();
    }

    /** The name of an entity that is known; of a person none. */
    public Optional<String> name(EntityType type, String id, Wording say) {
        Shown shown = EntityKinds.of(type).shown();
        return shown == null
                ? Optional.empty()
                : jdbc.sql("SELECT label FROM (" + select(shown) + " WHERE upper_inf(known) AND entity = :entity) known"
                                + " ORDER BY lower(valid) DESC NULLS LAST LIMIT 1")
                        .param("language", say.language())
                        .param("entity", type.prefix() + ":" + id)
                        .query(String.class)
                        .optional()
                        .map(label -> named(type.collection(), label, say));
    }

    /** Of a part: whose it is, its label and its detail. */
    public Optional<String> partName(String kind, String entity, String id, Clocks clocks, Wording say) {
        return parts(kind, entity, id).stream().findFirst().map(part -> {
            Map<String, Person> names =
                    part.official() == null ? Map.of() : persons.of(List.of(part.official()), clocks);
            return Stream.of(label(part, names, say), named(kind, part.detail(), say))
                    .filter(words -> !words.isBlank())
                    .collect(Collectors.joining(", "));
        });
    }

    private static Optional<PartKind> part(String collection) {
        return EntityKinds.parts().stream()
                .filter(part -> part.collection().equals(collection))
                .findFirst();
    }

    private static String select(Shown shown) {
        return select("split_part(entity, ':', 2)", shown);
    }

    private static String select(PartKind part) {
        return select(part.idField().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), part.shown());
    }

    /**
     * {@code id, label, detail}; several states stand side by side, with nothing around them. {@code others} are names by
     * which it is found beside its label: of before, and in other languages.
     */
    private static String select(String id, Shown shown) {
        String label = shown.hasNames() ? "coalesce(names ->> :language::text, name)" : words(shown.label());
        String others = shown.hasNames() ? AnyName.together(shown.view()) : "''";
        return "SELECT " + id + " AS id, " + label + " AS label, translate(" + words(shown.detail())
                + ", ',{}', ' ') AS detail, " + others + " AS others,"
                + (shown.ofOfficials() ? " official," : "") + " valid FROM read." + shown.view();
    }

    private static String words(List<String> columns) {
        return columns.isEmpty() ? "''" : "concat_ws(' ', " + String.join(", ", columns) + ")";
    }

    private static String pattern(String words) {
        return "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    /** Words with every code of a state, constant and date among them said in the page's language; a title stays. */
    private static String named(String kind, String text, Wording say) {
        String[] words = text.split(" ");
        if (!Stream.of(words).allMatch(word -> isCoded(kind, word))) {
            return text;
        }
        return Stream.of(words)
                .map(word -> word(kind, word, say))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static boolean isCoded(String kind, String word) {
        return word.matches("[0-9\\[].*|unknown")
                || StateCode.isOne(word)
                || word.matches("[A-Z_]{3,}") && CONSTANTS.containsKey(kind);
    }

    private static String word(String kind, String word, Wording say) {
        if (StateCode.isOne(word)) {
            return say.state(word);
        }
        return word.matches("[A-Z_]{3,}")
                ? say.constant(CONSTANTS.getOrDefault(kind, ""), word)
                : kind.equals("statements") && word.matches("[0-9]{5,}")
                        ? say.number(Long.parseLong(word))
                        : say.date(word);
    }
}
