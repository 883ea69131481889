package org.preventionnetwork.registry.query.institutions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.preventionnetwork.registry.query.names.AnyName;
import org.preventionnetwork.registry.query.names.NameJson;
import org.preventionnetwork.registry.query.names.Named;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads institutions as of a day, as known at a position. */
@Component
class InstitutionQueries {
    private static final String ON_BOTH_CLOCKS = " valid @> :day::date AND known @> :position::bigint";
    private static final String FOUND = " FROM read.institution WHERE" + ON_BOTH_CLOCKS
            + """
             AND (:kind::text IS NULL OR kind = :kind::text)
             AND (:state::text IS NULL OR state = :state::text)
            """
            + " AND " + AnyName.contains("institution");
    private static final String CALLED = "coalesce(names ->> :language::text, name)";
    private final JdbcClient jdbc;

    InstitutionQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record InstitutionItem(
            @SortedBy("entity") String id,
            @SortedBy(CALLED) String name,
            Map<String, String> names,
            @SortedBy("kind") String kind,
            @SortedBy("state") @Nullable String state,
            @SortedBy("status") String status,
            @Nullable String dissolvedOn,
            @Nullable String succeededBy,
            @Nullable String succeededOn,
            boolean certain,
            String factId,
            @Nullable String source)
            implements Named {
        static InstitutionItem of(ResultSet row, int n) throws SQLException {
            return new InstitutionItem(
                    idOf(row.getString("entity")),
                    row.getString("name"),
                    NameJson.of(row),
                    row.getString("kind"),
                    row.getString("state"),
                    row.getString("status"),
                    row.getString("dissolved_on"),
                    row.getString("succeeded_by"),
                    row.getString("succeeded_on"),
                    row.getBoolean("certain"),
                    row.getString("fact_id"),
                    row.getString("source"));
        }
    }

    record Office(
            String officeId,
            String city,
            @Nullable String state,
            @Nullable String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source) {}

    /** @param institution the other one, whichever of the two the fact was recorded for */
    record Partner(
            String institution,
            @Nullable String name,
            String purpose,
            @Nullable String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source) {}

    /** @param language that a list by names is in the order of; null for that of the names themselves */
    Page<InstitutionItem> all(InstitutionFilter filter, Paging paging, Clocks clocks, @Nullable String language) {
        long total = filtered("SELECT count(*)" + FOUND, filter, clocks)
                .query(Long.class)
                .single();
        List<InstitutionItem> items = filtered(
                        "SELECT *" + FOUND + " ORDER BY " + paging.orderBy(InstitutionItem.class, "entity")
                                + " LIMIT :size OFFSET :offset",
                        filter,
                        clocks)
                .param("language", language)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(InstitutionItem::of)
                .list();
        return Page.of(items, paging, total, clocks);
    }

    private StatementSpec filtered(String sql, InstitutionFilter filter, Clocks clocks) {
        return at(sql, clocks)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().value())
                .param("text", filter.q());
    }

    Optional<InstitutionItem> one(InstitutionId id, Clocks clocks) {
        return at("SELECT * FROM read.institution WHERE entity = :entity AND" + ON_BOTH_CLOCKS, clocks)
                .param("entity", id.aggregateId())
                .query(InstitutionItem::of)
                .optional();
    }

    List<Office> offices(InstitutionId id, Clocks clocks) {
        return at(
                        "SELECT * FROM read.institution_office WHERE entity = :entity AND" + ON_BOTH_CLOCKS
                                + " ORDER BY lower(valid) NULLS FIRST, office_id",
                        clocks)
                .param("entity", id.aggregateId())
                .query((row, n) -> new Office(
                        row.getString("office_id"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    List<Partner> partners(InstitutionId id, Clocks clocks) {
        return at(
                        """
                        SELECT p.*, other.name AS other_name
                        FROM (SELECT *, CASE WHEN entity = :entity THEN partner
                                             ELSE substr(entity, length('institution:') + 1) END AS other_id
                              FROM read.partnership WHERE (entity = :entity OR partner = :id) AND
                        """
                                + ON_BOTH_CLOCKS
                                + """
                                 ) p
                                LEFT JOIN read.institution other ON other.entity = 'institution:' || p.other_id
                                    AND other.valid @> :day::date AND other.known @> :position::bigint
                                ORDER BY lower(p.valid) NULLS FIRST, p.other_id, p.fact_id
                                """,
                        clocks)
                .param("entity", id.aggregateId())
                .param("id", id.value())
                .query((row, n) -> new Partner(
                        row.getString("other_id"),
                        row.getString("other_name"),
                        row.getString("purpose"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    /** Those whose place it took. */
    List<String> predecessors(InstitutionId id, Clocks clocks) {
        return at(
                        "SELECT entity FROM read.institution WHERE succeeded_by = :id AND" + ON_BOTH_CLOCKS
                                + " ORDER BY entity",
                        clocks)
                .param("id", id.value())
                .query((row, n) -> idOf(row.getString("entity")))
                .list();
    }

    private StatementSpec at(String sql, Clocks clocks) {
        return jdbc.sql(sql).param("day", clocks.day()).param("position", clocks.position());
    }

    private static String idOf(String entity) {
        return entity.substring("institution:".length());
    }
}
