package org.preventionnetwork.registry.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.text.Cases;

/**
 * Random spells, compared day by day with the definition: a day is possible when some reading of both dates puts it into
 * the spell, certain when every reading does.
 */
class PeriodOracleTest {

    private static final int CASES = 3_000;

    @Test
    void every_day_is_possible_and_certain_exactly_when_some_and_when_all_readings_contain_it() {
        Cases.run(CASES, random -> {
            Spell spell = Spell.random(random, WrittenDate.randomBaseYear(random));
            Period period = spell.period();
            assertThat(spell.daysWhere(period::possible))
                    .as("possible days of %s", spell)
                    .isEqualTo(spell.daysWhere(spell::isPossible));
            assertThat(spell.daysWhere(period::certain))
                    .as("certain days of %s", spell)
                    .isEqualTo(spell.daysWhere(spell::isCertain));
        });
    }

    @Test
    void ranges_hold_the_same_days_and_are_never_empty() {
        Cases.run(CASES, random -> {
            Spell spell = Spell.random(random, WrittenDate.randomBaseYear(random));
            Period period = spell.period();
            assertHolds(spell, period.possibleDays(), spell::isPossible);
            assertHolds(spell, period.certainDays(), spell::isCertain);
        });
    }

    @Test
    void two_spells_certainly_overlap_when_a_day_is_certain_in_both() {
        Cases.run(CASES, random -> {
            int baseYear = WrittenDate.randomBaseYear(random);
            Spell one = Spell.random(random, baseYear);
            Spell other = Spell.random(random, baseYear);
            boolean shared = one.daysWhere(one::isCertain).intersects(other.daysWhere(other::isCertain));
            assertThat(one.period().certainlyOverlaps(other.period()))
                    .as("%s and %s", one, other)
                    .isEqualTo(shared);
            assertThat(other.period().certainlyOverlaps(one.period()))
                    .as("%s and %s", other, one)
                    .isEqualTo(shared);
        });
    }

    @Test
    void a_spell_is_certainly_reversed_when_every_reading_ends_it_before_it_begins() {
        Cases.run(CASES, random -> {
            Spell spell = Spell.random(random, WrittenDate.randomBaseYear(random));
            WrittenDate until = spell.until;
            boolean reversed = until != null
                    && spell.from.days().stream().noneMatch(day -> until.days().nextSetBit(day) >= 0);
            assertThat(spell.period().certainlyReversed()).as("%s", spell).isEqualTo(reversed);
        });
    }

    private static void assertHolds(Spell spell, Optional<DayRange> range, Predicate<LocalDate> expected) {
        assertThat(spell.daysWhere(day -> range.isPresent() && range.get().contains(day)))
                .as("%s of %s", range, spell)
                .isEqualTo(spell.daysWhere(expected));
        assertThat(range.filter(DayRange::isEmpty)).as("%s", spell).isEmpty();
    }

    private record Spell(WrittenDate from, @Nullable WrittenDate until) {

        static Spell random(Random random, int baseYear) {
            WrittenDate from = WrittenDate.random(random, baseYear);
            return switch (random.nextInt(8)) {
                case 0 -> new Spell(from, null);
                case 1 -> new Spell(from, from);
                default -> new Spell(from, WrittenDate.random(random, baseYear));
            };
        }

        Period period() {
            return new Period(
                    HistoricalDate.parse(from.text()), until == null ? null : HistoricalDate.parse(until.text()));
        }

        boolean isPossible(LocalDate day) {
            return from.canMeanADayUpTo(day) && (until == null || until.canMeanADayAfter(day));
        }

        boolean isCertain(LocalDate day) {
            return holdsByThen(day) && (until == null || notYetEnded(until, day));
        }

        private boolean holdsByThen(LocalDate day) {
            return !from.canMeanADayAfter(day)
                    && (!from.qualified() || from.last().getYear() < day.getYear());
        }

        private static boolean notYetEnded(WrittenDate until, LocalDate day) {
            return !until.canMeanADayUpTo(day)
                    && (!until.qualified() || until.first().getYear() > day.getYear());
        }

        /** Of all days within four digits: those before the first year and the last day of all stand for open sides. */
        BitSet daysWhere(Predicate<LocalDate> condition) {
            var days = new BitSet();
            LocalDate start = WrittenDate.windowStart(from.baseYear());
            for (int index = 1; index < WrittenDate.windowLength(from.baseYear()) - 1; index++) {
                LocalDate day = start.plusDays(index);
                boolean countable = day.getYear() >= 1 && day.isBefore(LocalDate.of(9999, 12, 31));
                days.set(index, countable && condition.test(day));
            }
            return days;
        }

        @Override
        public String toString() {
            return "from " + from.text() + (until == null ? "" : " until " + until.text());
        }
    }
}
