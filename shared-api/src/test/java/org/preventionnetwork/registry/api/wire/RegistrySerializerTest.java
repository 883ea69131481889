package org.preventionnetwork.registry.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;

class RegistrySerializerTest {
    private final RegistrySerializer serializer = RegistrySerializer.standard();

    @Test
    void an_event_of_unknown_type_stops_the_reader() {
        assertThatThrownBy(() -> read("network.StateVanished", "{}"))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("network.StateVanished");
    }

    @Test
    void a_class_name_is_no_name_of_an_event_once_the_class_is_gone() {
        assertThatThrownBy(() -> read("org.preventionnetwork.registry.api.networks.NetworkEvent$Gone", "{}"))
                .isInstanceOf(UnknownEventType.class);
    }

    @Test
    void a_correction_whose_fact_is_of_unknown_type_stops_the_reader() {
        String correction =
                """
                {"networkId":"africa","factId":"fact-1","correctionKind":"CLERICAL_ERROR",
                 "replacement":{"event":"network.StateVanished","revision":"1","fact":{}}}
                """;
        assertThatThrownBy(() -> read("network.FactCorrected", correction))
                .rootCause()
                .isInstanceOf(UnknownEventType.class);
    }

    @Test
    void a_field_that_this_version_does_not_know_is_refused() {
        assertThatThrownBy(() -> read(
                        "network.NetworkFounded",
                        "{\"networkId\":\"africa\",\"factId\":\"fact-1\",\"on\":\"2012\",\"by\":\"nobody\"}"))
                .rootCause()
                .hasMessageContaining("\"by\"");
    }

    @Test
    void tokens_and_metadata_are_read_back() {
        TrackingToken replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(3));
        assertThat(roundTrip(new GlobalSequenceTrackingToken(7))).isEqualTo(new GlobalSequenceTrackingToken(7));
        assertThat(roundTrip(replay)).isEqualTo(replay);
        MetaData metadata = MetaData.from(Map.of("actor", "local", "note", "ñandú"));
        assertThat(roundTrip(metadata)).isEqualTo(metadata);
    }

    record Nameless(NetworkId entity, FactId factId) implements RegistryEvent {}

    @EventName("test.Same")
    record First(NetworkId entity, FactId factId) implements RegistryEvent {}

    @EventName("test.Same")
    record Second(NetworkId entity, FactId factId) implements RegistryEvent {}

    @Test
    void a_catalogue_refuses_events_without_a_name_and_names_given_twice() {
        assertThatThrownBy(() -> EventCatalogue.of(List.of(Nameless.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no stored name");
        assertThatThrownBy(() -> EventCatalogue.of(List.of(First.class, Second.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.Same");
    }

    private Object roundTrip(Object object) {
        return serializer.deserialize(serializer.serialize(object, byte[].class));
    }

    private Object read(String type, String payload) {
        return serializer.deserialize(new SimpleSerializedObject<>(payload.getBytes(UTF_8), byte[].class, type, "1"));
    }
}
