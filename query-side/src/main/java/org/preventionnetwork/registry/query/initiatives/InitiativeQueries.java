package org.preventionnetwork.registry.query.initiatives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads initiatives as of a day, as known at a position. Those listed are those that the figure counts, for everything
 * or a network; technical assistance, which is not the states' own, is listed for whoever asks for its type.
 */
@Component
class InitiativeQueries {
    private static final String ON_BOTH_CLOCKS = " valid @> :day::date AND known @> :position::bigint";
    static final String FOUND = " FROM read.initiative WHERE launched AND" + ON_BOTH_CLOCKS
            + """
             AND (entity = ANY(:counted::text[]) OR type = 'TECHNICAL_ASSISTANCE' AND type = :type::text
                 AND (:network::text IS NULL OR network = :network::text))
             AND (:state::text IS NULL OR states @> ARRAY[:state::text])
             AND (:type::text IS NULL OR type = :type::text)
             AND (:stage::text IS NULL OR stage = :stage::text)
             AND (:text::text IS NULL OR position(lower(:text::text) IN lower(title)) > 0)
            """;
    private final JdbcClient jdbc;
    private final Figures figures;

    InitiativeQueries(Figures figures, @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.jdbc = JdbcClient.create(database);
    }

    /** @param certain whether it is certain that it is launched, or not yet */
    record InitiativeItem(
            @SortedBy("entity") String id,
            @SortedBy("title") String title,
            List<String> states,
            @Nullable String network,
            @SortedBy("type") String type,
            @Nullable String leadInstitution,
            @SortedBy("launched_on") @Nullable String launchedOn,
            boolean launched,
            boolean certain,
            @SortedBy("stage") @Nullable String stage,
            @Nullable String stageOn,
            boolean stageCertain,
            String factId,
            @Nullable String source) {
        static InitiativeItem of(ResultSet row, int n) throws SQLException {
            return new InitiativeItem(
                    row.getString("entity").substring("initiative:".length()),
                    row.getString("title"),
                    List.of((String[]) row.getArray("states").getArray()),
                    row.getString("network"),
                    row.getString("type"),
                    row.getString("lead_institution"),
                    row.getString("launched_on"),
                    row.getBoolean("launched"),
                    row.getBoolean("certain"),
                    row.getString("stage"),
                    row.getString("stage_on"),
                    row.getBoolean("stage_certain"),
                    row.getString("fact_id"),
                    row.getString("source"));
        }
    }

    record Stage(String stage, @Nullable String on, boolean certain, String factId, @Nullable String source) {}

    record Milestone(String title, @Nullable String on, boolean certain, String factId, @Nullable String source) {}

    record Contributor(
            @IdentifiesPerson String official,
            @Nullable String from,
            boolean certain,
            String factId,
            @Nullable String source) {}

    record Assistance(String kind, @Nullable String on, boolean certain, String factId, @Nullable String source) {}

    Page<InitiativeItem> all(InitiativeFilter filter, Paging paging, Clocks clocks) {
        long total = filtered("SELECT count(*)" + FOUND, filter, clocks)
                .query(Long.class)
                .single();
        List<InitiativeItem> items = filtered(
                        "SELECT *" + FOUND + " ORDER BY " + paging.orderBy(InitiativeItem.class, "entity")
                                + " LIMIT :size OFFSET :offset",
                        filter,
                        clocks)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(InitiativeItem::of)
                .list();
        return Page.of(items, paging, total, clocks);
    }

    /** Asks about {@link #FOUND}. */
    StatementSpec filtered(String sql, InitiativeFilter filter, Clocks clocks) {
        Set<String> counted = figures.things(new FigureQuestion(
                FigureName.NATIONAL_INITIATIVES, filter.network(), clocks.day(), clocks.day(), clocks.position()));
        return jdbc.sql(sql)
                .param("counted", counted.toArray(String[]::new))
                .param("day", clocks.day())
                .param("position", clocks.position())
                .param("state", text(filter.state()))
                .param("network", text(filter.network()))
                .param("type", text(filter.type()))
                .param("stage", text(filter.stage()))
                .param("text", filter.q());
    }

    /** Known ones, launched on that day or not. */
    Optional<InitiativeItem> one(InitiativeId id, Clocks clocks) {
        return at("SELECT * FROM read.initiative WHERE entity = :entity AND" + ON_BOTH_CLOCKS, clocks)
                .param("entity", id.aggregateId())
                .query(InitiativeItem::of)
                .optional();
    }

    List<Stage> stages(InitiativeId id, Clocks clocks) {
        return steps(id, clocks, "initiative_stage")
                .query((row, n) -> new Stage(
                        row.getString("stage"),
                        row.getString("on_date"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    List<Milestone> milestones(InitiativeId id, Clocks clocks) {
        return steps(id, clocks, "milestone")
                .query((row, n) -> new Milestone(
                        row.getString("title"),
                        row.getString("on_date"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    List<Contributor> contributors(InitiativeId id, Clocks clocks) {
        return steps(id, clocks, "contributor")
                .query((row, n) -> new Contributor(
                        row.getString("official"),
                        row.getString("on_date"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    List<Assistance> assistance(InitiativeId id, Clocks clocks) {
        return steps(id, clocks, "assistance")
                .query((row, n) -> new Assistance(
                        row.getString("kind"),
                        row.getString("on_date"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    /** What had happened by the day, in the order of their dates. */
    private StatementSpec steps(InitiativeId id, Clocks clocks, String table) {
        return at(
                        """
                        SELECT * FROM (
                            SELECT step.*, min(lower(valid)) OVER (PARTITION BY topic) AS possible_from,
                                bool_or(lower_inf(valid)) OVER (PARTITION BY topic) AS undated
                            FROM read.%s step WHERE entity = :entity AND known @> :position::bigint) steps
                        WHERE valid @> :day::date
                        ORDER BY undated DESC, possible_from, known_from, fact_id
                        """
                                .formatted(table),
                        clocks)
                .param("entity", id.aggregateId());
    }

    private StatementSpec at(String sql, Clocks clocks) {
        return jdbc.sql(sql).param("day", clocks.day()).param("position", clocks.position());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
