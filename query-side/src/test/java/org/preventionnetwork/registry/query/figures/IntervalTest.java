package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.testing.TestRun;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IntervalTest {
    private static final LocalDate START = LocalDate.of(2012, 1, 1);
    private static final int DAYS = 30;

    @Test
    void agrees_with_looking_at_one_day_after_the_other() {
        long seed = TestRun.SEED;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            List<Counted> rows = new ArrayList<>();
            int size = random.nextInt(12);
            for (int i = 0; i < size; i++) {
                rows.add(row(random));
            }
            int first = random.nextInt(DAYS);
            int last = first + random.nextInt(DAYS - first);
            assertThat(Interval.over(rows, START.plusDays(first), START.plusDays(last)))
                    .as("seed %d, round %d, days %d to %d of %s", seed, round, first, last, rows)
                    .isEqualTo(dayByDay(rows, first, last));
        }
    }

    private static Counted row(Random random) {
        DayRange possible = range(random, START, START.plusDays(DAYS));
        DayRange certain = random.nextInt(3) == 0
                ? null
                : range(random, possible.from(), possible.until() == null ? START.plusDays(DAYS) : possible.until());
        if (certain != null && possible.until() == null && random.nextBoolean()) {
            certain = new DayRange(certain.from(), null);
        }
        boolean single = random.nextInt(4) == 0;
        boolean open = random.nextInt(10) == 0;
        return new Counted(
                single ? null : "key" + random.nextInt(4),
                open ? 0 : random.nextInt(4),
                open ? 0 : random.nextInt(4),
                open,
                possible,
                open ? null : certain,
                single ? 1 + random.nextInt(3) : 1);
    }

    private static DayRange range(Random random, LocalDate from, LocalDate until) {
        int days = (int) (until.toEpochDay() - from.toEpochDay());
        int start = random.nextInt(Math.max(1, days));
        LocalDate begin = from.plusDays(start);
        int length = 1 + random.nextInt(Math.max(1, days - start));
        boolean forEver = until.equals(START.plusDays(DAYS)) && random.nextInt(3) == 0;
        return new DayRange(begin, forEver ? null : begin.plusDays(length));
    }

    private static Interval dayByDay(List<Counted> rows, int first, int last) {
        long least = Long.MAX_VALUE;
        long most = 0;
        boolean open = false;
        for (int d = first; d <= last; d++) {
            LocalDate day = START.plusDays(d);
            least = Math.min(least, total(rows, day, Counted::certain, Counted::least));
            most = Math.max(most, total(rows, day, Counted::possible, Counted::count));
            open |= rows.stream().anyMatch(row -> row.open() && row.possible().contains(day));
        }
        return new Interval(least, most, open);
    }

    private static long total(
            List<Counted> rows, LocalDate day, Function<Counted, DayRange> when, ToLongFunction<Counted> howMuch) {
        Map<String, Long> byKey = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Counted row = rows.get(i);
            DayRange range = when.apply(row);
            if (range != null && range.contains(day)) {
                byKey.merge(
                        row.key() == null ? "single" + i : row.key(),
                        howMuch.applyAsLong(row) * row.times(),
                        Math::max);
            }
        }
        return byKey.values().stream().mapToLong(Long::longValue).sum();
    }
}
