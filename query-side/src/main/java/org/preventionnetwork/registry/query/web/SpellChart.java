package org.preventionnetwork.registry.query.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Spells over the years, a lane for each name. Where a source is imprecise, the days on which a spell may have held are
 * drawn apart from those on which it certainly did.
 *
 * @param marker where the day asked about stands, -1 when it is outside
 */
public record SpellChart(int width, int height, int laneHeight, int marker, List<Tick> ticks, List<Lane> lanes) {
    /** In pixels: the names of the lanes stand at the left. */
    private static final int LEFT = 190;

    private static final int WIDTH = 1_000;
    private static final int LANE = 24;
    private static final int TOP = 24;
    private static final int TICKS = 12;

    /** Longer names of lanes are cut. */
    private static final int LONGEST_NAME = 28;

    private static final int NARROWEST = 3;

    /**
     * @param what is said about it, where that is not its lane's name
     * @param from,until historical dates as recorded; {@code until}, from which on it does not hold, null while it lasts
     * @param end what is said of when it ended: {@code until}, or its last day where sources say that
     */
    public record Spell(
            String lane,
            String kind,
            String what,
            String from,
            @Nullable String until,
            @Nullable String end,
            @Nullable String address) {
        public Spell(
                String lane, String kind, String what, String from, @Nullable String until, @Nullable String address) {
            this(lane, kind, what, from, until, until, address);
        }

        public Spell(String lane, String kind, String from, @Nullable String until, String address) {
            this(lane, kind, lane, from, until, address);
        }

        /** What happened on a date, whichever day that was. */
        public static Spell moment(
                String lane, String kind, String what, @Nullable String on, @Nullable String address) {
            String date = on == null ? HistoricalDate.unknown().toString() : on;
            return new Spell(lane, kind, what, date, date, address);
        }

        /** @param last the last day of it, null where it has no other than the first */
        public static Spell days(
                String lane, String kind, String what, String first, @Nullable String last, @Nullable String address) {
            if (last == null || !HistoricalDate.parse(last).isDay()) {
                return last == null
                        ? moment(lane, kind, what, first, address)
                        : new Spell(lane, kind, what, first, last, address);
            }
            String after = HistoricalDate.parse(last).latest().plusDays(1).toString();
            return new Spell(lane, kind, what, first, after, last, address);
        }

        public boolean isMoment() {
            return from.equals(until);
        }

        /** When it ended, where that says more than when it began. */
        public @Nullable String ended() {
            return from.equals(end) ? null : end;
        }
    }

    public record Tick(int x, int year) {}

    /** @param certainWidth 0 when no day is certain */
    public record Bar(Spell spell, int y, int x, int width, int certainX, int certainWidth, boolean open) {}

    public record Lane(String name, int y, @Nullable String address, List<Bar> bars) {
        /** As much of the name as there is room for. */
        public String label() {
            return name.length() <= LONGEST_NAME
                    ? name
                    : name.substring(0, LONGEST_NAME - 1).strip() + "…";
        }
    }

    /**
     * @param spells in the order of their lanes
     * @param last the last day drawn
     */
    public static SpellChart of(List<Spell> spells, LocalDate day, LocalDate last) {
        LocalDate first = spells.stream()
                .map(spell -> HistoricalDate.parse(spell.from()).earliest())
                .filter(earliest -> earliest.isAfter(HistoricalDate.BEGINNING) && earliest.isBefore(last))
                .min(LocalDate::compareTo)
                .orElse(last.minusYears(1))
                .withDayOfYear(1);
        LocalDate end = LocalDate.of(last.getYear() + 1, 1, 1);
        Scale scale = new Scale(first, end);
        Map<String, List<Spell>> byLane = new LinkedHashMap<>();
        spells.forEach(spell ->
                byLane.computeIfAbsent(spell.lane(), lane -> new ArrayList<>()).add(spell));
        List<Lane> lanes = new ArrayList<>();
        byLane.forEach((name, own) -> {
            int y = TOP + lanes.size() * LANE;
            lanes.add(new Lane(
                    name,
                    y,
                    own.get(0).address(),
                    own.stream().map(spell -> bar(spell, y, scale, last)).toList()));
        });
        boolean shown = !day.isBefore(first) && day.isBefore(end);
        return new SpellChart(
                WIDTH, TOP + lanes.size() * LANE + 4, LANE, shown ? scale.x(day) : -1, ticks(first, end, scale), lanes);
    }

    private record Scale(LocalDate first, LocalDate end) {
        int x(LocalDate day) {
            LocalDate within = day.isBefore(first) ? first : day.isAfter(end) ? end : day;
            long days = ChronoUnit.DAYS.between(first, end);
            return LEFT + (int) (ChronoUnit.DAYS.between(first, within) * (WIDTH - LEFT) / days);
        }
    }

    private static Bar bar(Spell spell, int y, Scale scale, LocalDate last) {
        HistoricalDate from = HistoricalDate.parse(spell.from());
        HistoricalDate until = spell.until() == null ? null : HistoricalDate.parse(spell.until());
        LocalDate now = last.plusDays(1);
        LocalDate possibleEnd = until == null || until.latest().isAfter(now) ? now : until.latest();
        LocalDate certainEnd = until == null || until.certainUntil().isAfter(now) ? now : until.certainUntil();
        int x = scale.x(from.earliest());
        int certainX = scale.x(from.certainFrom());
        boolean certain =
                from.certainFrom().isBefore(certainEnd) || spell.isMoment() && from.isDay() && !from.isQualified();
        return new Bar(
                spell,
                y,
                x,
                Math.max(NARROWEST, scale.x(possibleEnd) - x),
                certainX,
                certain ? Math.max(NARROWEST, scale.x(certainEnd) - certainX) : 0,
                until == null);
    }

    private static List<Tick> ticks(LocalDate first, LocalDate end, Scale scale) {
        int years = end.getYear() - first.getYear();
        int every = Math.max(1, (years + TICKS - 1) / TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (int year = first.getYear(); year < end.getYear(); year += every) {
            ticks.add(new Tick(scale.x(LocalDate.of(year, 1, 1)), year));
        }
        return ticks;
    }
}
