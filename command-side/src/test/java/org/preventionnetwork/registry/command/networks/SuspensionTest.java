package org.preventionnetwork.registry.command.networks;

import static org.preventionnetwork.registry.api.networks.MembershipKind.MEMBER;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.NETWORK;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.REGISTERED;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.admitted;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.date;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.fact;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.membership;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.withdrew;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.networks.NetworkCommand.ReinstateMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.SuspendMembership;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;

class SuspensionTest {
    private AggregateTestFixture<NetworkAggregate> fixture;

    @BeforeEach
    void network() {
        fixture = new AggregateTestFixture<>(NetworkAggregate.class);
    }

    private static SuspendMembership suspend(String id, String from) {
        return new SuspendMembership(NETWORK, fact("s-" + id), membership("ve"), date(from));
    }

    private static MembershipSuspended suspended(String id, String from) {
        return new MembershipSuspended(NETWORK, fact("s-" + id), membership("ve"), date(from));
    }

    private static ReinstateMembership reinstate(String id, String from) {
        return new ReinstateMembership(NETWORK, fact("r-" + id), membership("ve"), date(from));
    }

    private static MembershipReinstated reinstated(String id, String from) {
        return new MembershipReinstated(NETWORK, fact("r-" + id), membership("ve"), date(from));
    }

    @Test
    void is_recorded_from_a_day_on() {
        fixture.given(REGISTERED, admitted("ve", "VE", MEMBER, "2012-03-29"))
                .when(suspend("1", "2017"))
                .expectEvents(suspended("1", "2017"));
    }

    @Test
    void a_reinstatement_in_the_same_year_is_not_certainly_wrong() {
        fixture.given(REGISTERED, admitted("ve", "VE", MEMBER, "2012-03-29"), suspended("1", "2014-06"))
                .when(reinstate("1", "2014"))
                .expectEvents(reinstated("1", "2014"));
    }

    @Test
    void a_reinstatement_certainly_before_the_suspension_is_refused() {
        refused(
                fixture.given(REGISTERED, admitted("ve", "VE", MEMBER, "2012-03-29"), suspended("1", "2014-06"))
                        .when(reinstate("1", "2013")),
                RefusalCode.STEP_NOT_POSSIBLE);
    }

    @Test
    void of_a_suspended_membership_is_refused() {
        refused(
                fixture.given(REGISTERED, admitted("ve", "VE", MEMBER, "2012-03-29"), suspended("1", "2014-06"))
                        .when(suspend("2", "2015")),
                RefusalCode.STEP_NOT_POSSIBLE);
    }

    @Test
    void an_earlier_suspension_may_be_recorded_late() {
        fixture.given(REGISTERED, admitted("ve", "VE", MEMBER, "2012-03-29"), suspended("2", "2017"))
                .andGiven(reinstated("2", "2018"), suspended("3", "2019"))
                .when(reinstate("3", "2020"))
                .expectEvents(reinstated("3", "2020"));
    }

    @Test
    void after_the_membership_certainly_ended_is_refused() {
        refused(
                fixture.given(REGISTERED, admitted("ve", "VE", MEMBER, "2012-03-29"), withdrew("ve", "2013"))
                        .when(suspend("1", "2014")),
                RefusalCode.STEP_NOT_POSSIBLE);
    }

    @Test
    void before_the_membership_certainly_began_is_refused() {
        refused(
                fixture.given(REGISTERED, admitted("ve", "VE", MEMBER, "2012-03-29"))
                        .when(suspend("1", "2011")),
                RefusalCode.CERTAINLY_OUT_OF_ORDER);
    }
}
