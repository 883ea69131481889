package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.client.ApiClient;
import org.preventionnetwork.registry.client.FiguresApi;
import org.preventionnetwork.registry.client.MembershipsApi;
import org.preventionnetwork.registry.client.NetworksApi;
import org.preventionnetwork.registry.client.OverviewApi;
import org.preventionnetwork.registry.client.model.AdmitState;
import org.preventionnetwork.registry.client.model.CommandAnswer;
import org.preventionnetwork.registry.client.model.FigureAnswer;
import org.preventionnetwork.registry.client.model.Member;
import org.preventionnetwork.registry.client.model.PageMember;
import org.preventionnetwork.registry.client.model.RegisterNetwork;
import org.preventionnetwork.registry.client.model.WithdrawState;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Somebody else's client, made of {@code docs/openapi.json} by OpenAPI Generator and by nobody here, records and asks on
 * both clocks. Part of the profile {@code client}.
 */
class GeneratedClientTest {
    private final ApiClient client = new ApiClient();
    private final NetworksApi networks = new NetworksApi(client);
    private final MembershipsApi memberships = new MembershipsApi(client);

    GeneratedClientTest() {
        client.setBasePath("http://127.0.0.1:" + RunningRegistry.shared().client().port());
        client.setUsername("admin");
        client.setPassword(Client.PASSWORD);
    }

    @Test
    void a_client_that_was_generated_records_and_asks_on_both_clocks() {
        networks.networkPut(
                "generated-network",
                false,
                null,
                new RegisterNetwork().name("A Generated Network").kind(RegisterNetwork.KindEnum.REGIONAL).foundedOn("2012"));
        CommandAnswer admitted = memberships.membershipPut(
                "generated-network",
                "ar",
                false,
                null,
                new AdmitState().state("AR").kind(AdmitState.KindEnum.MEMBER).from("2012-03-29"));
        PageMember before = members("2016", null, admitted.getVersion().longValue());
        CommandAnswer withdrawn = memberships.membershipWithdraw(
                "generated-network", "ar", false, null, new WithdrawState().on("2015~").source("Annual Report 2015"));

        assertThat(withdrawn.getOutcome()).isEqualTo(CommandAnswer.OutcomeEnum.RECORDED);
        RunningRegistry.shared().settle();
        assertThat(before.getItems()).extracting(Member::getState).containsExactly("AR");
        assertThat(members("2013", null, null).getItems()).extracting(Member::getCertain).containsExactly(true);
        assertThat(members("2016", null, null).getItems()).isEmpty();
        assertThat(members("2016", before.getPosition(), null).getItems())
                .extracting(Member::getState)
                .containsExactly("AR");
        FigureAnswer figure = new FiguresApi(client)
                .figure(
                        "MEMBER_STATES", "generated-network", null, null, null, "2013", null, null, null, null);
        assertThat(figure.getMinimum()).isEqualTo(1);
        assertThat(figure.getScope()).isEqualTo("network:generated-network");
        assertThat(new OverviewApi(client)
                        .overview("generated-network", "2013", null, before.getPosition(), null, null)
                        .getCertain()
                        .getMemberStates())
                .isEqualTo(1);
    }

    private PageMember members(String asOf, Long knownAtPosition, Long atLeastVersion) {
        return networks.members(
                "generated-network", null, null, null, "state,desc", asOf, null, knownAtPosition, null, atLeastVersion);
    }

    @Test
    void it_is_told_what_is_wrong() {
        assertThatThrownBy(() -> networks.networks(null, null, "size", "2012", null, null, null, null))
                .isInstanceOf(HttpClientErrorException.BadRequest.class)
                .hasMessageContaining("this list can be sorted by foundedOn, id, name");
        assertThat(List.of(networks.networks(null, 1, null, "2012", null, null, null, null).getSize()))
                .containsExactly(1);
    }
}
