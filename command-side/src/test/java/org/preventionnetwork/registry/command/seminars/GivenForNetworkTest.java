package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.CorrectFact;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.GiveSeminarForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactCorrected;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SourceAdded;

class GivenForNetworkTest {
    private final AggregateTestFixture<SeminarAggregate> fixture = fixture();

    private static SeminarGivenForNetwork given(String network) {
        return new SeminarGivenForNetwork(SEMINAR, fact("given-for-" + network), new NetworkId(network));
    }

    @Test
    void a_seminar_is_given_for_one_network_and_for_another() {
        fixture.given(SCHEDULED, given("africa"))
                .when(new GiveSeminarForNetwork(SEMINAR, fact("given-for-asia"), new NetworkId("asia")))
                .expectEvents(given("asia"));
    }

    @Test
    void told_again_by_another_source_it_is_the_same() {
        fixture.given(SCHEDULED, given("africa"))
                .when(
                        new GiveSeminarForNetwork(SEMINAR, fact("again"), new NetworkId("africa")),
                        Map.of("source", "programme of the seminar"))
                .expectEvents(new SourceAdded(SEMINAR, fact("given-for-africa")));
    }

    @Test
    void it_is_corrected() {
        fixture.given(SCHEDULED, given("africa"))
                .when(
                        new CorrectFact(
                                SEMINAR,
                                fact("given-for-africa"),
                                patch("{\"network\": \"asia\"}"),
                                CorrectionKind.CLERICAL_ERROR),
                        WHY)
                .expectEvents(new FactCorrected(
                        SEMINAR,
                        fact("given-for-africa"),
                        new SeminarGivenForNetwork(SEMINAR, fact("given-for-africa"), new NetworkId("asia")),
                        CorrectionKind.CLERICAL_ERROR));
    }
}
