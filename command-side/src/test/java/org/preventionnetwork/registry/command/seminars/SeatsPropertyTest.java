package org.preventionnetwork.registry.command.seminars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.AnnulEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateAgain;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CapacityChanged;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Random histories of one seminar, against a model that recounts everything from the events each time: never more seats
 * taken than there are, those waiting move up in their order and only when a seat becomes free, nobody is lost, and a
 * replay of the events ends in the same state.
 */
class SeatsPropertyTest {
    /** How far each step is; said here anew, so that the reading is not its own judge. */
    private static final List<String> WAY =
            List.of("NOMINATED", "WAITLISTED", "ACCEPTED", "CONFIRMED", "ATTENDED", "DECLINED", "WITHDRAWN");

    private static final Provenance WHO = new Provenance("local", "SECRETARIAT", null, null, "because", null);
    private static final SamePerson ALONE = SamePerson.ALONE;
    private static final int COMMANDS = 1_000;
    private static final int OFFICIALS = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 21})
    void seats_and_waiting_list_hold_in_any_history(long seed) {
        Random random = new Random(seed);
        History history = new History();
        history.seminar.record(scheduled(3), WHO);
        history.desk.nominate(nominate("e0", "2019-01"), ALONE, WHO);
        int refused = 0;
        int promotions = 0;
        for (int i = 0; i < COMMANDS; i++) {
            Model before = Model.of(history.events);
            int recorded = history.events.size();
            String command;
            try {
                command = tell(history, random, i);
            } catch (Refused refusal) {
                refused++;
                assertThat(history.events)
                        .as("seed %s, a refusal records nothing", seed)
                        .hasSize(recorded);
                continue;
            }
            List<RegistryEvent> news = history.events.subList(recorded, history.events.size());
            Model after = Model.of(history.events);
            String where = "seed " + seed + ", command " + i + ": " + command + " recorded " + news;
            after.requireSeats(where);
            promotions += requirePromotions(before, history.events, recorded, where);
            history.requireCount(after, where);
        }
        history.requireReplay();
        assertThat(refused).as("seed %s refuses some", seed).isBetween(COMMANDS / 20, COMMANDS * 19 / 20);
        assertThat(promotions).as("seed %s promotes some", seed).isGreaterThan(10);
    }

    /**
     * Every second official is another record of the one before, merged for a while and unmerged again: whatever is told
     * then in whatever way, it gives nobody a second seat or waiting place.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void nobody_takes_part_twice_in_any_history_of_merges(long seed) {
        Random random = new Random(seed);
        History history = new History();
        history.seminar.record(scheduled(6), WHO);
        history.desk.nominate(nominate("e0", "2019-01"), ALONE, WHO);
        int refused = 0;
        for (int i = 0; i < COMMANDS; i++) {
            boolean merged = i / 50 % 2 == 1;
            SamePerson persons = merged ? new SamePerson(SeatsPropertyTest::otherRecord) : ALONE;
            Map<String, EnrollmentStatus> before = statuses(history);
            int recorded = history.events.size();
            try {
                if (random.nextInt(3) == 0) {
                    tellOutcome(history, random, i, persons);
                } else {
                    tell(history, random, i, persons);
                }
            } catch (Refused refusal) {
                refused += merged && refusal.code() == RefusalCode.ALREADY_ENROLLED ? 1 : 0;
                assertThat(history.events)
                        .as("seed %s, a refusal records nothing", seed)
                        .hasSize(recorded);
                continue;
            }
            if (merged) {
                Map<String, EnrollmentStatus> after = statuses(history);
                String where = "seed " + seed + ", command " + i + " recorded "
                        + history.events.subList(recorded, history.events.size());
                after.forEach((id, now) -> requireAlone(before.get(id), now, after.get(otherRecord(id)), where));
            }
        }
        assertThat(refused).as("seed %s refuses what would be twice", seed).isGreaterThan(10);
    }

    private static void requireAlone(
            @Nullable EnrollmentStatus before, EnrollmentStatus now, @Nullable EnrollmentStatus beside, String where) {
        boolean besideSeated = beside != null && SEATED.contains(beside.name());
        if (SEATED.contains(now.name()) && (before == null || !SEATED.contains(before.name()))) {
            assertThat(besideSeated).as(where).isFalse();
        }
        if (now == EnrollmentStatus.WAITLISTED && before != now) {
            assertThat(besideSeated || beside == now).as(where).isFalse();
        }
    }

    private static final List<String> SEATED =
            List.of("ACCEPTED", "CONFIRMED", "ATTENDED", "COMPLETED", "NOT_COMPLETED");

    private static String otherRecord(String id) {
        return "e" + (Integer.parseInt(id.substring(1)) ^ 1);
    }

    private static Set<OfficialId> otherRecord(OfficialId official) {
        return Set.of(official(otherRecord(official.value().substring("official-".length()))));
    }

    private static Map<String, EnrollmentStatus> statuses(History history) {
        Map<String, EnrollmentStatus> statuses = new TreeMap<>();
        for (int i = 0; i < OFFICIALS; i++) {
            EnrollmentStatus status = history.seminar.enrollments().status("e" + i);
            if (status != null) {
                statuses.put("e" + i, status);
            }
        }
        return statuses;
    }

    /** Outcomes as lists tell them, and corrections of what they told. */
    private static void tellOutcome(History history, Random random, int i, SamePerson persons) {
        String who = "e" + random.nextInt(OFFICIALS);
        EnrollmentStatus status =
                EnrollmentStatus.valueOf(random.nextInt(4) == 0 ? "WAITLISTED" : SEATED.get(random.nextInt(5)));
        String on = random.nextBoolean() ? null : "2019-0" + (1 + random.nextInt(6));
        FactId id = fact("o-" + i);
        switch (random.nextInt(3)) {
            case 0 -> new Outcomes(history.seminar, history.desk).record(recorded(id, who, status, on), persons, WHO);
            case 1 -> history.desk.take(step(status, id, who, on), persons, WHO);
            default ->
                history.seminar.correct(
                        correct(any(history.seminar, random).value(), "{\"status\": \"" + status + "\"}"),
                        persons,
                        WHO);
        }
    }

    private static RecordEnrollment recorded(FactId id, String who, EnrollmentStatus status, @Nullable String on) {
        return new RecordEnrollment(SEMINAR, id, enrollment(who), official(who), status, null, date(on), null);
    }

    private static String tell(History history, Random random, int i) {
        return tell(history, random, i, ALONE);
    }

    private static String tell(History history, Random random, int i, SamePerson persons) {
        String who = "e" + random.nextInt(OFFICIALS);
        String on = random.nextInt(3) == 0 ? null : "2019-0" + (1 + random.nextInt(5));
        String day = on == null || random.nextBoolean() ? on : on + "-1" + random.nextInt(9);
        FactId id = fact("f-" + i);
        Seminar seminar = history.seminar;
        EnrollmentDesk desk = history.desk;
        switch (random.nextInt(18)) {
            case 0, 1, 2 -> desk.nominate(nominate(who, random.nextBoolean() ? null : "2019-01"), persons, WHO);
            case 3, 4 -> desk.take(step(EnrollmentStatus.ACCEPTED, id, who, day), persons, WHO);
            case 5, 6, 7 -> desk.take(step(EnrollmentStatus.WAITLISTED, id, who, day), persons, WHO);
            case 8 -> desk.take(step(EnrollmentStatus.WITHDRAWN, id, who, day), persons, WHO);
            case 9 -> desk.take(step(EnrollmentStatus.DECLINED, id, who, day), persons, WHO);
            case 10 -> desk.take(step(EnrollmentStatus.CONFIRMED, id, who, day), persons, WHO);
            case 11 -> {
                Integer seats = random.nextInt(20) == 0 ? null : Integer.valueOf(1 + random.nextInt(4));
                seminar.changeCapacity(capacity(id.value(), seats, null), persons, WHO);
            }
            case 12, 15 -> desk.annul(new AnnulEnrollment(SEMINAR, id, enrollment(who)), persons, WHO);
            case 16 ->
                desk.nominateAgain(new NominateAgain(SEMINAR, id, enrollment(who), null, date(day)), persons, WHO);
            case 17 -> {
                List<FactId> said = seminar.facts()
                        .all(CapacityChanged.class)
                        .map(SeminarFact::factId)
                        .toList();
                FactId about = said.isEmpty() ? fact("scheduled") : said.get(random.nextInt(said.size()));
                String seats = random.nextInt(20) == 0 ? "null" : String.valueOf(1 + random.nextInt(4));
                seminar.correct(correct(about.value(), "{\"capacity\": " + seats + "}"), persons, WHO);
            }
            case 13 -> seminar.annul(annul(any(seminar, random).value()), persons, WHO);
            default -> seminar.correct(correct(any(seminar, random).value(), "{\"on\": \"2019-04\"}"), persons, WHO);
        }
        return who + " on " + day;
    }

    /** Any fact but the first, without which there is no seminar. */
    private static FactId any(Seminar seminar, Random random) {
        List<SeminarFact> facts = List.copyOf(seminar.facts().all());
        return facts.size() == 1
                ? fact("none")
                : facts.get(1 + random.nextInt(facts.size() - 1)).factId();
    }

    private static EnrollmentFact step(EnrollmentStatus status, FactId id, String who, @Nullable String on) {
        return EnrollmentSteps.to(status, SEMINAR, id, enrollment(who), date(on), null);
    }

    /** Each promotion goes to the one the model puts first, and there are as many as seats became free and are wanted. */
    private static int requirePromotions(Model before, List<RegistryEvent> events, int from, String where) {
        int first = from;
        while (first < events.size() && !isPromotion(events.get(first))) {
            first++;
        }
        Model changed = Model.of(events.subList(0, first));
        String own = first > from ? changed.subjectOf(events.get(from), before) : "";
        boolean undone = first == from + 1
                && events.get(from) instanceof Annulment annulment
                && isPromotion(Objects.requireNonNull(before.fact(annulment.factId())));
        int due = undone ? 0 : changed.due(before, own);
        assertThat(events.size() - first).as(where).isEqualTo(due);
        for (int i = first; i < events.size(); i++) {
            assertThat(isPromotion(events.get(i))).as(where).isTrue();
            Model now = Model.of(events.subList(0, i));
            assertThat(((EnrollmentFact) events.get(i)).subject()).as(where).isEqualTo(now.firstWaiting(own));
        }
        return due;
    }

    private static boolean isPromotion(RegistryEvent event) {
        return event instanceof SeminarFact fact && WaitingList.isPromotion(fact);
    }

    @Test
    void letters_number_the_parts_of_fact_ids() {
        assertThat(List.of(Letters.of(0), Letters.of(25), Letters.of(26), Letters.of(701), Letters.of(702)))
                .containsExactly("a", "z", "aa", "zz", "aaa");
    }

    /** The seminar under test, with what it recorded. */
    private static final class History {
        private final List<RegistryEvent> events = new ArrayList<>();
        private final Seminar seminar = new Seminar(this::apply);
        private final EnrollmentDesk desk = new EnrollmentDesk(seminar);

        private void apply(RegistryEvent event) {
            events.add(event);
            seminar.on(event, WHO);
        }

        void requireCount(Model model, String where) {
            assertThat(seats(seminar)).as(where).isEqualTo(new Seats(model.taken(), model.capacity(), true));
            model.statuses()
                    .forEach((id, status) -> assertThat(seminar.enrollments().status(id))
                            .as(where)
                            .isEqualTo(status));
        }

        void requireReplay() {
            Seminar replayed = new Seminar(event -> {
                throw new IllegalStateException("a replay decides nothing");
            });
            events.forEach(event -> replayed.on(event, WHO));
            assertThat(List.copyOf(replayed.facts().all()))
                    .isEqualTo(List.copyOf(seminar.facts().all()));
            assertThat(seats(replayed)).isEqualTo(seats(seminar));
            assertThat(replayed.enrollments().firstWaiting(replayed.facts(), Set.of()))
                    .isEqualTo(seminar.enrollments().firstWaiting(seminar.facts(), Set.of()));
        }

        private static Seats seats(Seminar seminar) {
            return seminar.enrollments().seats(SeminarLife.of(seminar.facts()));
        }
    }

    /** The facts that hold after some events, in the order of recording; everything else is counted anew from them. */
    private record Model(List<SeminarFact> facts) {
        static Model of(List<RegistryEvent> events) {
            List<SeminarFact> facts = new ArrayList<>();
            for (RegistryEvent event : events) {
                if (event instanceof Correction correction) {
                    facts.replaceAll(fact ->
                            fact.factId().equals(event.factId()) ? (SeminarFact) correction.replacement() : fact);
                } else if (event instanceof Annulment) {
                    facts.removeIf(fact -> fact.factId().equals(event.factId()));
                } else if (event instanceof SeminarFact fact) {
                    facts.add(fact);
                }
            }
            return new Model(facts);
        }

        @Nullable
        SeminarFact fact(FactId id) {
            return facts.stream()
                    .filter(fact -> fact.factId().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        String subjectOf(RegistryEvent event, Model before) {
            SeminarFact fact = event instanceof SeminarFact told ? told : before.fact(event.factId());
            return fact == null ? "" : fact.subject();
        }

        Map<String, EnrollmentStatus> statuses() {
            Map<String, EnrollmentStatus> statuses = new TreeMap<>();
            for (SeminarFact fact : facts) {
                if (fact instanceof EnrollmentFact step && isSinceTheLastReturn(step)) {
                    statuses.merge(
                            step.subject(),
                            EnrollmentSteps.status(step),
                            (one, other) -> WAY.indexOf(other.name()) > WAY.indexOf(one.name()) ? other : one);
                }
            }
            return statuses;
        }

        /** Who left and came back on a certainly later day stands where the steps since then say. */
        private boolean isSinceTheLastReturn(EnrollmentFact step) {
            List<EnrollmentFact> way = facts.stream()
                    .filter(fact ->
                            fact instanceof EnrollmentFact && fact.subject().equals(step.subject()))
                    .map(EnrollmentFact.class::cast)
                    .toList();
            EnrollmentFact left = null;
            for (EnrollmentFact end : way) {
                if (isOneOf(end, "WITHDRAWN", "DECLINED")
                        && !returns(end, way).isEmpty()
                        && (left == null || left.on().latest().isBefore(end.on().latest()))) {
                    left = end;
                }
            }
            if (left == null) {
                return true;
            }
            List<EnrollmentFact> back = returns(left, way);
            return isOneOf(step, "WITHDRAWN", "DECLINED")
                    ? returns(step, way).isEmpty()
                    : before(left.on(), step.on())
                            || way.indexOf(back.get(0)) < way.indexOf(step)
                                    && back.stream().anyMatch(one -> !before(step.on(), one.on()));
        }

        private static List<EnrollmentFact> returns(EnrollmentFact end, List<EnrollmentFact> way) {
            return way.stream()
                    .filter(step -> isOneOf(step, "NOMINATED", "WAITLISTED", "ACCEPTED") && before(end.on(), step.on()))
                    .toList();
        }

        private static boolean isOneOf(EnrollmentFact step, String... names) {
            return List.of(names).contains(EnrollmentSteps.status(step).name());
        }

        int taken() {
            return (int) statuses().values().stream()
                    .filter(status -> List.of("ACCEPTED", "CONFIRMED").contains(status.name()))
                    .count();
        }

        /** The last set, where a change that is certainly earlier counts less; all but corrected ones are undated. */
        @Nullable
        Integer capacity() {
            return SeminarLife.of(timeline()).capacity();
        }

        private FactHistory<SeminarFact> timeline() {
            Seminar seminar = new Seminar(event -> {});
            facts.stream().filter(fact -> fact.subject().isEmpty()).forEach(fact -> seminar.on(fact, WHO));
            return seminar.facts();
        }

        void requireSeats(String where) {
            Integer capacity = capacity();
            if (capacity != null) {
                assertThat(taken()).as(where).isLessThanOrEqualTo(capacity);
            }
            Map<String, Integer> officials = new HashMap<>();
            facts.stream()
                    .filter(fact -> fact instanceof EnrollmentFact.OfficialNominated)
                    .forEach(fact -> officials.merge(fact.subject(), 1, Integer::sum));
            Map<String, Integer> ends = new HashMap<>();
            facts.stream()
                    .filter(fact -> fact instanceof EnrollmentFact step && isOneOf(step, "WITHDRAWN", "DECLINED"))
                    .forEach(fact -> ends.merge(fact.subject(), 1, Integer::sum));
            officials.forEach((id, count) -> assertThat(count)
                    .as("%s, nominated once, and once more after each end at most", where)
                    .isBetween(1, 1 + ends.getOrDefault(id, 0)));
            assertThat(officials.keySet()).as(where).isEqualTo(statuses().keySet());
        }

        int due(Model before, String own) {
            int waiting = (int) statuses().entrySet().stream()
                    .filter(entry -> entry.getValue() == EnrollmentStatus.WAITLISTED
                            && !entry.getKey().equals(own))
                    .count();
            int free = capacity() == null ? waiting : capacity() - taken();
            int released = before.taken() - taken();
            int added = Objects.equals(capacity(), before.capacity()) || before.capacity() == null
                    ? 0
                    : capacity() == null ? waiting : capacity() - before.capacity();
            int freed = capacity() == null && added > 0 ? waiting : released + added;
            return Math.max(0, Math.min(Math.min(free, waiting), freed));
        }

        /** The first recorded of those before whom nobody certainly began to wait. */
        String firstWaiting(String own) {
            Map<String, EnrollmentStatus> statuses = statuses();
            List<EnrollmentFact> waiting = facts.stream()
                    .filter(EnrollmentFact.EnrollmentWaitlisted.class::isInstance)
                    .map(EnrollmentFact.class::cast)
                    .filter(fact -> statuses.get(fact.subject()) == EnrollmentStatus.WAITLISTED)
                    .filter(this::isSinceTheLastReturn)
                    .filter(fact -> !fact.subject().equals(own))
                    .toList();
            return waiting.stream()
                    .filter(fact -> waiting.stream().noneMatch(other -> before(other.on(), fact.on())))
                    .findFirst()
                    .orElseThrow()
                    .subject();
        }

        private static boolean before(@Nullable HistoricalDate one, @Nullable HistoricalDate other) {
            return one != null && other != null && one.certainlyBefore(other);
        }
    }
}
