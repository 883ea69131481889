package org.preventionnetwork.registry.query.completeness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.definition.CompleteRosters;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Which lists are complete, and so which figures have nothing behind them that is not recorded. Only what is certain
 * counts for a figure.
 */
@Component
public class Completeness {
    public static final String PROJECTION = "completeness";

    private static final String DECLARED =
            """
             FROM (SELECT entity, topic, list, from_on, as_of, fact_id, source, behind,
                      min(coalesce(lower(valid), '-infinity')) AS possible_from,
                      range_agg(valid) FILTER (WHERE certain) AS certain_days
                  FROM read.complete_list
                  WHERE known @> :position::bigint AND (:entity::text IS NULL OR entity = :entity::text)
                      AND (:list::text IS NULL OR list = :list::text)
                  GROUP BY entity, topic, list, from_on, as_of, fact_id, source, behind) declared
             WHERE possible_from <= :day::date AND (list <> 'ROSTER' OR EXISTS (
                 SELECT FROM read.seminar s WHERE s.entity = declared.entity AND s.begun
                     AND s.valid @> :day::date AND s.known @> :position::bigint))
            """;
    private static final String COLUMNS =
            "SELECT *, lower(certain_days) AS certain_from, upper(certain_days) AS certain_until,"
                    + " certain_days IS NOT NULL AS is_certain";
    private static final String ORDER = "entity, list, as_of, fact_id";

    private static final String OPEN_ROSTERS =
            " FROM unnest(:seminars::text[]) seminar" + " WHERE seminar NOT IN (SELECT entity FROM complete_roster)";

    private static final String WHOLE = "WITH " + CompleteRosters.COMPLETE
            + "SELECT count(*) > 0 FROM complete_roster WHERE entity = :seminar AND since <= :day::date";

    private final JdbcClient jdbc;
    private final Figures figures;

    Completeness(@Qualifier("query") DataSource database, Figures figures) {
        this.jdbc = JdbcClient.create(database);
        this.figures = figures;
    }

    /**
     * Whether all that a figure counts is recorded.
     *
     * @param declared what says so, or says it of some of the days or seminars
     */
    public record Whole(boolean complete, List<DeclaredList> declared) {
        static final Whole NOTHING_SAID = new Whole(false, List.of());
    }

    /** Of an entity's lists, those complete for days until the one of the clocks. */
    public List<DeclaredList> of(EntityId entity, Clocks clocks) {
        return asked(COLUMNS + DECLARED + " ORDER BY " + ORDER, entity.aggregateId(), null, clocks)
                .query(Completeness::row)
                .list();
    }

    Page<DeclaredList> all(@Nullable String entity, @Nullable ListName list, Paging paging, Clocks clocks) {
        long total = asked("SELECT count(*)" + DECLARED, entity, list, clocks)
                .query(Long.class)
                .single();
        List<DeclaredList> items = asked(
                        COLUMNS + DECLARED + " ORDER BY " + paging.orderBy(DeclaredList.class, ORDER)
                                + " LIMIT :size OFFSET :offset",
                        entity,
                        list,
                        clocks)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Completeness::row)
                .list();
        return Page.of(items, paging, total, clocks);
    }

    /** Whether everybody who took part is on the roster as it stands on the day, which is not before the last day. */
    public boolean isRosterComplete(SeminarId seminar, Clocks clocks) {
        return jdbc.sql(WHOLE)
                .param("position", clocks.position())
                .param("day", clocks.day())
                .param("seminar", seminar.aggregateId())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether all that counts on the days of a question is recorded. Of everything at once nobody says that; and who was
     * granted the alumni's status by exception stands on no list.
     */
    public Whole of(FigureQuestion question) {
        EntityId scope = question.scope();
        if (scope == null) {
            return Whole.NOTHING_SAID;
        }
        return switch (question.figure()) {
            case MEMBER_STATES -> ofList(scope, ListName.MEMBERS, question);
            case OBSERVER_STATES -> ofList(scope, ListName.OBSERVERS, question);
            case LIAISON_STATES -> ofList(scope, ListName.LIAISONS, question);
            case SEMINARS -> ofList(scope, ListName.SEMINARS, question);
            case NATIONAL_INITIATIVES -> ofList(scope, ListName.INITIATIVES, question);
            case PARTICIPATING_STATES, OFFICIALS_TRAINED, ENROLLMENTS, COMPLETIONS -> ofRosters(scope, question);
            case ALUMNI, NETWORKS -> Whole.NOTHING_SAID;
        };
    }

    private Whole ofList(EntityId scope, ListName list, FigureQuestion question) {
        LocalDate first = list.isOfOneTime() ? question.first() : HistoricalDate.BEGINNING;
        List<DeclaredList> declared = asked(
                        COLUMNS + DECLARED, scope.aggregateId(), list, question.last(), question.position())
                .query(Completeness::row)
                .list();
        return new Whole(covers(declared, first, question.last()), declared);
    }

    /** Whether the certain days of these, put together, are all days between two, both included. */
    static boolean covers(Collection<DeclaredList> declared, LocalDate first, LocalDate last) {
        LocalDate open = first;
        List<DeclaredList> ordered = declared.stream()
                .filter(DeclaredList::certain)
                .sorted(Comparator.comparing(
                        DeclaredList::certainFrom, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        for (DeclaredList one : ordered) {
            if (one.coversFrom(open) && one.reachesBeyond(open)) {
                if (one.certainUntil() == null || one.certainUntil().isAfter(last)) {
                    return true;
                }
                open = one.certainUntil();
            }
        }
        return false;
    }

    /** Who took part is known when all seminars are, and everybody at each. */
    private Whole ofRosters(EntityId scope, FigureQuestion question) {
        Whole seminars = ofList(scope, ListName.SEMINARS, question);
        if (!seminars.complete()) {
            return seminars;
        }
        return new Whole(openRosters(begun(scope, question), question.position()) == 0, seminars.declared());
    }

    /**
     * The ids of the seminars because of whose rosters a figure is not known to be complete, though all seminars are;
     * nothing where it is for other reasons.
     */
    public List<String> seminarsWithOpenRosters(FigureQuestion question) {
        EntityId scope = question.scope();
        boolean ofRosters =
                switch (question.figure()) {
                    case PARTICIPATING_STATES, OFFICIALS_TRAINED, ENROLLMENTS, COMPLETIONS -> true;
                    default -> false;
                };
        if (scope == null
                || !ofRosters
                || !ofList(scope, ListName.SEMINARS, question).complete()) {
            return List.of();
        }
        return jdbc
                .sql("WITH " + CompleteRosters.COMPLETE + "SELECT seminar" + OPEN_ROSTERS + " ORDER BY seminar")
                .param("position", question.position())
                .param("seminars", begun(scope, question).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(entity -> entity.substring(entity.indexOf(':') + 1))
                .toList();
    }

    /** Those that can have begun: who takes part counts from the first day on, and the seminar once it is over. */
    private Set<String> begun(EntityId scope, FigureQuestion question) {
        FigureQuestion seminars =
                new FigureQuestion(FigureName.SEMINARS, scope, question.first(), question.last(), question.position());
        return figures.begun(seminars).stream().map(FigureRow::entity).collect(Collectors.toCollection(TreeSet::new));
    }

    private long openRosters(Collection<String> seminars, long position) {
        return jdbc.sql("WITH " + CompleteRosters.COMPLETE + "SELECT count(*)" + OPEN_ROSTERS)
                .param("position", position)
                .param("seminars", seminars.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private StatementSpec asked(String sql, @Nullable String entity, @Nullable ListName list, Clocks clocks) {
        return asked(sql, entity, list, clocks.day(), clocks.position());
    }

    private StatementSpec asked(
            String sql, @Nullable String entity, @Nullable ListName list, LocalDate day, long position) {
        return jdbc.sql(sql)
                .param("entity", entity)
                .param("list", list == null ? null : list.name())
                .param("day", day)
                .param("position", position);
    }

    private static DeclaredList row(ResultSet row, int n) throws SQLException {
        List<Long> events =
                new ArrayList<>(List.of((Long[]) row.getArray("behind").getArray()));
        return new DeclaredList(
                row.getString("entity"),
                ListName.valueOf(row.getString("list")),
                row.getString("from_on"),
                row.getString("as_of"),
                row.getObject("certain_from", LocalDate.class),
                row.getObject("certain_until", LocalDate.class),
                row.getBoolean("is_certain"),
                row.getString("fact_id"),
                row.getString("source"),
                events);
    }
}
