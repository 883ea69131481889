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
 * counts once, on the first day on which it is possible. Periods have none of the days that are not asked about.
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
                SELECT topic, min(lower(valid)) AS day FROM read.meeting
                WHERE entity = :network AND known @> :position::bigint GROUP BY topic)
            SELECT p.name, p.first_day, p.next_day,
                (SELECT count(*) FROM meeting WHERE day >= p.first_day AND day < p.next_day) AS meetings
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

    private record Period(String name, long meetings, LocalDate first, LocalDate next) {
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
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("next_day", LocalDate.class)))
                .list();
        List<DayRange> memberships = memberships(asked);
        List<Counted> members = atEnds(FigureName.MEMBER_STATES, asked, periods);
        List<Counted> seminars = atEnds(FigureName.SEMINARS, asked, periods);
        List<Counted> completions = atEnds(FigureName.COMPLETIONS, asked, periods);
        List<Counted> initiatives = atEnds(FigureName.NATIONAL_INITIATIVES, asked, periods);
        List<Activity> activity = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            activity.add(new Activity(
                    period.name(),
                    memberships.stream()
                            .filter(days -> period.contains(days.from()))
                            .count(),
                    memberships.stream()
                            .filter(days -> period.contains(days.until()))
                            .count(),
                    members.get(i + 1).possible(),
                    members.get(i + 1).certain(),
                    period.meetings(),
                    added(seminars, i),
                    added(completions, i),
                    added(initiatives, i)));
        }
        return activity;
    }

    /** The days on which each state can have been a member without a break. */
    private List<DayRange> memberships(Asked asked) {
        FigureQuestion question = new FigureQuestion(
                FigureName.MEMBER_STATES,
                asked.network(),
                HistoricalDate.BEGINNING,
                HistoricalDate.END_OF_TIME,
                asked.position());
        Map<String, List<DayRange>> byState = new TreeMap<>();
        figures.rows(question, Integer.MAX_VALUE, 0)
                .forEach(row -> byState.computeIfAbsent(row.counts(), state -> new ArrayList<>())
                        .add(row.possible().range()));
        return byState.values().stream()
                .flatMap(ranges -> joined(ranges).stream())
                .toList();
    }

    private static List<DayRange> joined(List<DayRange> ranges) {
        List<DayRange> joined = new ArrayList<>();
        for (DayRange next :
                ranges.stream().sorted(Comparator.comparing(DayRange::from)).toList()) {
            DayRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || last.until() != null && last.until().isBefore(next.from())) {
                joined.add(next);
            } else if (last.until() != null
                    && (next.until() == null || next.until().isAfter(last.until()))) {
                joined.set(joined.size() - 1, new DayRange(last.from(), next.until()));
            }
        }
        return joined;
    }

    private record Counted(long certain, long possible) {}

    /** On the day before the first of the periods, and on the last day of each. */
    private List<Counted> atEnds(FigureName figure, Asked asked, List<Period> periods) {
        List<LocalDate> days = new ArrayList<>();
        days.add(periods.get(0).first().minusDays(1));
        periods.forEach(period -> days.add(period.next().minusDays(1)));
        FigureQuestion question = new FigureQuestion(figure, asked.network(), asked.to(), asked.to(), asked.position());
        return figures.course(question, days).stream()
                .map(counted -> new Counted(counted.minimum(), counted.possible()))
                .toList();
    }

    private static long added(List<Counted> counted, int period) {
        return counted.get(period + 1).possible() - counted.get(period).possible();
    }
}
