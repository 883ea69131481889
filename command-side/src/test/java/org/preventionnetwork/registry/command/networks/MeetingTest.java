package org.preventionnetwork.registry.command.networks;

import static org.preventionnetwork.registry.command.networks.NetworkSamples.*;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.networks.MeetingId;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RecordMeeting;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MeetingHeld;
import org.preventionnetwork.registry.api.wire.RegistryJson;

class MeetingTest {
    private final AggregateTestFixture<NetworkAggregate> fixture = new AggregateTestFixture<>(NetworkAggregate.class);

    @Test
    void an_ordinal_that_another_meeting_of_the_network_has_is_refused() {
        refused(
                fixture.given(REGISTERED, FOUNDED, held("sixth", 6)).when(hold("again", 6)),
                RefusalCode.NUMBER_TAKEN,
                fact("f-sixth"));
    }

    @Test
    void no_correction_gives_a_meeting_the_ordinal_of_another() {
        refused(
                fixture.given(REGISTERED, FOUNDED, held("sixth", 6), held("seventh", 7))
                        .when(
                                new CorrectFact(
                                        NETWORK,
                                        fact("f-seventh"),
                                        new FactPatch(RegistryJson.mapper()
                                                .createObjectNode()
                                                .put("ordinal", 6)),
                                        CorrectionKind.CLERICAL_ERROR),
                                WHY),
                RefusalCode.NUMBER_TAKEN,
                fact("f-sixth"));
    }

    @Test
    void meetings_without_an_ordinal_are_as_many_as_there_were() {
        fixture.given(REGISTERED, FOUNDED, held("annual", null), held("sixth", 6))
                .when(hold("jubilee", null))
                .expectEvents(held("jubilee", null));
    }

    private static RecordMeeting hold(String id, @Nullable Integer ordinal) {
        return new RecordMeeting(
                NETWORK,
                fact("f-" + id),
                new MeetingId(id),
                "A meeting",
                ordinal,
                date("2015"),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static MeetingHeld held(String id, @Nullable Integer ordinal) {
        return new MeetingHeld(
                NETWORK,
                fact("f-" + id),
                new MeetingId(id),
                "A meeting",
                ordinal,
                date("2015"),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
