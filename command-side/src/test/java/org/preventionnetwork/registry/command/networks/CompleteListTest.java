package org.preventionnetwork.registry.command.networks;

import static org.preventionnetwork.registry.command.networks.NetworkSamples.*;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DeclareNetworkListComplete;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactAnnulled;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactCorrected;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkListDeclaredComplete;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SourceAdded;
import org.preventionnetwork.registry.api.networks.NetworkList;

class CompleteListTest {
    private final AggregateTestFixture<NetworkAggregate> fixture = new AggregateTestFixture<>(NetworkAggregate.class);

    @Test
    void that_a_list_is_complete_is_recorded() {
        fixture.given(REGISTERED, FOUNDED)
                .when(declare("a", NetworkList.MEMBERS, null, "2012-06-01"))
                .expectEvents(declared("a", NetworkList.MEMBERS, null, "2012-06-01"));
    }

    @Test
    void told_again_by_another_source_it_is_the_same() {
        fixture.given(REGISTERED, FOUNDED, declared("a", NetworkList.INITIATIVES, "2015", "2015"))
                .when(declare("b", NetworkList.INITIATIVES, "2015", "2015"), Map.of("source", "annual report"))
                .expectEvents(new SourceAdded(NETWORK, fact("f-a")));
    }

    @Test
    void several_lists_are_complete_for_several_times() {
        fixture.given(REGISTERED, FOUNDED, declared("a", NetworkList.INITIATIVES, null, "2014"))
                .when(declare("b", NetworkList.INITIATIVES, "2015", "2015"))
                .expectEvents(declared("b", NetworkList.INITIATIVES, "2015", "2015"));
    }

    @Test
    void a_list_may_be_complete_before_the_foundation_and_after_the_dissolution() {
        fixture.given(REGISTERED, FOUNDED, new NetworkDissolved(NETWORK, fact("dissolved"), date("2018")))
                .when(declare("a", NetworkList.INITIATIVES, "2010", "2024"))
                .expectEvents(declared("a", NetworkList.INITIATIVES, "2010", "2024"));
    }

    @Test
    void a_list_that_would_end_before_it_begins_is_refused() {
        refused(
                fixture.given(REGISTERED, FOUNDED).when(declare("a", NetworkList.INITIATIVES, "2016", "2015")),
                RefusalCode.CERTAINLY_OUT_OF_ORDER);
    }

    @Test
    void it_is_corrected() {
        fixture.given(REGISTERED, FOUNDED, declared("a", NetworkList.MEMBERS, null, "2012"))
                .when(
                        new CorrectFact(
                                NETWORK, fact("f-a"), patch("{\"asOf\": \"2013\"}"), CorrectionKind.CLERICAL_ERROR),
                        WHY)
                .expectEvents(new FactCorrected(
                        NETWORK,
                        fact("f-a"),
                        declared("a", NetworkList.MEMBERS, null, "2013"),
                        CorrectionKind.CLERICAL_ERROR));
    }

    @Test
    void it_is_annulled() {
        fixture.given(REGISTERED, FOUNDED, declared("a", NetworkList.MEMBERS, null, "2012"))
                .when(new AnnulFact(NETWORK, fact("f-a"), null), WHY)
                .expectEvents(new FactAnnulled(NETWORK, fact("f-a"), null, null));
    }

    private static DeclareNetworkListComplete declare(String id, NetworkList list, @Nullable String from, String asOf) {
        return new DeclareNetworkListComplete(
                NETWORK, fact("f-" + id), list, from == null ? null : date(from), date(asOf));
    }

    private static NetworkListDeclaredComplete declared(
            String id, NetworkList list, @Nullable String from, String asOf) {
        return new NetworkListDeclaredComplete(
                NETWORK, fact("f-" + id), list, from == null ? null : date(from), date(asOf));
    }
}
