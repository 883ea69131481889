package org.preventionnetwork.registry.query.figures.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.query.figures.Counted;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.FigureRow.Days;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Counts and reads the rows that a definition gives as SQL; see {@link Parts}. */
final class AccumulatingRows {
    private static final String CLIPPED =
            """
            , clipped AS (
                SELECT DISTINCT key, count, least, incomplete, possible * days AS possible,
                    CASE WHEN NOT isempty(certain * days) THEN certain * days END AS certain
                FROM scoped, (SELECT daterange(:first::date, :last::date, '[]') AS days) asked
                WHERE possible && days),
            """;
    /** Things with one row of the same shape are counted by the database. */
    private static final String COUNTED = CLIPPED
            + """
            sized AS (SELECT *, count(*) OVER (PARTITION BY key) AS rows FROM clipped)
            SELECT CASE WHEN rows > 1 THEN key END AS key, count, least, incomplete, lower(possible) AS possible_from,
                upper(possible) AS possible_until, lower(certain) AS certain_from, upper(certain) AS certain_until,
                count(*) AS times
            FROM sized GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
            """;

    private static final String ROWS =
            """
            SELECT key, count, least, incomplete, states, entity, what, source, behind,
                lower(possible) AS possible_from, upper(possible) AS possible_until,
                lower(certain) AS certain_from, upper(certain) AS certain_until,
                certain IS NOT NULL AND NOT isempty(certain) AS has_certain
            FROM scoped WHERE possible && daterange(:first::date, :last::date, '[]')
            """;
    private static final String PAGE =
            """
             ORDER BY incomplete, possible_from, key COLLATE "C", entity COLLATE "C", what LIMIT :size OFFSET :offset
            """;

    private final JdbcClient jdbc;
    private final Memberships memberships;

    AccumulatingRows(DataSource database, Memberships memberships) {
        this.jdbc = JdbcClient.create(database);
        this.memberships = memberships;
    }

    List<Counted> counted(String figure, FigureQuestion question) {
        return asked(figure + COUNTED, question, null)
                .query((row, n) -> new Counted(
                        row.getString("key"),
                        row.getLong("count"),
                        row.getLong("least"),
                        row.getBoolean("incomplete"),
                        range(days(row, "possible")),
                        row.getObject("certain_from") == null ? null : range(days(row, "certain")),
                        row.getLong("times")))
                .list();
    }

    long count(String figure, FigureQuestion question) {
        return asked(figure + "SELECT count(*) FROM (" + ROWS + ") rows", question, null)
                .query(Long.class)
                .single();
    }

    List<FigureRow> rows(String figure, FigureQuestion question, int size, long offset) {
        return asked(figure + ROWS + PAGE, question, null)
                .param("size", size)
                .param("offset", offset)
                .query(AccumulatingRows::row)
                .list();
    }

    /** All that one seminar or initiative counts. */
    List<FigureRow> rowsOf(String figure, FigureQuestion question, String entity) {
        return asked(figure + ROWS, question, entity)
                .query(AccumulatingRows::row)
                .list();
    }

    private static FigureRow row(ResultSet row, int n) throws SQLException {
        return new FigureRow(
                row.getString("key"),
                row.getLong("count"),
                row.getLong("least"),
                row.getBoolean("incomplete"),
                row.getString("entity"),
                row.getString("what"),
                List.of((String[]) row.getArray("states").getArray()),
                days(row, "possible"),
                row.getBoolean("has_certain") ? days(row, "certain") : null,
                row.getString("source"),
                FigureRow.positions(row.getString("behind")),
                null);
    }

    private StatementSpec asked(String sql, FigureQuestion question, @Nullable String only) {
        NetworkId network = question.network();
        ProgrammeId programme = question.programme();
        StatementSpec query = jdbc.sql(sql)
                .param("position", question.position())
                .param("only", only)
                .param("by_rosters", !question.isByFirstDefinition())
                .param("programme", programme == null ? null : programme.value())
                .param("network", network == null ? null : network.value())
                .param("first", question.first())
                .param("last", question.last());
        return network == null ? query : memberships.bindMembers(query, network, question.position());
    }

    /** Days before the calendar's first are always. */
    private static Days days(ResultSet row, String range) throws SQLException {
        LocalDate from = row.getObject(range + "_from", LocalDate.class);
        LocalDate until = row.getObject(range + "_until", LocalDate.class);
        return new Days(from == null || from.getYear() < 1 ? null : from, until);
    }

    private static DayRange range(Days days) {
        return days.range();
    }
}
