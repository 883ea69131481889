package org.preventionnetwork.registry.command.networks;

import static org.preventionnetwork.registry.api.networks.MembershipKind.MEMBER;
import static org.preventionnetwork.registry.api.networks.MembershipKind.OBSERVER;
import static org.preventionnetwork.registry.command.networks.NetworkSamples.FOUNDED;
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

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.ChangeMembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.FoundNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.WithdrawState;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactAnnulled;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactCorrected;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SourceAdded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.api.places.StateCode;

class MembershipTest {
    private AggregateTestFixture<NetworkAggregate> fixture;

    @BeforeEach
    void network() {
        fixture = new AggregateTestFixture<>(NetworkAggregate.class);
    }

    @Nested
    class admission {
        @Test
        void is_recorded_from_a_day_on() {
            fixture.given(REGISTERED, FOUNDED)
                    .when(admit("ar", "AR", MEMBER, "2012-03-29"))
                    .expectEvents(admitted("ar", "AR", MEMBER, "2012-03-29"));
        }

        @Test
        void told_twice_is_recorded_once_even_under_another_membership_id() {
            fixture.given(REGISTERED, FOUNDED, admitted("ar", "AR", MEMBER, "2012-03-29"))
                    .when(admit("again", "AR", MEMBER, "2012-03-29"))
                    .expectNoEvents();
        }

        @Test
        void told_by_a_further_source_adds_the_source() {
            fixture.given(REGISTERED, FOUNDED, admitted("ar", "AR", MEMBER, "2012-03-29"))
                    .when(admit("ar", "AR", MEMBER, "2012-03-29"), Map.of("source", "press release"))
                    .expectEvents(new SourceAdded(NETWORK, fact("f-ar")));
        }

        @Test
        void is_refused_certainly_before_the_network_was_founded() {
            refused(
                    fixture.given(REGISTERED, FOUNDED).when(admit("ar", "AR", MEMBER, "2011")),
                    RefusalCode.BEFORE_FOUNDATION);
        }

        @Test
        void is_accepted_in_the_year_the_network_was_founded() {
            fixture.given(REGISTERED, FOUNDED)
                    .when(admit("ar", "AR", MEMBER, "2012"))
                    .expectEvents(admitted("ar", "AR", MEMBER, "2012"));
        }

        @Test
        void is_refused_when_it_certainly_overlaps_another_spell_of_the_state() {
            refused(
                    fixture.given(REGISTERED, FOUNDED, admitted("ar", "AR", MEMBER, "2012-03-29"))
                            .when(admit("ar-2", "AR", OBSERVER, "2014")),
                    RefusalCode.MEMBERSHIP_OVERLAPS);
        }

        @Test
        void of_a_higher_kind_ends_an_open_spell_that_began_certainly_earlier() {
            fixture.given(REGISTERED, FOUNDED, admitted("obs", "AR", OBSERVER, "2014"))
                    .when(admit("mem", "AR", MEMBER, "2016"))
                    .expectEvents(admitted("mem", "AR", MEMBER, "2016"));
            fixture.given(REGISTERED, FOUNDED, admitted("mem", "AR", MEMBER, "2016"))
                    .when(admit("obs", "AR", OBSERVER, "2014"))
                    .expectEvents(admitted("obs", "AR", OBSERVER, "2014"));
        }

        @Test
        void of_a_higher_kind_is_refused_from_the_same_day_on_and_where_another_end_is_recorded() {
            refused(
                    fixture.given(REGISTERED, FOUNDED, admitted("obs", "AR", OBSERVER, "2014-05-01"))
                            .when(admit("mem", "AR", MEMBER, "2014-05-01")),
                    RefusalCode.MEMBERSHIP_OVERLAPS);
            refused(
                    fixture.given(REGISTERED, FOUNDED, admitted("obs", "AR", OBSERVER, "2014"), withdrew("obs", "2018"))
                            .when(admit("mem", "AR", MEMBER, "2016")),
                    RefusalCode.MEMBERSHIP_OVERLAPS);
        }

        @Test
        void may_come_before_the_foundation_of_a_network_that_was_announced() {
            NetworkAnnounced announced = new NetworkAnnounced(NETWORK, fact("announced"), date("2011"));
            fixture.given(REGISTERED, announced, FOUNDED)
                    .when(admit("ar", "AR", MEMBER, "2011"))
                    .expectEvents(admitted("ar", "AR", MEMBER, "2011"));
            fixture.given(REGISTERED, announced, admitted("ar", "AR", MEMBER, "2011"))
                    .when(new FoundNetwork(NETWORK, FOUNDED.factId(), FOUNDED.on()))
                    .expectEvents(FOUNDED);
            refused(
                    fixture.given(REGISTERED, announced, FOUNDED).when(admit("ar", "AR", MEMBER, "2009")),
                    RefusalCode.BEFORE_FOUNDATION);
        }

        @Test
        void may_come_late_and_lie_before_a_spell_recorded_earlier() {
            fixture.given(REGISTERED, FOUNDED, admitted("new", "AR", MEMBER, "2016"))
                    .andGiven(admitted("old", "AR", OBSERVER, "2018"), withdrew("old", "2018"))
                    .when(new WithdrawState(NETWORK, fact("w-new"), membership("new"), date("2017")))
                    .expectEvents(withdrew("new", "2017"));
        }
    }

    @Nested
    class a_change_of_kind {
        @Test
        void closes_one_spell_and_opens_the_next_in_one_event() {
            fixture.given(REGISTERED, admitted("obs", "AR", OBSERVER, "1999-03-08"))
                    .when(new ChangeMembershipKind(
                            NETWORK, fact("f-kind"), membership("obs"), membership("mem"), MEMBER, date("1999")))
                    .expectEvents(new MembershipKindChanged(
                            NETWORK, fact("f-kind"), membership("obs"), membership("mem"), MEMBER, date("1999")));
        }

        @Test
        void of_an_unknown_membership_is_refused() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new ChangeMembershipKind(
                                    NETWORK,
                                    fact("f-kind"),
                                    membership("no"),
                                    membership("mem"),
                                    MEMBER,
                                    date("1999"))),
                    RefusalCode.UNKNOWN_SUBJECT);
        }
    }

    @Nested
    class correction {
        @Test
        void of_until_to_null_annuls_the_withdrawal() {
            fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"), withdrew("bo", "2015~"))
                    .when(correct("bo", "{\"until\": null}"), WHY)
                    .expectEvents(new FactAnnulled(NETWORK, fact("w-bo"), null, CorrectionKind.CONFLICTING_SOURCES));
        }

        @Test
        void of_until_corrects_the_withdrawal() {
            fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"), withdrew("bo", "2015~"))
                    .when(correct("bo", "{\"until\": \"2016\"}"), WHY)
                    .expectEvents(new FactCorrected(
                            NETWORK, fact("w-bo"), withdrew("bo", "2016"), CorrectionKind.CONFLICTING_SOURCES));
        }

        @Test
        void of_a_missing_until_records_the_withdrawal() {
            fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"))
                    .when(correct("bo", "{\"until\": \"2016\"}"), WHY)
                    .expectEvents(new StateWithdrew(NETWORK, fact("c-bo"), membership("bo"), date("2016")));
        }

        @Test
        void needs_a_reason() {
            refused(
                    fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"))
                            .when(correct("bo", "{\"from\": \"2013\"}")),
                    RefusalCode.REASON_REQUIRED);
        }

        @Test
        void says_which_field_it_does_not_understand() {
            refused(
                    fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"))
                            .when(correct("bo", "{\"from\": \"12-03-2012\"}"), WHY),
                    RefusalCode.NOT_CORRECTABLE);
        }

        @Test
        void back_to_the_first_belief_is_a_correction_of_its_own() {
            fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"))
                    .andGiven(new FactCorrected(
                            NETWORK, fact("f-bo"), admitted("bo", "BO", MEMBER, "2013"), CorrectionKind.CLERICAL_ERROR))
                    .when(correct("bo", "{\"from\": \"2012-03-29\"}"), WHY)
                    .expectEvents(new FactCorrected(
                            NETWORK,
                            fact("f-bo"),
                            admitted("bo", "BO", MEMBER, "2012-03-29"),
                            CorrectionKind.CONFLICTING_SOURCES));
        }
    }

    @Nested
    class annulment {
        @Test
        void of_an_admission_is_refused_while_the_withdrawal_depends_on_it() {
            refused(
                    fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"), withdrew("bo", "2015~"))
                            .when(new AnnulFact(NETWORK, fact("f-bo"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("w-bo"));
        }

        @Test
        void of_the_spell_annuls_all_its_facts_newest_first() {
            fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"), withdrew("bo", "2015~"))
                    .when(new AnnulMembership(NETWORK, fact("any-id"), membership("bo")), WHY)
                    .expectEvents(
                            new FactAnnulled(NETWORK, fact("w-bo"), null, null),
                            new FactAnnulled(NETWORK, fact("f-bo"), null, null));
        }

        @Test
        void leaves_a_seat_of_the_same_id_as_it_is() {
            FocalPointDesignated seat = new FocalPointDesignated(
                    NETWORK,
                    fact("seat-fact"),
                    new SeatId("bo"),
                    StateCode.of("BO"),
                    new InstitutionId("ministry"),
                    null,
                    date("2013"));
            fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"), seat)
                    .when(new AnnulMembership(NETWORK, fact("any-id"), membership("bo")), WHY)
                    .expectEvents(new FactAnnulled(NETWORK, fact("f-bo"), null, null));
        }

        @Test
        void leaves_the_id_free_to_be_recorded_anew() {
            fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"))
                    .andGiven(new FactAnnulled(NETWORK, fact("f-bo"), null, null))
                    .when(admit("bo", "BO", MEMBER, "2012-03-29"))
                    .expectEvents(admitted("bo", "BO", MEMBER, "2012-03-29"));
        }
    }

    @Test
    void a_stale_version_of_the_membership_is_refused_but_other_changes_do_not_make_it_stale() {
        var history = fixture.given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"))
                .andGiven(admitted("ar", "AR", MEMBER, "2012-03-29"));
        history.when(
                        new WithdrawState(NETWORK, fact("w-bo"), membership("bo"), date("2015")),
                        Map.of("expectedVersion", 2L))
                .expectEvents(withdrew("bo", "2015"));
        refused(
                new AggregateTestFixture<>(NetworkAggregate.class)
                        .given(REGISTERED, admitted("bo", "BO", MEMBER, "2012-03-29"))
                        .when(
                                new WithdrawState(NETWORK, fact("w-bo"), membership("bo"), date("2015")),
                                Map.of("expectedVersion", 1L)),
                RefusalCode.VERSION_MOVED_ON);
    }
}
