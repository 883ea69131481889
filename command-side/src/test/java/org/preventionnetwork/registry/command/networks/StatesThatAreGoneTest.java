package org.preventionnetwork.registry.command.networks;

import static org.preventionnetwork.registry.api.networks.MembershipKind.MEMBER;
import static org.preventionnetwork.registry.api.networks.MembershipKind.OBSERVER;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.NETWORK;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.REGISTERED;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.WHY;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.admit;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.admitted;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.correct;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.date;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.fact;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.membership;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.withdrew;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.networks.MeetingId;
import org.preventionnetwork.registry.api.networks.NetworkCommand.ChangeMembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RecordMeeting;
import org.preventionnetwork.registry.api.networks.NetworkCommand.SuspendMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.WithdrawState;
import org.preventionnetwork.registry.api.places.StateCode;

/** Czechoslovakia was there from 28 October 1918 until 31 December 1992. */
class StatesThatAreGoneTest {
    private AggregateTestFixture<NetworkAggregate> fixture;

    @BeforeEach
    void network() {
        fixture = new AggregateTestFixture<>(NetworkAggregate.class);
    }

    @Test
    void are_admitted_in_their_days() {
        fixture.given(REGISTERED)
                .when(admit("cs", "CSHH", OBSERVER, "1992"))
                .expectEvents(admitted("cs", "CSHH", OBSERVER, "1992"));
    }

    @Test
    void are_not_admitted_afterwards() {
        refused(fixture.given(REGISTERED).when(admit("cs", "CSHH", OBSERVER, "1993")), RefusalCode.STATE_NOT_THERE);
    }

    @Test
    void are_not_admitted_before() {
        refused(fixture.given(REGISTERED).when(admit("yu", "CSXX", OBSERVER, "1956")), RefusalCode.STATE_NOT_THERE);
    }

    @Test
    void withdraw_at_the_latest_when_they_end() {
        fixture.given(REGISTERED, admitted("cs", "CSHH", OBSERVER, "1990"))
                .when(new WithdrawState(NETWORK, fact("w-cs"), membership("cs"), date("1993-01-01")))
                .expectEvents(withdrew("cs", "1993-01-01"));
        refused(
                fixture.given(REGISTERED, admitted("cs", "CSHH", OBSERVER, "1990"))
                        .when(new WithdrawState(NETWORK, fact("w-cs"), membership("cs"), date("1993-02"))),
                RefusalCode.STATE_NOT_THERE);
    }

    @Test
    void neither_change_their_kind_nor_are_suspended_after_their_end() {
        refused(
                fixture.given(REGISTERED, admitted("cs", "CSHH", OBSERVER, "1990"))
                        .when(new ChangeMembershipKind(
                                NETWORK, fact("f-kind"), membership("cs"), membership("cs-2"), MEMBER, date("1994"))),
                RefusalCode.STATE_NOT_THERE);
        refused(
                fixture.given(REGISTERED, admitted("cs", "CSHH", OBSERVER, "1990"))
                        .when(new SuspendMembership(NETWORK, fact("f-suspended"), membership("cs"), date("1994"))),
                RefusalCode.STATE_NOT_THERE);
    }

    @Test
    void are_not_moved_out_of_their_days_by_a_correction() {
        refused(
                fixture.given(REGISTERED, admitted("cs", "CSHH", OBSERVER, "1990"))
                        .when(correct("cs", "{\"from\": \"1994\"}"), WHY),
                RefusalCode.STATE_NOT_THERE);
    }

    @Test
    void attend_no_meeting_after_their_end() {
        refused(
                fixture.given(REGISTERED)
                        .when(new RecordMeeting(
                                NETWORK,
                                fact("f-meeting"),
                                new MeetingId("meeting-1"),
                                "Meeting",
                                null,
                                date("2001"),
                                null,
                                null,
                                null,
                                null,
                                List.of(new StateCode("AR"), new StateCode("CSHH")),
                                null)),
                RefusalCode.STATE_NOT_THERE);
    }
}
