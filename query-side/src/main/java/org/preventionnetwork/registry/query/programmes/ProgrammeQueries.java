package org.preventionnetwork.registry.query.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.preventionnetwork.registry.query.names.AnyName;
import org.preventionnetwork.registry.query.names.NameJson;
import org.preventionnetwork.registry.query.names.Named;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads programmes as of a day, as known at a position. */
@Component
class ProgrammeQueries {
    private static final String HELD =
            """
             FROM read.programme WHERE valid @> :day::date AND known @> :position::bigint
            """
                    + " AND " + AnyName.contains("programme");
    private static final String CALLED = "coalesce(names ->> :language::text, name)";
    private final JdbcClient jdbc;

    ProgrammeQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record ProgrammeItem(
            @SortedBy("entity") String id,
            @SortedBy(CALLED) String name,
            Map<String, String> names,
            @SortedBy("status") String status,
            @SortedBy("established_on") @Nullable String establishedOn,
            @Nullable String closedOn,
            List<String> themes,
            boolean certain,
            String factId,
            @Nullable String source)
            implements Named {
        static ProgrammeItem of(ResultSet row, int n) throws SQLException {
            return new ProgrammeItem(
                    row.getString("entity").substring("programme:".length()),
                    row.getString("name"),
                    NameJson.of(row),
                    row.getString("status"),
                    row.getString("established_on"),
                    row.getString("closed_on"),
                    List.of((String[]) row.getArray("themes").getArray()),
                    row.getBoolean("certain"),
                    row.getString("fact_id"),
                    row.getString("source"));
        }
    }

    /** @param language that a list by names is in the order of; null for that of the names themselves */
    Page<ProgrammeItem> all(@Nullable String text, Paging paging, Clocks clocks, @Nullable String language) {
        long total = at(jdbc.sql("SELECT count(*)" + HELD), clocks)
                .param("text", text)
                .query(Long.class)
                .single();
        List<ProgrammeItem> items = at(
                        jdbc.sql("SELECT *" + HELD + " ORDER BY " + paging.orderBy(ProgrammeItem.class, "entity")
                                + " LIMIT :size OFFSET :offset"),
                        clocks)
                .param("text", text)
                .param("language", language)
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
