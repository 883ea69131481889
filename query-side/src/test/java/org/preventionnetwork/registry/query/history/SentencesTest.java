package org.preventionnetwork.registry.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.RecordedEvent;

/** Every event of the golden files, told in the words of {@code sentences.txt}. */
class SentencesTest {
    private static final Path GOLDEN = Path.of("../shared-api/src/test/resources/golden");
    private static final Path TOLD = Path.of("src/test/resources/sentences.txt");
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

    @Test
    void every_fact_has_its_sentence() {
        assertThat(EventCatalogue.standard().events())
                .filteredOn(Fact.class::isAssignableFrom)
                .allMatch(Sentences.standard()::knows);
    }

    @Test
    void every_event_is_told_as_in_the_golden_file() throws IOException {
        StringBuilder told = new StringBuilder();
        for (Class<? extends RegistryEvent> type : EventCatalogue.standard().events()) {
            String name = EventCatalogue.standard().nameOf(type).name();
            told.append(name).append(": ").append(told(name)).append('\n');
        }
        if (Boolean.getBoolean("registry.golden.write")) {
            Files.writeString(TOLD, told);
        }
        assertThat(told.toString()).isEqualTo(Files.readString(TOLD));
    }

    @Test
    void nothing_personal_is_told_or_shown() throws IOException {
        for (Class<? extends RegistryEvent> type : EventCatalogue.standard().events()) {
            String name = EventCatalogue.standard().nameOf(type).name();
            assertThat(told(name)).doesNotContainPattern(SECRET);
            assertThat(Masked.json(read(name, "fact-1"))).doesNotContainPattern(SECRET);
            assertThat(Masked.stored(golden(name).getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .doesNotContainPattern(SECRET)
                    .isEqualTo(Masked.json(read(name, "fact-1")));
        }
    }

    private static String told(String name) throws IOException {
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
        KnownFacts.Changed changed = facts.apply(at);
        return Sentences.standard().of(new Change(at, facts, changed.before(), changed.after()));
    }

    private static String golden(String name) throws IOException {
        return Files.readString(GOLDEN.resolve(name).resolve("r1.json"));
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
