package org.preventionnetwork.registry.query.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.EditionId;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads editions as of a day, as known at a position. */
@Component
class EditionQueries {
    private static final String FOUND =
            """
             FROM read.edition e LEFT JOIN ledger.entry l ON l.position = e.pinned_position
             WHERE valid @> :day::date AND known @> :position::bigint
            """;
    private static final String COLUMNS =
            """
            SELECT e.*, l.known_at,
                (SELECT min(told.known_at) FROM ledger.entry told WHERE told.position = ANY (e.behind)) AS told_at
            """;

    private final JdbcClient jdbc;

    EditionQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * @param pinnedAt since when the position is known
     * @param toldOn the day on which it was recorded: its figures are counted by the definitions in force then
     */
    record Edition(
            String id,
            String title,
            @Nullable String publishedOn,
            long pinnedPosition,
            @Nullable Instant pinnedAt,
            LocalDate toldOn,
            List<EditionFigure> figures,
            boolean withdrawn,
            @Nullable String withdrawnOn,
            boolean certain,
            String factId,
            @Nullable String source) {
        static Edition of(ResultSet row, int n) throws SQLException {
            OffsetDateTime pinnedAt = row.getObject("known_at", OffsetDateTime.class);
            return new Edition(
                    row.getString("entity").substring("edition:".length()),
                    row.getString("title"),
                    row.getString("published_on"),
                    row.getLong("pinned_position"),
                    pinnedAt == null ? null : pinnedAt.toInstant(),
                    row.getObject("told_at", OffsetDateTime.class)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate(),
                    List.of(RegistryJson.mapper().readValue(row.getString("figures"), EditionFigure[].class)),
                    row.getBoolean("withdrawn"),
                    row.getString("withdrawn_on"),
                    row.getBoolean("certain"),
                    row.getString("fact_id"),
                    row.getString("source"));
        }
    }

    long count(Clocks clocks) {
        return asked("SELECT count(*)" + FOUND, clocks).query(Long.class).single();
    }

    List<Edition> all(Paging paging, Clocks clocks) {
        String order = paging.orderBy(EditionAnswers.EditionItem.class, "published_earliest NULLS LAST, entity");
        return asked(COLUMNS + FOUND + " ORDER BY " + order + " LIMIT :size OFFSET :offset", clocks)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Edition::of)
                .list();
    }

    private Optional<Edition> one(EditionId id, Clocks clocks) {
        return asked(COLUMNS + FOUND + " AND entity = :entity", clocks)
                .param("entity", id.aggregateId())
                .query(Edition::of)
                .optional();
    }

    /** @throws UnknownEntity when it is not known, or not yet */
    Edition required(EditionId id, Clocks clocks) {
        return one(id, clocks).orElseThrow(() -> new UnknownEntity("edition"));
    }

    private StatementSpec asked(String sql, Clocks clocks) {
        return jdbc.sql(sql).param("day", clocks.day()).param("position", clocks.position());
    }
}
