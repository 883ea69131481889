package org.preventionnetwork.registry.query.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Who has read whose personal data. */
@Component
public final class AccessLogQueries {
    private static final String FOUND =
            """
            FROM access_log.viewing
            WHERE (:actor::text IS NULL OR actor = :actor) AND (:official::text IS NULL OR official = :official)
                AND (:kind::text IS NULL OR kind = :kind)
                AND (:from::timestamptz IS NULL OR viewed_at >= :from) AND (:to::timestamptz IS NULL OR viewed_at <= :to)
            """;
    private static final String OF =
            "SELECT * FROM access_log.viewing WHERE official = ANY(:officials) ORDER BY viewed_at DESC, id DESC";

    private final JdbcClient jdbc;

    AccessLogQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * That someone read a person's data.
     *
     * @param role the one that let them
     * @param official whose
     * @param kind what for
     * @param path of the request, without its query
     * @param correlationId the same for all rows of one answer, which had it in its header {@code X-Correlation-Id}
     */
    public record View(
            @SortedBy("viewed_at") Instant viewedAt,
            @SortedBy("actor") String actor,
            String role,
            @SortedBy("official") String official,
            @SortedBy("kind") ViewKind kind,
            String path,
            String correlationId) {}

    public Page<View> views(AccessLogFilter filter, Paging paging, Clocks clocks) {
        long total =
                filtered("SELECT count(*) " + FOUND, filter).query(Long.class).single();
        List<View> items = filtered(
                        "SELECT * " + FOUND + " ORDER BY "
                                + paging.orderBy(View.class, "viewed_at DESC, id DESC")
                                + " LIMIT :size OFFSET :offset",
                        filter)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(AccessLogQueries::view)
                .list();
        return Page.of(items, paging, total, clocks);
    }

    /** All of these officials, newest first. */
    public List<View> of(Collection<String> officials) {
        return jdbc.sql(OF)
                .param("officials", officials.toArray(String[]::new))
                .query(AccessLogQueries::view)
                .list();
    }

    private StatementSpec filtered(String select, AccessLogFilter filter) {
        return jdbc.sql(select)
                .param("actor", filter.actor())
                .param("official", filter.official())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("from", at(filter.from()))
                .param("to", at(filter.to()));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static View view(ResultSet row, int n) throws SQLException {
        return new View(
                row.getObject("viewed_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("official"),
                ViewKind.valueOf(row.getString("kind")),
                row.getString("path"),
                row.getString("correlation"));
    }
}
