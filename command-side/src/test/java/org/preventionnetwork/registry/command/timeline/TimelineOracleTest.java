package org.preventionnetwork.registry.command.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.command.timeline.Offices.MUSEUM;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.CorrectFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEntity;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.testing.TestRun;
import tools.jackson.databind.node.ObjectNode;

/** Random histories, told to the timeline and to a naive model of it, and replayed from the events recorded. */
class TimelineOracleTest {
    private static final int STEPS = 120;
    private static final List<String> DATES = List.of("2010", "2012", "2012-06-01", "2014~", "[2011..2013]", "unknown");
    private static final BatchId BATCH = new BatchId("batch");

    private record Stored(RegistryEvent event, Provenance provenance) {}

    private final List<Stored> log = new ArrayList<>();
    private final NaiveTimeline model = new NaiveTimeline();
    private Timeline<InstitutionFact> timeline = new Timeline<>(InstitutionEntity.KIND, Offices.RULES, this::append);
    private Provenance current = provenance(null, false);
    private Random random = new Random(TestRun.SEED);

    static List<Long> seeds() {
        Random fresh = new Random(TestRun.SEED);
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 150; seed++) {
            seeds.add(seed);
        }
        for (int i = 0; i < 50; i++) {
            seeds.add(fresh.nextLong());
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decides_and_remembers_as_the_naive_model_does(long seed) {
        random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String told = tell();
            assertThat(timeline.facts().all())
                    .as("facts after step %d, %s", step, told)
                    .containsExactlyElementsOf(model.facts());
            assertThat(versions(timeline))
                    .as("versions after step %d, %s", step, told)
                    .isEqualTo(modelVersions());
            assertThat(timeline.version()).isEqualTo(log.size()).isEqualTo(model.version());
            if (random.nextInt(10) == 0) {
                timeline = replayed();
            }
        }
        Timeline<InstitutionFact> replayed = replayed();
        assertThat(replayed.facts().all())
                .containsExactlyElementsOf(timeline.facts().all());
        assertThat(versions(replayed)).isEqualTo(versions(timeline));
    }

    private String tell() {
        String source = random.nextInt(3) == 0 ? "source " + random.nextInt(2) : null;
        boolean imported = random.nextInt(3) == 0;
        current = provenance(source, imported);
        int what = random.nextInt(10);
        if (what < 6) {
            InstitutionFact fact = anyFact();
            boolean again = random.nextInt(4) == 0;
            compare(
                    "record " + fact + (again ? " again" : "") + " " + current,
                    model.record(fact, again, source, imported),
                    () -> again ? timeline.recordAnew(fact, current) : timeline.record(fact, current));
            return "recording " + fact;
        }
        if (what < 8) {
            InstitutionFact replacement = replacement();
            compare(
                    "correct to " + replacement,
                    model.correct(replacement, source),
                    () -> timeline.correct(correction(replacement), current));
            return "correcting to " + replacement;
        }
        boolean wholeBatch = random.nextBoolean();
        List<FactId> ids = someIds();
        compare(
                "annul " + ids,
                model.annul(ids, wholeBatch),
                () -> timeline.annul(ids.stream().map(timeline::require).toList(), wholeBatch ? BATCH : null, current));
        return "annulling " + ids;
    }

    private void compare(String told, @Nullable Outcome expected, Supplier<Recorded> command) {
        int before = log.size();
        Outcome outcome;
        try {
            Recorded recorded = command.get();
            outcome = recorded.outcome();
            String subject = recorded.resourceId() == null ? "" : recorded.resourceId();
            assertThat(recorded.version()).isEqualTo(timeline.versionOf(subject));
        } catch (Refused refused) {
            outcome = null;
            assertThat(log).as("a refusal records nothing").hasSize(before);
        }
        assertThat(outcome).as(told).isEqualTo(expected);
        if (outcome == Outcome.UNCHANGED) {
            assertThat(log).as(told).hasSize(before);
        }
    }

    /** Few ids, names and dates, so that histories meet themselves again. */
    private InstitutionFact anyFact() {
        FactId id = anyId();
        HistoricalDate date = HistoricalDate.parse(any(DATES));
        return switch (random.nextInt(5)) {
            case 0 -> Offices.registered(id, any(List.of("Museum", "Memorial")));
            case 1 -> Offices.renamed(id, any(List.of("Museum", "Memorial")), date);
            case 2 -> Offices.opened(id, any(List.of("north", "south")), date);
            case 3 -> Offices.closed(id, any(List.of("north", "south")), date);
            default -> Offices.dissolved(id, date);
        };
    }

    /** Of the same type as the fact that holds, and often just what another fact says already. */
    private InstitutionFact replacement() {
        FactId id = anyId();
        InstitutionFact holding = timeline.facts().get(id);
        if (holding == null) {
            return Offices.registered(id, "Museum");
        }
        List<InstitutionFact> candidates = new ArrayList<>();
        if (random.nextBoolean()) {
            candidates.addAll(timeline.facts().all());
        }
        for (int i = 0; i < 30; i++) {
            candidates.add(anyFact());
        }
        return candidates.stream()
                .filter(fact -> !fact.factId().equals(id)
                        && fact.getClass() == holding.getClass()
                        && fact.subject().equals(holding.subject()))
                .findFirst()
                .map(fact -> withId(fact, id))
                .orElse(holding);
    }

    private static InstitutionFact withId(InstitutionFact fact, FactId id) {
        ObjectNode json = RegistryJson.mapper().valueToTree(fact);
        json.put("factId", id.value());
        return RegistryJson.mapper().treeToValue(json, fact.getClass());
    }

    private static CorrectFact correction(InstitutionFact replacement) {
        ObjectNode fields = RegistryJson.mapper().valueToTree(replacement);
        return new CorrectFact(MUSEUM, replacement.factId(), new FactPatch(fields), CorrectionKind.CLERICAL_ERROR);
    }

    private List<FactId> someIds() {
        Set<FactId> ids = new LinkedHashSet<>(Set.of(anyId()));
        if (random.nextInt(10) == 0) {
            timeline.facts().all().forEach(fact -> ids.add(fact.factId()));
        }
        return List.copyOf(ids);
    }

    private FactId anyId() {
        return new FactId("f-" + random.nextInt(7));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Provenance provenance(@Nullable String source, boolean imported) {
        return new Provenance("local", "SECRETARIAT", source, null, "read again", imported ? BATCH : null);
    }

    private void append(RegistryEvent event) {
        log.add(new Stored(event, current));
        timeline.on(event, current);
    }

    private Timeline<InstitutionFact> replayed() {
        Timeline<InstitutionFact> fresh = new Timeline<>(InstitutionEntity.KIND, Offices.RULES, this::append);
        log.forEach(stored -> fresh.on(stored.event(), stored.provenance()));
        return fresh;
    }

    private static TreeMap<String, Long> versions(Timeline<InstitutionFact> timeline) {
        TreeMap<String, Long> versions = new TreeMap<>();
        List.of("", "north", "south").forEach(subject -> versions.put(subject, timeline.versionOf(subject)));
        return versions;
    }

    private TreeMap<String, Long> modelVersions() {
        TreeMap<String, Long> versions = new TreeMap<>();
        List.of("", "north", "south").forEach(subject -> versions.put(subject, model.versionOf(subject)));
        return versions;
    }
}
