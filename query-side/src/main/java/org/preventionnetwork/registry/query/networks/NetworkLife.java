package org.preventionnetwork.registry.query.networks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Member;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of a network shows beside the answers of the API. */
@Component
class NetworkLife {
    private final JdbcClient jdbc;
    private final Figures figures;

    NetworkLife(Figures figures, @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * A state's membership that holds on the day, or can.
     *
     * @param from,until as the sources give them; {@code until} is null while it lasts
     */
    record Belonging(
            String state,
            String kind,
            String from,
            @Nullable String until,
            boolean certain,
            boolean suspended,
            boolean announced,
            String membershipId,
            String factId,
            @Nullable String source) {}

    /**
     * What answers on the day for each state, and what else can hold: where a state passes from one kind to the next
     * within an imprecise date, it can be either.
     *
     * @param answered one for each state
     */
    List<Belonging> belonging(NetworkId network, List<Member> answered, Clocks clocks) {
        List<Belonging> all = new ArrayList<>();
        answered.forEach(one -> all.add(new Belonging(
                one.state(),
                one.kind(),
                one.from(),
                one.until(),
                one.certain(),
                one.suspended(),
                one.announced(),
                one.membershipId(),
                one.factId(),
                one.source())));
        all.addAll(jdbc.sql(
                        """
                        SELECT * FROM read.membership_spell
                        WHERE entity = :network AND valid @> :day::date AND known @> :position::bigint
                            AND membership_id <> ALL(:answered::text[])
                        ORDER BY membership_id
                        """)
                .param("network", network.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .param("answered", answered.stream().map(Member::membershipId).toArray(String[]::new))
                .query((row, n) -> new Belonging(
                        row.getString("state"),
                        row.getString("kind"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain"),
                        false,
                        false,
                        row.getString("membership_id"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list());
        all.sort(Comparator.comparing(Belonging::state));
        return all;
    }

    /** The states that count as its members on the day, with whether each certainly does. */
    Map<String, Boolean> members(NetworkId network, Clocks clocks) {
        return figures.states(
                new FigureQuestion(FigureName.MEMBER_STATES, network, clocks.day(), clocks.day(), clocks.position()));
    }

    /** @param from,until as the sources give them; {@code until} is null while it lasts */
    record SpellRow(String state, String kind, String from, @Nullable String until) {}

    record InitiativeRow(
            String id,
            String title,
            List<String> states,
            String type,
            @Nullable String stage,
            @Nullable String launchedOn,
            boolean certain) {}

    /** Every spell of membership that is known, whatever the day, each once. */
    List<SpellRow> spells(NetworkId network, long position) {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (membership_id) membership_id, state, kind, from_on, until_on,
                                lower(valid) AS first_day
                            FROM read.membership_spell WHERE entity = :network AND known @> :position::bigint
                            ORDER BY membership_id, lower(valid)) spell
                        ORDER BY state, first_day
                        """)
                .param("network", network.aggregateId())
                .param("position", position)
                .query((row, n) -> new SpellRow(
                        row.getString("state"),
                        row.getString("kind"),
                        row.getString("from_on"),
                        row.getString("until_on")))
                .list();
    }

    /** @param certain whether it certainly counts for the network on the day, or will once it is over; a planned one counts for none */
    record SeminarRow(
            String id,
            String title,
            String startsOn,
            @Nullable String endsOn,
            @Nullable String city,
            @Nullable String state,
            @Nullable String mode,
            String status,
            boolean counted,
            boolean certain) {}

    /** Those that count as the network's by the day, or will once they are over, and those planned for it; the latest first. */
    List<SeminarRow> seminars(NetworkId network, Clocks clocks) {
        FigureQuestion question =
                new FigureQuestion(FigureName.SEMINARS, network, clocks.day(), clocks.day(), clocks.position());
        Set<String> counted = new TreeSet<>();
        Set<String> certain = new TreeSet<>();
        sort(figures.rows(question, Integer.MAX_VALUE, 0), clocks, counted, certain);
        sort(
                figures.begun(question).stream()
                        .filter(row -> !counted.contains(row.counts()))
                        .toList(),
                clocks,
                counted,
                certain);
        return jdbc.sql(
                        """
                        SELECT substr(s.entity, 9) AS id, s.*, s.entity = ANY(:counted::text[]) AS counted,
                            s.entity = ANY(:certain::text[]) AS surely
                        FROM read.seminar s
                        WHERE s.valid @> :day::date AND s.known @> :position::bigint
                            AND (s.entity = ANY(:counted::text[])
                                OR s.status = 'PLANNED' AND s.entity IN (
                                    SELECT entity FROM read.relation WHERE kind = 'GIVEN_FOR' AND other = :network
                                        AND known @> :position::bigint))
                        ORDER BY s.starts_earliest DESC, s.entity
                        """)
                .param("counted", counted.toArray(String[]::new))
                .param("certain", certain.toArray(String[]::new))
                .param("network", network.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> new SeminarRow(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("starts_on"),
                        row.getString("ends_on"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("mode"),
                        row.getString("status"),
                        row.getBoolean("counted"),
                        row.getBoolean("surely")))
                .list();
    }

    private static void sort(List<FigureRow> rows, Clocks clocks, Set<String> counted, Set<String> certain) {
        for (FigureRow row : rows) {
            if (row.count() > 0) {
                counted.add(row.counts());
                if (row.isCertain(clocks.day(), clocks.day())) {
                    certain.add(row.counts());
                }
            }
        }
    }

    /** Those that count as the network's by the day: its own, and those of its members. */
    List<InitiativeRow> initiatives(NetworkId network, Clocks clocks) {
        Set<String> counted = figures.things(new FigureQuestion(
                FigureName.NATIONAL_INITIATIVES, network, clocks.day(), clocks.day(), clocks.position()));
        return jdbc.sql(
                        """
                        SELECT substr(entity, 12) AS id, * FROM read.initiative
                        WHERE entity = ANY(:counted::text[]) AND valid @> :day::date AND known @> :position::bigint
                        ORDER BY launched_on, entity
                        """)
                .param("counted", counted.toArray(String[]::new))
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> new InitiativeRow(
                        row.getString("id"),
                        row.getString("title"),
                        List.of((String[]) row.getArray("states").getArray()),
                        row.getString("type"),
                        row.getString("stage"),
                        row.getString("launched_on"),
                        row.getBoolean("certain")))
                .list();
    }
}
