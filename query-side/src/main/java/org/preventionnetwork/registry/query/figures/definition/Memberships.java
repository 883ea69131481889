package org.preventionnetwork.registry.query.figures.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.FigureRow.Days;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Spells of membership on the days on which their network and their state are there, as {@code MembershipSpells} reads
 * them. Goes by the spells' own days and not
 * by what answers on a day, so that a state that passes from one kind to the next within an imprecise date can count in
 * either, and a suspension of unknown date makes no membership uncertain.
 */
final class Memberships {
    private static final String SPELLS =
            """
            SELECT m.entity, n.name, m.state, m.source, array_to_string(m.behind || n.behind, ',') AS behind,
                lower(m.possible) AS possible_from, upper(m.possible) AS possible_until,
                lower(m.certain) AS certain_from, upper(m.certain) AS certain_until,
                coalesce(NOT isempty(m.certain), false) AS has_certain
            FROM (SELECT entity, membership_id, state, source, behind, range_agg(valid) AS possible,
                      range_agg(valid) FILTER (WHERE certain) AS certain
                  FROM read.membership_spell
                  WHERE known_from <= :position AND coalesce(known_until > :position, true)
                      AND kind = :kind AND (:network::text IS NULL OR entity = :network::text)
                  GROUP BY entity, membership_id, state, source, behind) m
                JOIN (SELECT DISTINCT ON (entity) entity, name, behind
                      FROM read.network WHERE known_from <= :position AND coalesce(known_until > :position, true)
                      ORDER BY entity, valid DESC) n ON n.entity = m.entity
            ORDER BY m.entity, m.membership_id
            """;
    private static final String NETWORKS =
            """
            SELECT DISTINCT ON (entity) entity, name, founded_on, dissolved_on, source,
                array_to_string(behind, ',') AS behind
            FROM read.network
            WHERE known_from <= :position AND coalesce(known_until > :position, true) AND founded_on IS NOT NULL
                AND (:network::text IS NULL OR entity = :network::text)
            ORDER BY entity, valid DESC
            """;

    /**
     * Common table expressions of what {@link #bindMembers} gives: {@code spell (state, possible, certain)}, each spell of
     * a member; {@code member}, the days of all spells of each state; {@code anybody}, the days on which the network can
     * have had a member.
     */
    static final String MEMBERS =
            """
            spell AS (
                SELECT * FROM unnest(:member_states::text[], :member_possible::daterange[], :member_certain::daterange[])
                    AS spell (state, possible, certain)),
            member AS (
                SELECT state, range_agg(possible) AS possible, range_agg(certain) AS certain FROM spell GROUP BY state),
            anybody AS (SELECT range_agg(possible) AS possible FROM spell)
            """;

    private final JdbcClient jdbc;

    Memberships(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** In every network, or in one. */
    List<FigureRow> spells(MembershipKind kind, @Nullable NetworkId network, long position) {
        List<FigureRow> rows = new ArrayList<>();
        jdbc.sql(SPELLS)
                .param("position", position)
                .param("kind", kind.name())
                .param("network", network == null ? null : network.aggregateId())
                .query(row -> {
                    row(
                                    row.getString("state"),
                                    row.getString("entity"),
                                    row.getString("state") + " is " + kind + " of " + row.getString("name"),
                                    List.of(row.getString("state")),
                                    Optional.of(days(row, "possible")),
                                    row.getBoolean("has_certain")
                                            ? Optional.of(days(row, "certain"))
                                            : Optional.empty(),
                                    row.getString("source"),
                                    row.getString("behind"))
                            .ifPresent(rows::add);
                });
        return rows;
    }

    List<FigureRow> networks(@Nullable NetworkId network, long position) {
        List<FigureRow> rows = new ArrayList<>();
        jdbc.sql(NETWORKS)
                .param("position", position)
                .param("network", network == null ? null : network.aggregateId())
                .query(row -> {
                    Period active = period(row.getString("founded_on"), row.getString("dissolved_on"));
                    row(
                                    row.getString("entity"),
                                    row.getString("entity"),
                                    row.getString("name"),
                                    List.of(),
                                    active.possibleDays(),
                                    active.certainDays(),
                                    row.getString("source"),
                                    row.getString("behind"))
                            .ifPresent(rows::add);
                });
        return rows;
    }

    /** Gives a query the spells of a network's members, by state, as three arrays. */
    StatementSpec bindMembers(StatementSpec query, NetworkId network, long position) {
        List<FigureRow> members = spells(MembershipKind.MEMBER, network, position);
        return query.param(
                        "member_states", members.stream().map(FigureRow::counts).toArray(String[]::new))
                .param(
                        "member_possible",
                        members.stream().map(row -> text(row.possible())).toArray(String[]::new))
                .param(
                        "member_certain",
                        members.stream().map(row -> text(row.certain())).toArray(String[]::new));
    }

    private static String text(@Nullable Days days) {
        if (days == null) {
            return "empty";
        }
        return "[" + (days.from() == null ? "" : days.from()) + "," + (days.until() == null ? "" : days.until()) + ")";
    }

    private static Optional<FigureRow> row(
            String key,
            String entity,
            String what,
            List<String> states,
            Optional<DayRange> possible,
            Optional<DayRange> certain,
            @Nullable String source,
            String behind) {
        return possible.map(days -> FigureRow.one(
                key,
                entity,
                what,
                states,
                Days.of(days),
                certain.map(Days::of).orElse(null),
                source,
                FigureRow.positions(behind)));
    }

    private static Period period(String from, @Nullable String until) {
        return new Period(HistoricalDate.parse(from), until == null ? null : HistoricalDate.parse(until));
    }

    private static DayRange days(ResultSet row, String which) throws SQLException {
        LocalDate from = row.getObject(which + "_from", LocalDate.class);
        return new DayRange(
                from == null ? HistoricalDate.BEGINNING : from, row.getObject(which + "_until", LocalDate.class));
    }
}
