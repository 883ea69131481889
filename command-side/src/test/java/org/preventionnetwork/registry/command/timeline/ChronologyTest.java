package org.preventionnetwork.registry.command.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialId;

class ChronologyTest {
    private static final OfficialId OFFICIAL = new OfficialId("o-1");
    private static final List<String> DATES = List.of(
            "2010",
            "2011",
            "2011-06",
            "2011-06-01",
            "2012",
            "2012-21",
            "[2010..2011]",
            "[2011..]",
            "[..2011]",
            "unknown");

    @Test
    void a_missing_date_is_never_certainly_before_another() {
        assertThat(EffectiveOrder.certainlyBefore(date("2010"), date("2011"))).isTrue();
        assertThat(EffectiveOrder.certainlyBefore(date("2010"), date("2010-05")))
                .isFalse();
        assertThat(EffectiveOrder.certainlyBefore(null, date("2011"))).isFalse();
        assertThat(EffectiveOrder.certainlyBefore(date("2010"), null)).isFalse();
    }

    @Test
    void steps_alternate_when_their_dates_leave_room_for_it() {
        assertThat(Chronology.canAlternate(grants("2015", "2017"), revocations("2016")))
                .isTrue();
        assertThat(Chronology.canAlternate(grants("2015-06"), revocations("2015")))
                .isTrue();
        assertThat(Chronology.canAlternate(grants("2015", "2017"), revocations("2018")))
                .isFalse();
        assertThat(Chronology.canAlternate(grants("2015", "2017"), revocations("unknown")))
                .isTrue();
        assertThat(Chronology.canAlternate(grants("2015", "2017"), revocations()))
                .isFalse();
        assertThat(Chronology.canAlternate(grants(), revocations())).isTrue();
    }

    static Stream<Long> seeds() {
        return new Random(20120329).longs(400).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void alternation_is_judged_as_by_trying_every_order(long seed) {
        Random random = new Random(seed);
        List<Fact> grants = grants(dates(random));
        List<Fact> revocations = revocations(dates(random));
        List<Fact> all = new ArrayList<>(grants);
        all.addAll(revocations);
        assertThat(Chronology.canAlternate(grants, revocations))
                .as("%s against %s", grants, revocations)
                .isEqualTo(someOrderAlternates(List.of(), all));
    }

    private static boolean someOrderAlternates(List<Fact> before, List<Fact> left) {
        Fact last = before.isEmpty() ? null : before.get(before.size() - 1);
        return left.isEmpty()
                || left.stream()
                        .filter(next -> last == null || last.getClass() != next.getClass())
                        .filter(next -> left.stream()
                                .noneMatch(other -> other.effectiveOn() != null
                                        && next.effectiveOn() != null
                                        && other.effectiveOn().certainlyBefore(next.effectiveOn())))
                        .anyMatch(next -> {
                            List<Fact> taken = new ArrayList<>(before);
                            taken.add(next);
                            List<Fact> rest = new ArrayList<>(left);
                            rest.remove(next);
                            return someOrderAlternates(taken, rest);
                        });
    }

    private static String[] dates(Random random) {
        return random.ints(random.nextInt(2) + 2, 0, DATES.size())
                .mapToObj(DATES::get)
                .toArray(String[]::new);
    }

    private static List<Fact> grants(String... dates) {
        List<Fact> facts = new ArrayList<>();
        for (String on : dates) {
            facts.add(new AlumniStatusGranted(OFFICIAL, fact("granted-" + facts.size()), date(on)));
        }
        return facts;
    }

    private static List<Fact> revocations(String... dates) {
        List<Fact> facts = new ArrayList<>();
        for (String on : dates) {
            facts.add(new AlumniStatusRevoked(OFFICIAL, fact("revoked-" + facts.size()), date(on)));
        }
        return facts;
    }
}
