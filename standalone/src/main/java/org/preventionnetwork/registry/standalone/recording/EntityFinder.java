package org.preventionnetwork.registry.standalone.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.web.Wording;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what is recorded by its name, as known now, for who fills in a form. Persons are not among it: they are looked
 * for by the officials' own search, which is accounted for.
 */
@Component
class EntityFinder {
    private static final int MOST = 20;

    /** An id to fill in, what it means, and what tells it from others of the same name. */
    record Found(String id, String label, String detail) {}

    /** By collection, {@code id, label, detail, kind of label}; of several names over time, the latest. */
    private static final Map<String, String> ENTITIES = Map.of(
            "networks", "SELECT substr(entity, 9) AS id, name AS label, '' AS detail, valid FROM read.network",
            "programmes", "SELECT substr(entity, 11) AS id, name AS label, '' AS detail, valid FROM read.programme",
            "institutions",
                    "SELECT substr(entity, 13) AS id, name AS label, coalesce(state, '') AS detail, valid"
                            + " FROM read.institution",
            "seminars", "SELECT substr(entity, 9) AS id, title AS label, starts_on AS detail, valid FROM read.seminar",
            "initiatives",
                    "SELECT substr(entity, 12) AS id, title AS label, array_to_string(states, ' ') AS detail, valid"
                            + " FROM read.initiative",
            "statements",
                    "SELECT substr(entity, 11) AS id, metric || ' ' || value AS label, stated_on AS detail, valid"
                            + " FROM read.statement",
            "editions",
                    "SELECT substr(entity, 9) AS id, title AS label, coalesce(published_on, '') AS detail, valid"
                            + " FROM read.edition");

    /** Parts of one entity, which is the query's parameter; a state is named by its code. */
    private static final Map<String, String> PARTS = Map.of(
            "memberships",
                    "SELECT membership_id AS id, state AS label, from_on || ' ' || kind AS detail, valid"
                            + " FROM read.membership",
            "focal-points",
                    "SELECT seat_id AS id, state AS label, from_on || ' ' || coalesce(institution, '') AS detail, valid"
                            + " FROM read.focal_point",
            "meetings", "SELECT meeting_id AS id, title AS label, starts_on AS detail, valid FROM read.meeting",
            "enrollments",
                    "SELECT enrollment_id AS id, official AS label, status AS detail, valid FROM read.enrollment",
            "offices",
                    "SELECT office_id AS id, city AS label, coalesce(state, '') AS detail, valid"
                            + " FROM read.institution_office");

    private static final String FIND =
            """
            SELECT * FROM (SELECT DISTINCT ON (id) * FROM (%s WHERE upper_inf(known) %s) known
                           ORDER BY id, lower(valid) DESC NULLS LAST) latest
            WHERE (id || ' ' || label || ' ' || detail) ILIKE :words ORDER BY label, id LIMIT %d
            """;

    private final JdbcClient jdbc;

    EntityFinder(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * @param kind a collection, {@code scopes}, or a kind of part such as {@code memberships}
     * @param of the stored id of the entity whose parts are looked for, or null
     * @return empty for a kind that is not looked for here
     */
    List<Found> find(String kind, @Nullable String of, String words, Wording say) {
        if (kind.equals("scopes")) {
            return Stream.of("networks", "programmes")
                    .flatMap(one -> find(one, null, words, say).stream()
                            .map(found -> new Found(
                                    one.substring(0, one.length() - 1) + ":" + found.id(),
                                    found.label(),
                                    say.constant("entityType", one.substring(0, one.length() - 1)))))
                    .toList();
        }
        String entities = ENTITIES.get(kind);
        String parts = PARTS.get(kind);
        if (entities == null && (parts == null || of == null)) {
            return List.of();
        }
        return jdbc.sql(FIND.formatted(
                        entities == null ? parts : entities, entities == null ? "AND entity = :of" : "", MOST))
                .param("of", of)
                .param("words", pattern(words))
                .query((row, n) -> new Found(
                        row.getString("id"), named(row.getString("label"), say), named(row.getString("detail"), say)))
                .list();
    }

    /** The name of an entity that is known; of a person none. */
    Optional<String> name(EntityType type, String id) {
        String entities = ENTITIES.get(type.collection());
        return entities == null
                ? Optional.empty()
                : jdbc.sql("SELECT label FROM (" + entities + " WHERE upper_inf(known) AND entity = :entity) known"
                                + " ORDER BY lower(valid) DESC NULLS LAST LIMIT 1")
                        .param("entity", type.prefix() + ":" + id)
                        .query(String.class)
                        .optional();
    }

    /** Of a part: its label and detail. */
    Optional<String> partName(String kind, String entity, String id, Wording say) {
        String parts = PARTS.get(kind);
        return parts == null
                ? Optional.empty()
                : jdbc.sql("SELECT label, detail FROM (" + parts + " WHERE upper_inf(known) AND entity = :entity) known"
                                + " WHERE id = :id ORDER BY lower(valid) DESC NULLS LAST LIMIT 1")
                        .param("entity", entity)
                        .param("id", id)
                        .query((row, n) ->
                                named(row.getString("label"), say) + ", " + named(row.getString("detail"), say))
                        .optional();
    }

    private static String pattern(String words) {
        return "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    /** Words with every code of a state, constant and date among them said in the page's language. */
    private static String named(String text, Wording say) {
        if (!text.matches("([A-Z]{2}|[0-9\\[.].*)( .*)?")) {
            return text;
        }
        return Stream.of(text.split(" "))
                .map(word -> word.matches("[A-Z]{2}") && StateOptions.isState(word)
                        ? say.state(word)
                        : word.matches("[A-Z_]{3,}") ? say.constant("membershipKind", word) : say.date(word))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
    }
}
