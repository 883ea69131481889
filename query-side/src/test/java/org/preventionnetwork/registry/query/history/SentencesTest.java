package org.preventionnetwork.registry.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory.Changed;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.RecordedEvent;
import org.preventionnetwork.registry.testing.TestRun;

/** Every event of the golden files, told in the words of {@code sentences*.txt}; and many others. */
class SentencesTest {
    private static final Path GOLDEN = Path.of("../shared-api/src/test/resources/golden");
    private static final Path TOLD = Path.of("src/test/resources");
    private static final String SECRET = "secret (fullName|email|position)";
    /** What is known before, so that a membership has its state and an enrolment its official. */
    private static final Map<String, List<String>> KNOWN_BEFORE = Map.of(
            "programme", List.of("programme.ProgrammeEstablished"),
            "institution", List.of("institution.InstitutionRegistered", "institution.InstitutionOfficeOpened"),
            "seminar", List.of("seminar.SeminarScheduled", "seminar.OfficialNominated"),
            "official", List.of("official.OfficialRegistered"),
            "network", List.of("network.NetworkRegistered", "network.StateAdmitted", "network.FocalPointDesignated"),
            "initiative", List.of("initiative.InitiativeLaunched"),
            "statement", List.of("statement.StatementPublished"),
            "edition", List.of("edition.EditionPinned"));

    @ParameterizedTest
    @CsvSource({
        "sentences.txt, ",
        "sentences_en.txt, en",
        "sentences_es.txt, es",
        "sentences_fr.txt, fr",
        "sentences_pt.txt, pt"
    })
    void every_event_is_told_as_in_the_golden_files(String file, @Nullable String language) throws IOException {
        Tongue tongue = language == null ? Tongue.API : Tongue.of(Locale.forLanguageTag(language));
        StringBuilder told = new StringBuilder();
        for (Class<? extends RegistryEvent> type : EventCatalogue.standard().events()) {
            String name = EventCatalogue.standard().nameOf(type).name();
            told.append(name).append(": ").append(told(name, tongue)).append('\n');
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TOLD.resolve(file), told);
        }
        assertThat(told.toString()).isEqualTo(Files.readString(TOLD.resolve(file)));
    }

    /** Whatever is stored is told in every language, from the facts and from what is kept of them. */
    @RepeatedTest(20)
    void whatever_happens_is_told_in_every_language_and_leaves_nothing_unsaid(RepetitionInfo repetition) {
        long seed = TestRun.SEED + repetition.getCurrentRepetition();
        for (Class<? extends RegistryEvent> vocabulary : EventCatalogue.VOCABULARIES) {
            RandomHappenings happenings = new RandomHappenings(new Random(seed), vocabulary);
            for (int i = 0; i < 60; i++) {
                Change change = happenings.next();
                Told told = Sentences.told(change);
                assertThat(kept(change, told, Tongue.API))
                        .as("seed " + seed)
                        .isEqualTo(Sentences.summary(change, told));
                for (String language : List.of("en", "es", "fr", "pt")) {
                    assertThat(kept(change, told, Tongue.of(Locale.forLanguageTag(language))))
                            .as(language + ", seed " + seed)
                            .isNotBlank()
                            .doesNotContain("{", "}", "[", "]", "  ", " ,", RandomHappenings.SECRET)
                            .doesNotContainPattern("[A-Z]+_[A-Z]+|\\bnull\\b|@[0-9a-f]+|Optional");
                }
            }
        }
    }

    private static String kept(Change change, Told told, Tongue tongue) {
        return Told.sentence(tongue, told.json().toString(), json(change.before()), json(change.after()));
    }

    private static @Nullable String json(@Nullable KnownFact known) {
        return known == null ? null : Masked.json(known.fact());
    }

    @Test
    void nothing_personal_is_told_or_shown() throws IOException {
        for (Class<? extends RegistryEvent> type : EventCatalogue.standard().events()) {
            String name = EventCatalogue.standard().nameOf(type).name();
            assertThat(told(name, Tongue.API)).doesNotContainPattern(SECRET);
            assertThat(Masked.json(read(name, "fact-1"))).doesNotContainPattern(SECRET);
            assertThat(Masked.stored(golden(name).getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .doesNotContainPattern(SECRET)
                    .isEqualTo(Masked.json(read(name, "fact-1")));
        }
    }

    private static String told(String name, Tongue tongue) throws IOException {
        RegistryEvent event = read(name, "fact-1");
        KnownFacts facts = new KnownFacts(event.entity().aggregateId());
        long position = 1;
        for (String before : KNOWN_BEFORE.get(name.substring(0, name.indexOf('.')))) {
            facts.apply(at(position++, before, read(before, "earlier-" + position)));
        }
        if (!(event instanceof Fact)) {
            String about = event instanceof Correction correction
                    ? EventCatalogue.standard()
                            .nameOf(correction.replacement().getClass())
                            .name()
                    : KNOWN_BEFORE.get(name.substring(0, name.indexOf('.'))).get(0);
            facts.apply(at(position++, about, recordedOtherwise(about)));
        }
        RecordedEvent at = at(position, name, event);
        Changed changed = facts.apply(at);
        Change change = new Change(at, facts, changed.before(), changed.after());
        return kept(change, Sentences.told(change), tongue);
    }

    private static String golden(String name) throws IOException {
        try (Stream<Path> revisions = Files.list(GOLDEN.resolve(name))) {
            return Files.readString(revisions.max(Comparator.naturalOrder()).orElseThrow());
        }
    }

    private static RegistryEvent read(String name, String factId) throws IOException {
        byte[] stored = golden(name).replace("fact-1", factId).getBytes(StandardCharsets.UTF_8);
        return RegistrySerializer.standard().deserialize(new SimpleSerializedObject<>(stored, byte[].class, name, "1"));
    }

    /** So that a correction has something to correct. */
    private static RegistryEvent recordedOtherwise(String name) throws IOException {
        byte[] stored = golden(name)
                .replace("\"2012-03-29\"", "\"[2012-03..2012-05]\"")
                .replace("\"2015~\"", "\"2016\"")
                .replace("\"2008-05%\"", "\"2008\"")
                .replace("\"2012-21\"", "\"unknown\"")
                .replace("\"printed\":18", "\"printed\":17")
                .replace("\"BO\"", "\"XK\"")
                .replace("secret fullName", "secret fullName misspelt")
                .getBytes(StandardCharsets.UTF_8);
        return RegistrySerializer.standard().deserialize(new SimpleSerializedObject<>(stored, byte[].class, name, "1"));
    }

    private static RecordedEvent at(long position, String name, RegistryEvent event) {
        return new RecordedEvent(
                position,
                Instant.EPOCH,
                "event-" + position,
                name,
                event.entity().aggregateId(),
                position,
                Instant.EPOCH,
                Map.of(),
                () -> event);
    }
}
