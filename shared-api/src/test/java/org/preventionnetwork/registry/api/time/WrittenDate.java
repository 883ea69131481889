package org.preventionnetwork.registry.api.time;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The oracle's idea of a date: how it is written, and for every single day of a few years whether it can mean that day.
 * Nothing here knows the code under test.
 */
record WrittenDate(String text, BitSet days, boolean openBelow, boolean openAbove, boolean qualified, int baseYear) {

    static final int YEARS = 4;
    private static final int MARGIN = 1;

    static int randomBaseYear(Random random) {
        int[] interesting = {1, 2, 398, 1898, 1998, 2011, 9994, 9996};
        return random.nextBoolean() ? 1 + random.nextInt(9990) : interesting[random.nextInt(interesting.length)];
    }

    static LocalDate windowStart(int baseYear) {
        return LocalDate.of(baseYear - MARGIN, 1, 1);
    }

    static int windowLength(int baseYear) {
        return (int) (LocalDate.of(baseYear + YEARS + MARGIN, 12, 31).toEpochDay()
                - windowStart(baseYear).toEpochDay());
    }

    static WrittenDate random(Random random, int baseYear) {
        return switch (random.nextInt(10)) {
            case 0 -> unknown(baseYear);
            case 1, 2 -> qualified(interval(random, baseYear), random);
            default -> qualified(point(random, baseYear), random);
        };
    }

    static WrittenDate unknown(int baseYear) {
        return from("unknown", baseYear, day -> true, true, true);
    }

    static WrittenDate point(Random random, int baseYear) {
        int year = baseYear + random.nextInt(YEARS);
        int month = 1 + random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 -> from("%04d".formatted(year), baseYear, day -> day.getYear() == year, false, false);
            case 1 -> from("%04d-%02d".formatted(year, month), baseYear, isIn(year, month), false, false);
            case 2 -> season(random.nextInt(4), year, baseYear);
            default -> {
                LocalDate first = LocalDate.of(year, month, 1);
                int[] days = {1, 2, 28, first.lengthOfMonth(), 1 + random.nextInt(first.lengthOfMonth())};
                LocalDate chosen = first.withDayOfMonth(days[random.nextInt(days.length)]);
                String text = "%04d-%02d-%02d".formatted(year, month, chosen.getDayOfMonth());
                yield from(text, baseYear, chosen::equals, false, false);
            }
        };
    }

    private static WrittenDate season(int season, int year, int baseYear) {
        Predicate<LocalDate> days =
                switch (season) {
                    case 0 -> isIn(year, 3).or(isIn(year, 4)).or(isIn(year, 5));
                    case 1 -> isIn(year, 6).or(isIn(year, 7)).or(isIn(year, 8));
                    case 2 -> isIn(year, 9).or(isIn(year, 10)).or(isIn(year, 11));
                    default -> isIn(year, 12).or(isIn(year + 1, 1)).or(isIn(year + 1, 2));
                };
        return from("%04d-%d".formatted(year, 21 + season), baseYear, days, false, false);
    }

    /** Two points in any order: the later one may come first only where both could be the same day. */
    static WrittenDate interval(Random random, int baseYear) {
        WrittenDate low = point(random, baseYear);
        WrittenDate high = point(random, baseYear);
        if (high.last().isBefore(low.first())) {
            WrittenDate other = low;
            low = high;
            high = other;
        }
        LocalDate first = low.first();
        LocalDate last = high.last();
        return switch (random.nextInt(3)) {
            case 0 -> from("[.." + high.text + "]", baseYear, day -> !day.isAfter(last), true, false);
            case 1 -> from("[" + low.text + "..]", baseYear, day -> !day.isBefore(first), false, true);
            default ->
                from(
                        "[" + low.text + ".." + high.text + "]",
                        baseYear,
                        day -> !day.isBefore(first) && !day.isAfter(last),
                        false,
                        false);
        };
    }

    static WrittenDate qualified(WrittenDate date, Random random) {
        String qualifier = new String[] {"?", "~", "%", "", "", "", "", ""}[random.nextInt(8)];
        return new WrittenDate(
                date.text + qualifier, date.days, date.openBelow, date.openAbove, !qualifier.isEmpty(), date.baseYear);
    }

    LocalDate first() {
        return windowStart(baseYear).plusDays(days.nextSetBit(0));
    }

    LocalDate last() {
        return windowStart(baseYear).plusDays(days.length() - 1L);
    }

    boolean canMeanADayUpTo(LocalDate day) {
        return days.nextSetBit(0) >= 0 && days.nextSetBit(0) <= index(day);
    }

    boolean canMeanADayAfter(LocalDate day) {
        return days.nextSetBit(index(day) + 1) >= 0;
    }

    private int index(LocalDate day) {
        return (int) (day.toEpochDay() - windowStart(baseYear).toEpochDay());
    }

    private static Predicate<LocalDate> isIn(int year, int month) {
        return day -> day.getYear() == year && day.getMonthValue() == month;
    }

    private static WrittenDate from(
            String text, int baseYear, Predicate<LocalDate> canMean, boolean openBelow, boolean openAbove) {
        var days = new BitSet();
        LocalDate day = windowStart(baseYear);
        for (int index = 0; index < windowLength(baseYear); index++, day = day.plusDays(1)) {
            days.set(index, canMean.test(day));
        }
        return new WrittenDate(text, days, openBelow, openAbove, false, baseYear);
    }
}
