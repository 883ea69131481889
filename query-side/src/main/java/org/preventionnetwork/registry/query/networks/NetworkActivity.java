package org.preventionnetwork.registry.query.networks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Remembered;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Activity;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A network's life, period by period, as known at a position. Members, seminars, completions and initiatives are the
 * figures of these names in the network's scope: of the members those on the period's last day, of the others what is
 * new in it; admitted and withdrawn are the states by which there are more or fewer members. What has an imprecise date
 * counts once, on the first day on which it is possible, and is certain where it certainly counts by the last day asked
 * about, so that what is new adds up to both bounds of the figure. Periods have none of the days that are not asked about.
 */
@Component
class NetworkActivity {
    enum Interval {
        MONTH("1 month", "YYYY-MM"),
        QUARTER("3 months", "YYYY-\"Q\"Q"),
        YEAR("1 year", "YYYY");

        private final String step;
        private final String format;

        Interval(String step, String format) {
            this.step = step;
            this.format = format;
        }

        /** As it is asked for. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String ACTIVITY =
            """
            WITH period AS (
                SELECT to_char(start, :format) AS name, greatest(start::date, :from::date) AS first_day,
                    least((start + :step::interval)::date, :to::date + 1) AS next_day
                FROM generate_series(date_trunc(:unit, :from::date::timestamp),
                                     date_trunc(:unit, :to::date::timestamp), :step::interval) AS start),
            meeting AS MATERIALIZED (
                SELECT topic, min(lower(valid)) AS day,
                    coalesce(min(lower(valid)) FILTER (WHERE certain) <= :to::date, false) AS is_certain
                FROM read.meeting
                WHERE entity = :network AND known @> :position::bigint GROUP BY topic)
            SELECT p.name, p.first_day, p.next_day,
                (SELECT count(*) FROM meeting WHERE day >= p.first_day AND day < p.next_day) AS meetings,
                (SELECT count(*) FROM meeting WHERE day >= p.first_day AND day < p.next_day AND is_certain)
                    AS certain_meetings
            FROM period p ORDER BY p.first_day
            """;

    private static final int REMEMBERED = 200;

    private final JdbcClient jdbc;
    private final Figures figures;
    private final Remembered<Asked, List<Activity>> remembered;

    NetworkActivity(Figures figures, @Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.figures = figures;
        this.remembered = new Remembered<>(database, REMEMBERED);
    }

    private record Asked(NetworkId network, LocalDate from, LocalDate to, Interval interval, long position) {}

    /** What is known at a position does not change any more: it is counted once. */
    List<Activity> of(NetworkId network, LocalDate from, LocalDate to, Interval interval, long position) {
        return remembered.get(new Asked(network, from, to, interval, position), this::counted);
    }

    private record Period(String name, long meetings, long certainMeetings, LocalDate first, LocalDate next) {
        boolean contains(@Nullable LocalDate day) {
            return day != null && !day.isBefore(first) && day.isBefore(next);
        }
    }

    private List<Activity> counted(Asked asked) {
        List<Period> periods = jdbc.sql(ACTIVITY)
                .param("network", asked.network().aggregateId())
                .param("position", asked.position())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("unit", asked.interval().name())
                .param("step", asked.interval().step)
                .param("format", asked.interval().format)
                .query((row, n) -> new Period(
                        row.getString("name"),
                        row.getLong("meetings"),
                        row.getLong("certain_meetings"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("next_day", LocalDate.class)))
                .list();
        List<Stay> memberships = memberships(asked);
        List<LocalDate> ends = new ArrayList<>();
        ends.add(periods.get(0).first().minusDays(1));
        periods.forEach(period -> ends.add(period.next().minusDays(1)));
        List<org.preventionnetwork.registry.query.figures.Interval> members =
                figures.course(question(FigureName.MEMBER_STATES, asked), ends);
        List<org.preventionnetwork.registry.query.figures.Interval> seminars =
                figures.added(question(FigureName.SEMINARS, asked), ends);
        List<org.preventionnetwork.registry.query.figures.Interval> completions =
                figures.added(question(FigureName.COMPLETIONS, asked), ends);
        List<org.preventionnetwork.registry.query.figures.Interval> initiatives =
                figures.added(question(FigureName.NATIONAL_INITIATIVES, asked), ends);
        List<Activity> activity = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            List<Stay> admitted = memberships.stream()
                    .filter(stay -> period.contains(stay.days().from()))
                    .toList();
            List<Stay> withdrawn = memberships.stream()
                    .filter(stay -> period.contains(stay.days().until()))
                    .toList();
            activity.add(new Activity(
                    period.name(),
                    admitted.size(),
                    withdrawn.size(),
                    members.get(i + 1).possible(),
                    members.get(i + 1).minimum(),
                    period.meetings(),
                    seminars.get(i).possible(),
                    completions.get(i).possible(),
                    initiatives.get(i).possible(),
                    certain(admitted),
                    certain(withdrawn),
                    period.certainMeetings(),
                    seminars.get(i).minimum(),
                    completions.get(i).minimum(),
                    initiatives.get(i).minimum()));
        }
        return activity;
    }

    private static FigureQuestion question(FigureName figure, Asked asked) {
        return new FigureQuestion(figure, asked.network(), asked.to(), asked.to(), asked.position());
    }

    /**
     * Days on which a state can have been a member without a break.
     *
     * @param certain whether it certainly was on one of them, by the last day asked about
     */
    private record Stay(DayRange days, boolean certain) {}

    private static long certain(List<Stay> stays) {
        return stays.stream().filter(Stay::certain).count();
    }

    private List<Stay> memberships(Asked asked) {
        FigureQuestion question =
                question(FigureName.MEMBER_STATES, asked).on(HistoricalDate.BEGINNING, HistoricalDate.END_OF_TIME);
        Map<String, List<Stay>> byState = new TreeMap<>();
        figures.rows(question, Integer.MAX_VALUE, 0).forEach(row -> byState.computeIfAbsent(
                        row.counts(), state -> new ArrayList<>())
                .add(new Stay(
                        row.possible().range(),
                        row.certain() != null && !row.certain().range().from().isAfter(asked.to()))));
        return byState.values().stream()
                .flatMap(stays -> joined(stays).stream())
                .toList();
    }

    private static List<Stay> joined(List<Stay> stays) {
        List<Stay> joined = new ArrayList<>();
        for (Stay next : stays.stream()
                .sorted(Comparator.comparing(stay -> stay.days().from()))
                .toList()) {
            Stay before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            LocalDate end = before == null ? null : before.days().until();
            if (before == null || end != null && end.isBefore(next.days().from())) {
                joined.add(next);
            } else {
                LocalDate until = next.days().until();
                LocalDate last = end == null || until == null ? null : until.isAfter(end) ? until : end;
                joined.set(
                        joined.size() - 1,
                        new Stay(new DayRange(before.days().from(), last), before.certain() || next.certain()));
            }
        }
        return joined;
    }
}
