package org.preventionnetwork.registry.query.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads programmes as of a day, as known at a position. */
@Component
class ProgrammeQueries {
    private static final String HELD = " FROM read.programme WHERE valid @> :day::date AND known @> :position::bigint"
            + " AND (:text::text IS NULL OR position(lower(:text::text) IN lower(name)) > 0)";
    private final JdbcClient jdbc;

    ProgrammeQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record ProgrammeItem(
            @SortedBy("entity") String id,
            @SortedBy("name") String name,
            @SortedBy("status") String status,
            @SortedBy("established_on") @Nullable String establishedOn,
            @Nullable String closedOn,
            List<String> themes,
            boolean certain,
            String factId,
            @Nullable String source) {
        static ProgrammeItem of(ResultSet row, int n) throws SQLException {
            return new ProgrammeItem(
                    row.getString("entity").substring("programme:".length()),
                    row.getString("name"),
                    row.getString("status"),
                    row.getString("established_on"),
                    row.getString("closed_on"),
                    List.of((String[]) row.getArray("themes").getArray()),
                    row.getBoolean("certain"),
                    row.getString("fact_id"),
                    row.getString("source"));
        }
    }

    Page<ProgrammeItem> all(@Nullable String text, Paging paging, Clocks clocks) {
        long total = at(jdbc.sql("SELECT count(*)" + HELD), clocks)
                .param("text", text)
                .query(Long.class)
                .single();
        List<ProgrammeItem> items = at(
                        jdbc.sql("SELECT *" + HELD + " ORDER BY " + paging.orderBy(ProgrammeItem.class, "entity")
                                + " LIMIT :size OFFSET :offset"),
                        clocks)
                .param("text", text)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ProgrammeItem::of)
                .list();
        return Page.of(items, paging, total, clocks);
    }

    Optional<ProgrammeItem> one(ProgrammeId id, Clocks clocks) {
        return at(jdbc.sql("SELECT *" + HELD + " AND entity = :entity"), clocks)
                .param("text", null)
                .param("entity", id.aggregateId())
                .query(ProgrammeItem::of)
                .optional();
    }

    private static JdbcClient.StatementSpec at(JdbcClient.StatementSpec query, Clocks clocks) {
        return query.param("day", clocks.day()).param("position", clocks.position());
    }
}
