package org.preventionnetwork.registry.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;

/**
 * What is stored today must be readable for ever: one golden file for each event, never edited. Those of new events are
 * written with {@code -Dgolden.write=true}.
 */
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final RegistrySerializer serializer = RegistrySerializer.standard();

    static Stream<Class<? extends RegistryEvent>> events() {
        return EventCatalogue.standard().events().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_stored_byte_for_byte_as_in_its_golden_file(Class<? extends RegistryEvent> event) throws IOException {
        byte[] stored =
                serializer.serialize(EventSamples.full(event), byte[].class).getData();
        Path golden = golden(event);
        if (Boolean.getBoolean("golden.write") && Files.notExists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, stored);
        }
        assertThat(golden).exists();
        assertThat(new String(stored, UTF_8)).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_read_back_from_its_golden_file(Class<? extends RegistryEvent> event) throws IOException {
        EventCatalogue.StoredName name = EventCatalogue.standard().nameOf(event);
        SerializedObject<byte[]> stored = new SimpleSerializedObject<>(
                Files.readAllBytes(golden(event)), byte[].class, name.name(), name.revision());
        assertThat(serializer.<byte[], RegistryEvent>deserialize(stored)).isEqualTo(EventSamples.full(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_still_read_in_every_revision_that_was_ever_stored(Class<? extends RegistryEvent> event) throws IOException {
        try (Stream<Path> files = Files.list(golden(event).getParent())) {
            for (Path file : files.toList()) {
                String revision = file.getFileName().toString().replaceAll("r(\\d+)\\.json", "$1");
                assertThat(upcast(name(event), revision, Files.readAllBytes(file)))
                        .as("%s", file)
                        .singleElement()
                        .isInstanceOf(event)
                        .extracting(read -> ((RegistryEvent) read).factId())
                        .isEqualTo(EventSamples.full(event).factId());
            }
        }
    }

    private List<Object> upcast(String name, String revision, byte[] payload) {
        TrackedDomainEventData<byte[]> stored = new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(1),
                new GenericDomainEventEntry<>(
                        "Aggregate",
                        "network:any",
                        0,
                        "event-1",
                        "2026-01-01T00:00:00Z",
                        name,
                        revision,
                        payload,
                        "{}".getBytes(UTF_8)));
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(stored), serializer, Upcasts.standard().asAxonUpcaster())
                .map(message -> (Object) message.getPayload())
                .toList();
    }

    @Test
    void an_annulment_of_a_networks_fact_was_of_no_correction_before_it_said_so() throws IOException {
        byte[] first = Files.readAllBytes(GOLDEN.resolve("network.FactAnnulled").resolve("r1.json"));
        assertThat(upcast("network.FactAnnulled", "1", first))
                .containsExactly(new NetworkEvent.FactAnnulled(
                        new NetworkId("latin-american-network"), new FactId("fact-1"), new BatchId("batch-1"), null));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_the_same_after_a_round_trip_without_its_optional_fields(Class<? extends RegistryEvent> event) {
        RegistryEvent sample = EventSamples.minimal(event);
        SerializedObject<byte[]> stored = serializer.serialize(sample, byte[].class);
        assertThat(serializer.<byte[], RegistryEvent>deserialize(stored)).isEqualTo(sample);
        assertThat(new String(stored.getData(), UTF_8)).doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_named_after_its_entity_and_keeps_its_name(Class<? extends RegistryEvent> event) {
        EventCatalogue.StoredName name = EventCatalogue.standard().nameOf(event);
        RegistryEvent sample = EventSamples.full(event);
        assertThat(name.name()).startsWith(sample.entity().type().prefix() + ".");
        assertThat(serializer.typeForClass(event).getName()).isEqualTo(name.name());
        assertThat(serializer.typeForClass(event).getRevision()).isEqualTo(name.revision());
        assertThat(serializer.classForType(serializer.typeForClass(event))).isEqualTo(event);
    }

    @Test
    void no_golden_file_is_left_of_an_event_that_is_gone() throws IOException {
        List<String> known = EventCatalogue.standard().events().stream()
                .map(GoldenEventsTest::name)
                .toList();
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).hasSameElementsAs(known);
        }
    }

    private static Path golden(Class<? extends RegistryEvent> event) {
        EventCatalogue.StoredName name = EventCatalogue.standard().nameOf(event);
        return GOLDEN.resolve(name(event)).resolve("r" + name.revision() + ".json");
    }

    private static String name(Class<? extends RegistryEvent> event) {
        return EventCatalogue.standard().nameOf(event).name();
    }
}
