package org.preventionnetwork.registry.query.figures.definition;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow.Days;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Finds where a figure can have changed: the positions at which a row of those tables came or went that the figure is
 * made of, and what it counts that this can concern. Rather too much than too little: who asks looks at each.
 *
 * <p>All questions here are about one day, the last of the question's.
 */
final class Touched {
    private static final String ROWS =
            """
            (SELECT t.*, known_from AS changed_at FROM read.%1$s t WHERE known_from > :since AND known_from <= :position
             UNION ALL
             SELECT t.*, known_until FROM read.%1$s t WHERE known_until > :since AND known_until <= :position)
            """;

    private static final String NETWORKS = "SELECT entity, changed_at FROM " + changed("membership_spell") + " m"
            + " WHERE kind = :kind::text AND (:network::text IS NULL OR entity = :network::text)"
            + " UNION SELECT entity, changed_at FROM " + changed("network") + " n"
            + " WHERE :network::text IS NULL OR entity = :network::text";

    private static final String INITIATIVES = "SELECT entity, changed_at FROM " + changed("initiative") + " i"
            + " UNION SELECT entity, changed_at FROM " + changed("relation") + " r WHERE kind = 'BELONGS_TO'";

    /** What was never held by the day, as far as anybody knew in between, never counts. */
    private static final String SEMINARS =
            """
            WITH relevant AS (
                SELECT DISTINCT entity FROM read.seminar
                WHERE (:programme::text IS NULL OR programme = :programme::text)
                    AND (:any_seminar OR held AND coalesce(lower(valid) <= :day::date, true))),
            official_changed AS (
                SELECT substr(entity, 10) AS official, changed_at FROM %4$s o
                UNION SELECT substr(entity, 10), changed_at FROM %5$s a
                UNION SELECT m.official, c.changed_at FROM %6$s c, (SELECT DISTINCT official FROM read.canonical) m),
            touched AS (
                SELECT entity, changed_at FROM %1$s s
                UNION SELECT entity, changed_at FROM %2$s e
                UNION SELECT entity, changed_at FROM %3$s r
                UNION SELECT entity, changed_at FROM %7$s g WHERE kind = 'GIVEN_FOR'
                UNION SELECT entity, changed_at FROM %8$s c WHERE list = 'ROSTER'
                UNION SELECT e.entity, c.changed_at FROM official_changed c JOIN read.enrollment e USING (official))
            SELECT entity, changed_at FROM touched JOIN relevant USING (entity)
            """
                    .formatted(
                            changed("seminar"),
                            changed("enrollment"),
                            changed("reported_figures"),
                            changed("official"),
                            changed("affiliation"),
                            changed("canonical"),
                            changed("relation"),
                            changed("complete_list"));

    /**
     * A seminar concerns who completed any part of its cycle, whichever cycle it was in; a merge concerns all. In the
     * scope of a network it matters since when somebody is an alumnus and whom they served then, so that days before the
     * one asked about do, too.
     */
    private static final String GRADUATES =
            """
            SELECT official, changed_at FROM %1$s e
            WHERE status = 'COMPLETED' AND (:network::text IS NOT NULL OR valid @> :day::date)
            UNION
            SELECT e.official, s.changed_at
            FROM %2$s s
                JOIN read.seminar other ON other.entity = s.entity
                    OR other.programme = s.programme AND other.cycle = s.cycle
                JOIN read.enrollment e ON e.entity = other.entity AND e.status = 'COMPLETED'
            WHERE :network::text IS NOT NULL OR s.valid @> :day::date
            UNION
            SELECT substr(entity, 10), changed_at FROM %3$s o
            WHERE :network::text IS NOT NULL OR alumni_exception IS NOT NULL AND valid @> :day::date
            UNION
            SELECT substr(entity, 10), changed_at FROM %5$s a WHERE :network::text IS NOT NULL
            UNION
            SELECT e.official, r.changed_at FROM %6$s r JOIN read.enrollment e USING (entity)
            WHERE :network::text IS NOT NULL AND r.kind = 'GIVEN_FOR' AND e.status = 'COMPLETED'
            UNION
            SELECT NULL, changed_at FROM %4$s c
            """
                    .formatted(
                            changed("enrollment"),
                            changed("seminar"),
                            changed("official"),
                            changed("canonical"),
                            changed("affiliation"),
                            changed("relation"));

    private final JdbcClient jdbc;
    private final Memberships memberships;

    Touched(DataSource database, Memberships memberships) {
        this.jdbc = JdbcClient.create(database);
        this.memberships = memberships;
    }

    /** @return positions by the network that they are about; {@code kind} null concerns the networks alone */
    Map<String, SortedSet<Long>> networks(FigureQuestion question, @Nullable MembershipKind kind, long since) {
        return byEntity(asked(NETWORKS, question, since).param("kind", kind == null ? null : kind.name()));
    }

    Map<String, SortedSet<Long>> initiatives(FigureQuestion question, long since) {
        return byEntity(asked(INITIATIVES, question, since));
    }

    /**
     * Positions at which a network's members, or the days on which they were, became other ones: then all that is counted
     * of its members is another. Empty without a network.
     */
    SortedSet<Long> membersChanged(FigureQuestion question, long since) {
        NetworkId network = question.network();
        SortedSet<Long> changed = new TreeSet<>();
        if (network != null) {
            networks(question, MembershipKind.MEMBER, since)
                    .getOrDefault(network.aggregateId(), Collections.emptySortedSet())
                    .stream()
                    .filter(position -> !spells(network, position - 1).equals(spells(network, position)))
                    .forEach(changed::add);
        }
        return changed;
    }

    /** A spell of a state, for what is counted of it. */
    private record Spell(String state, Days possible, @Nullable Days certain) {}

    private Set<Spell> spells(NetworkId network, long position) {
        return memberships.spells(MembershipKind.MEMBER, network, position).stream()
                .map(row -> new Spell(row.counts(), row.possible(), row.certain()))
                .collect(Collectors.toSet());
    }

    /** @param any whether seminars that were never held count, too */
    Map<String, SortedSet<Long>> seminars(FigureQuestion question, long since, boolean any) {
        return byEntity(asked(SEMINARS, question, since).param("any_seminar", any));
    }

    /** Who can have become an alumnus, or ceased to be one, at which position; none named means anybody. */
    SortedMap<Long, SortedSet<String>> graduates(FigureQuestion question, long since) {
        SortedMap<Long, SortedSet<String>> found = new TreeMap<>();
        asked(GRADUATES, question, since).query(row -> {
            SortedSet<String> officials = found.computeIfAbsent(row.getLong("changed_at"), at -> new TreeSet<>());
            String official = row.getString("official");
            if (official != null) {
                officials.add(official);
            }
        });
        return found;
    }

    private static String changed(String table) {
        return ROWS.formatted(table);
    }

    private StatementSpec asked(String sql, FigureQuestion question, long since) {
        NetworkId network = question.network();
        ProgrammeId programme = question.programme();
        return jdbc.sql(sql)
                .param("since", since)
                .param("position", question.position())
                .param("day", question.last())
                .param("network", network == null ? null : network.aggregateId())
                .param("programme", programme == null ? null : programme.value());
    }

    private static Map<String, SortedSet<Long>> byEntity(StatementSpec query) {
        Map<String, SortedSet<Long>> found = new TreeMap<>();
        query.query(row -> {
            found.computeIfAbsent(row.getString("entity"), entity -> new TreeSet<>())
                    .add(row.getLong("changed_at"));
        });
        return found;
    }
}
