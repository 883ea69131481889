package org.preventionnetwork.registry.query.statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.StatementId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads published figures as of a day, as known at a position. */
@Component
class StatementQueries {
    private static final String FOUND =
            """
             FROM read.statement WHERE valid @> :day::date AND known @> :position::bigint
                AND (:metric::text IS NULL OR metric = :metric::text)
                AND (:scope::text IS NULL OR scope = :scope::text)
            """;
    private final JdbcClient jdbc;

    StatementQueries(@org.springframework.beans.factory.annotation.Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** @param earliest,latest the first and last day that {@code statedOn} can mean */
    record Statement(
            String id,
            String statedOn,
            LocalDate earliest,
            LocalDate latest,
            Metric metric,
            Qualifier qualifier,
            long value,
            @Nullable String scope,
            List<String> roster,
            boolean withdrawn,
            @Nullable String withdrawnOn,
            boolean certain,
            String factId,
            @Nullable String source) {
        static Statement of(ResultSet row, int n) throws SQLException {
            return new Statement(
                    row.getString("entity").substring("statement:".length()),
                    row.getString("stated_on"),
                    row.getObject("stated_earliest", LocalDate.class),
                    row.getObject("stated_latest", LocalDate.class),
                    Metric.valueOf(row.getString("metric")),
                    Qualifier.valueOf(row.getString("qualifier")),
                    row.getLong("value"),
                    row.getString("scope"),
                    List.of((String[]) row.getArray("roster").getArray()),
                    row.getBoolean("withdrawn"),
                    row.getString("withdrawn_on"),
                    row.getBoolean("certain"),
                    row.getString("fact_id"),
                    row.getString("source"));
        }
    }

    long count(@Nullable Metric metric, @Nullable String scope, Clocks clocks) {
        return filtered("SELECT count(*)" + FOUND, metric, scope, clocks)
                .query(Long.class)
                .single();
    }

    List<Statement> all(@Nullable Metric metric, @Nullable String scope, Paging paging, Clocks clocks) {
        return filtered(
                        "SELECT *" + FOUND + " ORDER BY "
                                + paging.orderBy(StatementEndpoints.StatementItem.class, "stated_earliest, entity")
                                + " LIMIT :size OFFSET :offset",
                        metric,
                        scope,
                        clocks)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Statement::of)
                .list();
    }

    Optional<Statement> one(StatementId id, Clocks clocks) {
        return filtered("SELECT *" + FOUND + " AND entity = :entity", null, null, clocks)
                .param("entity", id.aggregateId())
                .query(Statement::of)
                .optional();
    }

    private StatementSpec filtered(String sql, @Nullable Metric metric, @Nullable String scope, Clocks clocks) {
        return jdbc.sql(sql)
                .param("day", clocks.day())
                .param("position", clocks.position())
                .param("metric", metric == null ? null : metric.name())
                .param("scope", scope);
    }
}
