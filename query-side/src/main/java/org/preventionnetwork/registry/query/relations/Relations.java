package org.preventionnetwork.registry.query.relations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what belongs to what as of a day, as known at a position. */
@Component
public class Relations {
    public static final String PROJECTION = "relations";

    /** Whose rows name what belongs together. */
    static final String[] PROJECTIONS = {PROJECTION, "networks", "programmes", "seminars", "initiatives"};

    /** Of a page; who wants more asks the interface. */
    private static final Paging SHOWN = new Paging(0, Paging.MOST, null, false);

    private static final String HELD =
            """
             FROM (SELECT r.*, coalesce(
                          (SELECT coalesce(n.names ->> :language::text, n.name) FROM read.network n WHERE n.entity = r.other
                               AND n.valid @> :day::date AND n.known @> :position::bigint),
                          (SELECT coalesce(p.names ->> :language::text, p.name) FROM read.programme p WHERE p.entity = r.other
                               AND p.valid @> :day::date AND p.known @> :position::bigint)) AS other_name,
                      coalesce(
                          (SELECT coalesce(p.names ->> :language::text, p.name) FROM read.programme p WHERE p.entity = r.entity
                               AND p.valid @> :day::date AND p.known @> :position::bigint),
                          (SELECT s.title FROM read.seminar s WHERE s.entity = r.entity
                               AND s.valid @> :day::date AND s.known @> :position::bigint),
                          (SELECT i.title FROM read.initiative i WHERE i.entity = r.entity
                               AND i.valid @> :day::date AND i.known @> :position::bigint)) AS name
                  FROM read.relation r WHERE r.valid @> :day::date AND r.known @> :position::bigint
                      AND (:entity::text IS NULL OR r.entity = :entity::text)
                      AND (:other::text IS NULL OR r.other = :other::text)
                      AND (:kind::text IS NULL OR r.kind = :kind::text)
                      AND (NOT :begun OR r.kind = 'SERVES'
                          OR EXISTS (SELECT FROM read.seminar s WHERE s.entity = r.entity AND s.begun
                              AND s.valid @> :day::date AND s.known @> :position::bigint)
                          OR EXISTS (SELECT FROM read.initiative i WHERE i.entity = r.entity AND i.launched
                              AND i.valid @> :day::date AND i.known @> :position::bigint))) held
            """;

    private final JdbcClient jdbc;

    Relations(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * @param entity the stored id of what belongs
     * @param other the stored id of what it belongs to
     * @param name what the first is called on the day, null where nothing is known of it
     */
    public record RelationItem(
            @SortedBy("entity") String entity,
            @Nullable String name,
            @SortedBy("kind") RelationKind kind,
            @SortedBy("other") String other,
            @Nullable String otherName,
            @Nullable String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source) {

        /** The address of the other's page. */
        public String otherPage() {
            return page(other);
        }

        public String entityPage() {
            return page(entity);
        }

        private static String page(String stored) {
            int colon = stored.indexOf(':');
            return "/" + stored.substring(0, colon) + "s/" + stored.substring(colon + 1);
        }
    }

    /** What the thing belongs to, as it is called in a page's language where such a name is recorded. */
    public List<RelationItem> of(EntityId entity, Clocks clocks, String language) {
        return found(entity.aggregateId(), null, null, false, SHOWN, clocks, language)
                .items();
    }

    /** What belongs to the thing, likewise: no seminar before it begins, and no initiative before its launch. */
    public List<RelationItem> to(EntityId other, RelationKind kind, Clocks clocks, String language) {
        return found(null, other.aggregateId(), kind, true, SHOWN, clocks, language)
                .items();
    }

    /** @param language of the names; null for those that things were given first */
    Page<RelationItem> all(
            @Nullable String entity,
            @Nullable String other,
            @Nullable RelationKind kind,
            Paging paging,
            Clocks clocks,
            @Nullable String language) {
        return found(entity, other, kind, false, paging, clocks, language);
    }

    private Page<RelationItem> found(
            @Nullable String entity,
            @Nullable String other,
            @Nullable RelationKind kind,
            boolean begun,
            Paging paging,
            Clocks clocks,
            @Nullable String language) {
        long total = asked("SELECT count(*)" + HELD, entity, other, kind, begun, clocks, language)
                .query(Long.class)
                .single();
        List<RelationItem> items = asked(
                        "SELECT *" + HELD + " ORDER BY "
                                + paging.orderBy(RelationItem.class, "kind, entity, other, fact_id")
                                + " LIMIT :size OFFSET :offset",
                        entity,
                        other,
                        kind,
                        begun,
                        clocks,
                        language)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Relations::row)
                .list();
        return Page.of(items, paging, total, clocks);
    }

    private StatementSpec asked(
            String sql,
            @Nullable String entity,
            @Nullable String other,
            @Nullable RelationKind kind,
            boolean begun,
            Clocks clocks,
            @Nullable String language) {
        return jdbc.sql(sql)
                .param("begun", begun)
                .param("language", language)
                .param("entity", entity)
                .param("other", other)
                .param("kind", kind == null ? null : kind.name())
                .param("day", clocks.day())
                .param("position", clocks.position());
    }

    private static RelationItem row(ResultSet row, int n) throws SQLException {
        return new RelationItem(
                row.getString("entity"),
                row.getString("name"),
                RelationKind.valueOf(row.getString("kind")),
                row.getString("other"),
                row.getString("other_name"),
                row.getString("from_on"),
                row.getString("until_on"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"));
    }
}
