package org.preventionnetwork.registry.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.NetworkId;

class UpcastsTest {
    private static final NetworkId AFRICA = new NetworkId("africa");
    private static final FactId FACT = new FactId("fact-1");
    private static final String REVISION_1 = "{\"entity\":\"africa\",\"factId\":\"fact-1\",\"amount\":7}";

    private final RegistrySerializer serializer = RegistrySerializer.of(Tally.catalogue(), Tally.upcasts());

    @Test
    void an_event_of_an_older_revision_is_read_in_its_newest_shape() {
        assertThat(read("test.Counted", "1", REVISION_1)).containsExactly(new Tally.Counted(AFRICA, FACT, 7));
    }

    @Test
    void an_event_of_the_newest_revision_is_left_as_it_is() {
        assertThat(read("test.Counted", "2", REVISION_1.replace("amount", "count")))
                .containsExactly(new Tally.Counted(AFRICA, FACT, 7));
    }

    @Test
    void a_fact_inside_a_correction_is_read_by_the_revision_it_was_written_with() {
        String old = correction("1", REVISION_1);
        String recent = correction("2", REVISION_1.replace("amount", "count"));
        Tally.FactCorrected expected = new Tally.FactCorrected(
                AFRICA, FACT, new Tally.Counted(AFRICA, FACT, 7), CorrectionKind.CLERICAL_ERROR);
        assertThat(read("test.FactCorrected", "1", old)).containsExactly(expected);
        assertThat(read("test.FactCorrected", "1", recent)).containsExactly(expected);
    }

    @Test
    void a_correction_stores_name_and_revision_of_its_fact() {
        Tally.FactCorrected correction = new Tally.FactCorrected(
                AFRICA, FACT, new Tally.Counted(AFRICA, FACT, 7), CorrectionKind.CLERICAL_ERROR);
        assertThat(new String(serializer.serialize(correction, byte[].class).getData(), UTF_8))
                .isEqualTo(correction("2", REVISION_1.replace("amount", "count")));
    }

    @Test
    void without_an_upcast_an_older_shape_is_refused_rather_than_misread() {
        RegistrySerializer without = RegistrySerializer.of(Tally.catalogue(), new Upcasts(List.of()));
        assertThatThrownBy(() -> without.deserialize(
                        new SimpleSerializedObject<>(REVISION_1.getBytes(UTF_8), byte[].class, "test.Counted", "1")))
                .rootCause()
                .hasMessageContaining("count");
    }

    private static String correction(String revision, String fact) {
        return "{\"entity\":\"africa\",\"factId\":\"fact-1\",\"replacement\":{\"event\":\"test.Counted\",\"revision\":\""
                + revision + "\",\"fact\":" + fact + "},\"correctionKind\":\"CLERICAL_ERROR\"}";
    }

    private Stream<Object> read(String name, String revision, String payload) {
        TrackedDomainEventData<byte[]> stored = new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(1),
                new GenericDomainEventEntry<>(
                        "Network",
                        "network:africa",
                        0,
                        "event-1",
                        "2026-01-01T00:00:00Z",
                        name,
                        revision,
                        payload.getBytes(UTF_8),
                        "{}".getBytes(UTF_8)));
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(stored), serializer, Tally.upcasts().asAxonUpcaster())
                .map(message -> (Object) message.getPayload());
    }
}
