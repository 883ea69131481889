package org.preventionnetwork.registry.command.institutions;

import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.INSTITUTE;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.MUSEUM;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.POLAND;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.REGISTERED;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.dissolved;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.opened;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.renamed;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.succeeded;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.AnnulFact;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.DissolveInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.PartnerInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.RegisterInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.RenameInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.SucceedInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionPartnered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;

class InstitutionTest {
    private AggregateTestFixture<InstitutionAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(InstitutionAggregate.class);
    }

    @Nested
    class registration {
        private final RegisterInstitution register = new RegisterInstitution(
                MUSEUM, fact("registered"), "Auschwitz-Birkenau State Museum", InstitutionKind.MUSEUM, POLAND);

        @Test
        void is_recorded() {
            fixture.givenNoPriorActivity().when(register).expectEvents(REGISTERED);
        }

        @Test
        void told_again_after_a_change_of_name_records_nothing() {
            fixture.given(REGISTERED, renamed("1999")).when(register).expectNoEvents();
        }

        @Test
        void told_differently_is_refused() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new RegisterInstitution(
                                    MUSEUM, fact("other"), "A museum", InstitutionKind.MUSEUM, POLAND)),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void cannot_be_annulled_while_an_office_depends_on_it() {
            refused(
                    fixture.given(REGISTERED, opened("2012"))
                            .when(new AnnulFact(MUSEUM, fact("registered"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("opened"));
        }

        @Test
        void that_was_annulled_can_be_recorded_anew_under_its_id() {
            fixture.given(REGISTERED, new FactAnnulled(MUSEUM, fact("registered"), null))
                    .when(register)
                    .expectEvents(REGISTERED);
        }
    }

    @Nested
    class a_new_name {
        @Test
        void may_become_known_after_a_later_one() {
            fixture.given(REGISTERED, renamed("1999"))
                    .when(new RenameInstitution(MUSEUM, fact("earlier"), "Museum of Martyrdom", date("1955")))
                    .expectEvents(new InstitutionRenamed(MUSEUM, fact("earlier"), "Museum of Martyrdom", date("1955")));
        }

        @Test
        void is_refused_certainly_after_the_dissolution() {
            refused(
                    fixture.given(REGISTERED, dissolved("2015"))
                            .when(new RenameInstitution(MUSEUM, fact("renamed"), "A museum", date("2016"))),
                    RefusalCode.AFTER_DISSOLUTION);
        }
    }

    @Nested
    class a_partnership {
        @Test
        void is_recorded_without_dates() {
            fixture.given(REGISTERED)
                    .when(new PartnerInstitution(MUSEUM, fact("partnered"), INSTITUTE, "training", null, null))
                    .expectEvents(
                            new InstitutionPartnered(MUSEUM, fact("partnered"), INSTITUTE, "training", null, null));
        }

        @Test
        void does_not_end_certainly_before_it_began() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new PartnerInstitution(
                                    MUSEUM, fact("partnered"), INSTITUTE, "training", date("2012"), date("2011"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void is_with_another_institution() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new PartnerInstitution(
                                    MUSEUM, fact("partnered"), MUSEUM, "training", date("2012"), null)),
                    RefusalCode.SELF_CONTRADICTORY);
        }

        @Test
        void does_not_begin_certainly_after_the_dissolution() {
            refused(
                    fixture.given(REGISTERED, dissolved("2015"))
                            .when(new PartnerInstitution(
                                    MUSEUM, fact("partnered"), INSTITUTE, "training", date("2016"), null)),
                    RefusalCode.AFTER_DISSOLUTION);
        }
    }

    @Nested
    class succession {
        @Test
        void is_recorded_even_after_the_dissolution() {
            fixture.given(REGISTERED, dissolved("2015"))
                    .when(new SucceedInstitution(MUSEUM, fact("succeeded"), INSTITUTE, date("2016")))
                    .expectEvents(succeeded("2016"));
        }

        @Test
        void happens_once_only() {
            refused(
                    fixture.given(REGISTERED, succeeded("2015"))
                            .when(new SucceedInstitution(MUSEUM, fact("other"), INSTITUTE, date("2016"))),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void is_by_another_institution() {
            refused(
                    fixture.given(REGISTERED)
                            .when(new SucceedInstitution(MUSEUM, fact("succeeded"), MUSEUM, date("2015"))),
                    RefusalCode.SELF_CONTRADICTORY);
        }
    }

    @Nested
    class dissolution {
        @Test
        void is_recorded() {
            fixture.given(REGISTERED)
                    .when(new DissolveInstitution(MUSEUM, fact("dissolved"), date("2015")))
                    .expectEvents(dissolved("2015"));
        }

        @Test
        void happens_once_only() {
            refused(
                    fixture.given(REGISTERED, dissolved("2015"))
                            .when(new DissolveInstitution(MUSEUM, fact("other"), date("2016"))),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void is_refused_when_an_office_was_certainly_opened_later() {
            refused(
                    fixture.given(REGISTERED, opened("2012"))
                            .when(new DissolveInstitution(MUSEUM, fact("dissolved"), date("2011"))),
                    RefusalCode.AFTER_DISSOLUTION,
                    fact("opened"));
        }
    }
}
