package org.preventionnetwork.registry.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.history.HistoryAnswers.HistoryItem;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The history as a list, and as a stream of whatever length. */
@Component
public final class HistoryQueries {
    /** Whose rows these are. */
    public static final String PROJECTION = HistoryProjection.NAME;

    private static final String COLUMNS =
            """
            SELECT event_id, known_from, event_name, entity, fact_id, recorded_at, effective_on, actor, role, source,
                   note, reason, batch, correction_kind, summary%s
            FROM read.history WHERE %s ORDER BY known_from %s LIMIT :size
            """;
    /** What the sentence needs in another language. */
    private static final String TELLING = ", told, before, after";

    private static final int CHUNK = 2_000;

    private final JdbcClient jdbc;
    private final ScopeNames scopes;

    HistoryQueries(@Qualifier("query") DataSource database, ScopeNames scopes) {
        this.jdbc = JdbcClient.create(database);
        this.scopes = scopes;
    }

    /** As the API answers, in English. */
    Page<HistoryItem> page(HistoryConditions filter, Paging paging, Clocks clocks) {
        return page(filter, paging, clocks, Tongue.API);
    }

    Page<HistoryItem> page(HistoryConditions filter, Paging paging, Clocks clocks, Tongue tongue) {
        if (paging.sort() != null && !paging.sort().equals("position")) {
            throw new MalformedQuestion("sort", "the history can be sorted by position");
        }
        boolean oldestFirst = paging.sort() != null && !paging.descending();
        if (filter.conditions().isEmpty() && isWhole()) {
            return wholePage(paging, oldestFirst, clocks, tongue);
        }
        String where = filter.where("known_from <= :position");
        List<HistoryItem> items = told(
                jdbc.sql(select(tongue, where, oldestFirst) + " OFFSET :offset")
                        .params(filter.values())
                        .param("position", clocks.position())
                        .param("size", paging.size())
                        .param("offset", paging.offset()),
                clocks,
                tongue);
        return Page.of(items, paging, total(where, filter, clocks, items.size(), paging), clocks);
    }

    /** Whether there is a row for every position: nothing is parked and nothing was left out. */
    public boolean isWhole() {
        return jdbc.sql(
                        """
                        SELECT NOT EXISTS (SELECT 1 FROM operations.dead_letter WHERE projection = :name)
                           AND NOT EXISTS (SELECT 1 FROM operations.skipped WHERE projection = :name)
                        """)
                .param("name", HistoryProjection.NAME)
                .query(Boolean.class)
                .single();
    }

    /** The positions of what is wanted, in the order of record. */
    public List<Long> positions(HistoryConditions filter, long upTo, int most) {
        return jdbc.sql("SELECT known_from FROM read.history WHERE %s ORDER BY known_from LIMIT :most"
                        .formatted(filter.where("known_from <= :position")))
                .params(filter.values())
                .param("position", upTo)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** How much of what is wanted came after one position, up to another. */
    public long count(HistoryConditions filter, long after, long upTo) {
        return jdbc.sql("SELECT count(*) FROM read.history WHERE "
                        + filter.where("known_from > :after AND known_from <= :position"))
                .params(filter.values())
                .param("after", after)
                .param("position", upTo)
                .query(Long.class)
                .single();
    }

    /** Positions have no gaps, so any page of the whole history is found without counting. */
    private Page<HistoryItem> wholePage(Paging paging, boolean oldestFirst, Clocks clocks, Tongue tongue) {
        String where = oldestFirst ? "known_from > :offset AND known_from <= :position" : "known_from <= :position";
        List<HistoryItem> items = told(
                jdbc.sql(select(tongue, where, oldestFirst))
                        .param("position", oldestFirst ? clocks.position() : clocks.position() - paging.offset())
                        .param("offset", paging.offset())
                        .param("size", paging.size()),
                clocks,
                tongue);
        return Page.of(items, paging, clocks.position(), clocks);
    }

    private static String select(Tongue tongue, String where, boolean oldestFirst) {
        return COLUMNS.formatted(tongue == Tongue.API ? "" : TELLING, where, oldestFirst ? "ASC" : "DESC");
    }

    private long total(String where, HistoryConditions filter, Clocks clocks, int found, Paging paging) {
        if (paging.page() == 0 && found < paging.size()) {
            return found;
        }
        return jdbc.sql("SELECT count(*) FROM read.history WHERE " + where)
                .params(filter.values())
                .param("position", clocks.position())
                .query(Long.class)
                .single();
    }

    /** Everything wanted, newest first, a part at a time: no transaction is held and memory does not grow. */
    void forEach(HistoryConditions filter, Clocks clocks, Consumer<HistoryItem> reader) {
        String sql = select(Tongue.API, filter.where("known_from <= :position"), false);
        long position = clocks.position();
        List<HistoryItem> items;
        do {
            items = jdbc.sql(sql)
                    .params(filter.values())
                    .param("position", position)
                    .param("size", CHUNK)
                    .query((row, n) -> item(row, row.getString("summary")))
                    .list();
            items.forEach(reader);
            if (!items.isEmpty()) {
                position = items.get(items.size() - 1).position() - 1;
            }
        } while (items.size() == CHUNK);
    }

    /** A row, with what its sentence needs in another language than the API's. */
    private record Untold(HistoryItem item, String told, @Nullable String before, @Nullable String after) {}

    private List<HistoryItem> told(StatementSpec asked, Clocks clocks, Tongue tongue) {
        if (tongue == Tongue.API) {
            return asked.query((row, n) -> item(row, row.getString("summary"))).list();
        }
        List<Untold> rows = asked.query((row, n) -> new Untold(
                        item(row, row.getString("summary")),
                        row.getString("told"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
        Map<String, String> names = scopes.in(
                rows.stream()
                        .flatMap(row -> Stream.of(row.before(), row.after()))
                        .toList(),
                tongue,
                clocks.position());
        return rows.stream()
                .map(row -> row.item()
                        .withSummary(Told.sentence(
                                tongue,
                                row.told(),
                                ScopeNames.named(row.before(), names),
                                ScopeNames.named(row.after(), names))))
                .toList();
    }

    private static HistoryItem item(ResultSet row, String summary) throws SQLException {
        return new HistoryItem(
                row.getString("event_id"),
                row.getLong("known_from"),
                row.getString("event_name"),
                row.getString("entity"),
                row.getString("fact_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("effective_on"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("source"),
                row.getString("note"),
                row.getString("reason"),
                row.getString("batch"),
                row.getString("correction_kind"),
                summary);
    }
}
