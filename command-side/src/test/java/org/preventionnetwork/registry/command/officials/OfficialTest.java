package org.preventionnetwork.registry.command.officials;

import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.ARGENTINA;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.MINISTRY;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.OFFICIAL;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.REGISTER;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.REGISTERED;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.affiliation;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.contact;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.granted;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.revoked;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.text;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.ChangeAffiliation;
import org.preventionnetwork.registry.api.officials.OfficialCommand.ChangeContact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.CorrectFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.GrantAlumniStatus;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RevokeAlumniStatus;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;

class OfficialTest {
    private AggregateTestFixture<OfficialAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(OfficialAggregate.class);
    }

    @Nested
    class registration {
        @Test
        void is_recorded_with_personal_data_as_the_persons_own() {
            fixture.givenNoPriorActivity().when(REGISTER).expectEvents(REGISTERED);
        }

        @Test
        void is_recorded_with_a_name_only() {
            fixture.givenNoPriorActivity()
                    .when(new RegisterOfficial(OFFICIAL, fact("registered"), "Ana Perez", null, null, null, null, null))
                    .expectEvents(new OfficialRegistered(
                            OFFICIAL, fact("registered"), text("Ana Perez"), null, null, null, null, null));
        }

        @Test
        void told_again_after_a_change_of_affiliation_records_nothing() {
            fixture.given(REGISTERED, affiliation("Minister", "2015"))
                    .when(REGISTER)
                    .expectNoEvents();
        }

        @Test
        void told_differently_is_refused() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new RegisterOfficial(
                                    OFFICIAL, fact("other"), "Ana Paz", null, null, null, null, null)),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void cannot_be_annulled_while_an_affiliation_depends_on_it() {
            refused(
                    fixture.given(REGISTERED, affiliation("Minister", "2015"))
                            .when(new AnnulFact(OFFICIAL, fact("registered"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("affiliation"));
        }

        @Test
        void that_was_annulled_can_be_recorded_anew() {
            fixture.given(REGISTERED, new FactAnnulled(OFFICIAL, fact("registered"), null))
                    .when(REGISTER)
                    .expectEvents(REGISTERED);
        }

        @Test
        void is_refused_when_its_source_tells_the_persons_name_or_an_email() {
            for (String telling : new String[] {"letter of A. Perez, Ana", "mail from somebody@example.org, 3 May"}) {
                refused(
                        fixture.givenNoPriorActivity()
                                .when(
                                        REGISTER,
                                        new Provenance("clerk", "SECRETARIAT", telling, null, null, null).asMetadata()),
                        RefusalCode.PERSONAL_DATA_BESIDE_FACT);
            }
            fixture.givenNoPriorActivity()
                    .when(
                            REGISTER,
                            new Provenance("clerk", "SECRETARIAT", "Annual Report 2015, p. 3", null, null, null)
                                    .asMetadata())
                    .expectEvents(REGISTERED);
        }

        @Test
        void under_an_id_made_of_the_persons_name_is_refused() {
            OfficialId telling = new OfficialId("perez-lopez-ana-2");
            refused(
                    fixture.givenNoPriorActivity()
                            .when(new RegisterOfficial(
                                    telling, fact("registered"), "Ana Pérez López", null, null, null, null, null)),
                    RefusalCode.ID_NAMES_PERSON);
        }

        @Test
        void cannot_be_corrected_to_hold_data_as_another_persons() {
            refused(
                    fixture.given(REGISTERED)
                            .when(
                                    new CorrectFact(
                                            OFFICIAL,
                                            fact("registered"),
                                            patch("{\"fullName\": {\"person\": \"o-2\", \"scheme\": \"plain\","
                                                    + " \"value\": \"Ana\"}}"),
                                            CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.NOT_CORRECTABLE);
        }
    }

    @Nested
    class a_change_of_contact {
        @Test
        void is_recorded() {
            fixture.given(REGISTERED)
                    .when(new ChangeContact(OFFICIAL, fact("contact"), null, "perez@example.org", null))
                    .expectEvents(contact(null, "perez@example.org"));
        }

        @Test
        void changes_something() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new ChangeContact(OFFICIAL, fact("contact"), null, null, date("2015"))),
                    RefusalCode.INCOMPLETE);
        }

        @Test
        void cannot_be_corrected_to_change_nothing() {
            refused(
                    fixture.given(REGISTERED, contact(null, "perez@example.org"))
                            .when(
                                    new CorrectFact(
                                            OFFICIAL, fact("contact"), patch("{\"email\": null}"), CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.INCOMPLETE);
        }
    }

    @Nested
    class an_affiliation {
        @Test
        void may_become_known_late_and_lie_before_the_registered_one() {
            fixture.given(REGISTERED, affiliation("Minister", "2015"))
                    .when(new ChangeAffiliation(OFFICIAL, fact("earlier"), null, MINISTRY, "Adviser", date("2008")))
                    .expectEvents(new AffiliationChanged(
                            OFFICIAL, fact("earlier"), null, MINISTRY, text("Adviser"), date("2008")));
        }

        @Test
        void may_be_a_state_only() {
            fixture.given(REGISTERED)
                    .when(new ChangeAffiliation(OFFICIAL, fact("affiliation"), ARGENTINA, null, null, date("2015")))
                    .expectEvents(
                            new AffiliationChanged(OFFICIAL, fact("affiliation"), ARGENTINA, null, null, date("2015")));
        }

        @Test
        void says_where() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new ChangeAffiliation(OFFICIAL, fact("affiliation"), null, null, null, date("2015"))),
                    RefusalCode.INCOMPLETE);
        }
    }

    @Nested
    class alumni_status {
        @Test
        void is_granted() {
            fixture.given(REGISTERED)
                    .when(new GrantAlumniStatus(OFFICIAL, fact("granted-2015"), date("2015")))
                    .expectEvents(granted("2015"));
        }

        @Test
        void may_be_revoked_without_a_grant_as_it_is_also_derived() {
            fixture.given(REGISTERED)
                    .when(new RevokeAlumniStatus(OFFICIAL, fact("revoked-2015"), date("2015")))
                    .expectEvents(revoked("2015"));
        }

        @Test
        void is_not_granted_twice_in_a_row() {
            refused(
                    fixture.given(REGISTERED, granted("2015"))
                            .when(new GrantAlumniStatus(OFFICIAL, fact("granted-2017"), date("2017"))),
                    RefusalCode.STEP_NOT_POSSIBLE);
        }

        @Test
        void is_granted_anew_after_a_revocation_that_becomes_known_late() {
            fixture.given(REGISTERED, granted("2015"), revoked("2016"))
                    .when(new GrantAlumniStatus(OFFICIAL, fact("granted-2017"), date("2017")))
                    .expectEvents(granted("2017"));
            start();
            refused(
                    fixture.given(REGISTERED, granted("2015"), revoked("2018"))
                            .when(new GrantAlumniStatus(OFFICIAL, fact("granted-2017"), date("2017"))),
                    RefusalCode.STEP_NOT_POSSIBLE);
        }

        @Test
        void may_be_granted_before_what_was_recorded_earlier_within_the_precision_of_its_dates() {
            fixture.given(REGISTERED, revoked("2015"))
                    .when(new GrantAlumniStatus(OFFICIAL, fact("granted-2015-06"), date("2015-06")))
                    .expectEvents(granted("2015-06"));
        }

        @Test
        void cannot_lose_the_revocation_between_two_grants() {
            refused(
                    fixture.given(REGISTERED, granted("2015"), revoked("2016"), granted("2017"))
                            .when(new AnnulFact(OFFICIAL, fact("revoked-2016"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("granted-2017"));
        }
    }
}
