package org.preventionnetwork.registry.command.programmes;

import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.ESTABLISHED;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.PROGRAMME;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.closed;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.complete;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.renamed;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.serves;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.themes;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.AnnulFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.CloseProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.CorrectFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.DeclareProgrammeListComplete;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.EstablishProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.RenameProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.ServeNetwork;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.SetProgrammeCurriculum;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactCorrected;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.SourceAdded;
import org.preventionnetwork.registry.api.programmes.ProgrammeList;

class ProgrammeTest {
    private AggregateTestFixture<ProgrammeAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(ProgrammeAggregate.class);
    }

    @Nested
    class establishment {
        @Test
        void is_recorded() {
            fixture.givenNoPriorActivity()
                    .when(new EstablishProgramme(PROGRAMME, fact("established"), "Latin America Program", date("2012")))
                    .expectEvents(ESTABLISHED);
        }

        @Test
        void told_again_after_a_later_change_records_nothing() {
            fixture.given(ESTABLISHED, renamed("Programme for Latin America", "2015"))
                    .when(new EstablishProgramme(PROGRAMME, fact("again"), "Latin America Program", date("2012")))
                    .expectNoEvents();
        }

        @Test
        void told_again_after_its_correction_records_nothing() {
            fixture.given(ESTABLISHED)
                    .andGiven(new FactCorrected(
                            PROGRAMME,
                            fact("established"),
                            new ProgrammeEstablished(PROGRAMME, fact("established"), "Latin America Program", null),
                            CLERICAL_ERROR))
                    .when(new EstablishProgramme(PROGRAMME, fact("established"), "Latin America Program", date("2012")))
                    .expectNoEvents();
        }

        @Test
        void told_differently_is_refused() {
            refused(
                    fixture.given(ESTABLISHED)
                            .when(new EstablishProgramme(PROGRAMME, fact("other"), "Africa Programs", date("2012"))),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void told_differently_under_the_same_fact_id_is_refused() {
            refused(
                    fixture.given(ESTABLISHED)
                            .when(new EstablishProgramme(
                                    PROGRAMME, fact("established"), "Africa Programs", date("2012"))),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY);
        }

        @Test
        void cannot_be_annulled_while_other_facts_depend_on_it() {
            refused(
                    fixture.given(ESTABLISHED, closed("2020"))
                            .when(new AnnulFact(PROGRAMME, fact("established"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("closed"));
        }

        @Test
        void cannot_be_corrected_to_come_after_what_followed_it() {
            refused(
                    fixture.given(ESTABLISHED, renamed("Programme for Latin America", "2015"))
                            .when(
                                    new CorrectFact(
                                            PROGRAMME,
                                            fact("established"),
                                            patch("{\"establishedOn\": \"2016\"}"),
                                            CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    fact("renamed"));
        }

        @Test
        void that_was_annulled_leaves_a_programme_that_does_not_exist() {
            refused(
                    fixture.given(ESTABLISHED, new FactAnnulled(PROGRAMME, fact("established"), null))
                            .when(new CloseProgramme(PROGRAMME, fact("closed"), date("2020"))),
                    RefusalCode.ALREADY_ANNULLED);
        }
    }

    @Nested
    class a_new_name {
        @Test
        void is_recorded_in_whatever_order_it_becomes_known() {
            fixture.given(ESTABLISHED, closed("2020"), renamed("Programme for Latin America", "2018"))
                    .when(new RenameProgramme(PROGRAMME, fact("earlier"), "Latin American Programs", date("2013")))
                    .expectEvents(
                            new ProgrammeRenamed(PROGRAMME, fact("earlier"), "Latin American Programs", date("2013")));
        }

        @Test
        void is_accepted_in_the_year_of_the_establishment() {
            fixture.given(ESTABLISHED)
                    .when(new RenameProgramme(
                            PROGRAMME, fact("renamed"), "Programme for Latin America", date("2012-01-01")))
                    .expectEvents(renamed("Programme for Latin America", "2012-01-01"));
        }

        @Test
        void is_refused_certainly_before_the_establishment() {
            refused(
                    fixture.given(ESTABLISHED)
                            .when(new RenameProgramme(
                                    PROGRAMME, fact("renamed"), "Programme for Latin America", date("2011"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void is_refused_certainly_after_the_closing() {
            refused(
                    fixture.given(ESTABLISHED, closed("2020"))
                            .when(new RenameProgramme(
                                    PROGRAMME, fact("renamed"), "Programme for Latin America", date("2021"))),
                    RefusalCode.AFTER_DISSOLUTION);
        }
    }

    @Nested
    class a_curriculum {
        @Test
        void is_recorded_from_a_date_on() {
            fixture.given(ESTABLISHED)
                    .when(new SetProgrammeCurriculum(PROGRAMME, fact("themes"), List.of("memory"), date("2014")))
                    .expectEvents(themes("2014", "memory"));
        }

        @Test
        void of_the_same_date_may_be_told_by_two_sources() {
            fixture.given(ESTABLISHED, themes("2014", "memory"))
                    .when(
                            new SetProgrammeCurriculum(PROGRAMME, fact("again"), List.of("memory"), date("2014")),
                            Map.of("source", "annual report"))
                    .expectEvents(new SourceAdded(PROGRAMME, fact("themes")));
        }

        @Test
        void cannot_lose_all_its_themes() {
            refused(
                    fixture.given(ESTABLISHED, themes("2014", "memory"))
                            .when(
                                    new CorrectFact(
                                            PROGRAMME, fact("themes"), patch("{\"themes\": null}"), CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.INCOMPLETE);
        }

        @Test
        void is_refused_certainly_before_the_establishment() {
            refused(
                    fixture.given(ESTABLISHED)
                            .when(new SetProgrammeCurriculum(
                                    PROGRAMME, fact("themes"), List.of("memory"), date("2011"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void is_refused_certainly_after_the_closing() {
            refused(
                    fixture.given(ESTABLISHED, closed("2020"))
                            .when(new SetProgrammeCurriculum(
                                    PROGRAMME, fact("themes"), List.of("memory"), date("2021"))),
                    RefusalCode.AFTER_DISSOLUTION);
        }
    }

    @Nested
    class a_network_served {
        @Test
        void is_served_in_spells() {
            fixture.given(ESTABLISHED, serves("first", "africa", "2013", "2015"))
                    .when(new ServeNetwork(PROGRAMME, fact("next"), new NetworkId("africa"), date("2016"), null))
                    .expectEvents(serves("next", "africa", "2016", null));
        }

        @Test
        void is_not_served_twice_at_a_time() {
            refused(
                    fixture.given(ESTABLISHED, serves("first", "africa", "2013", null))
                            .when(new ServeNetwork(
                                    PROGRAMME, fact("next"), new NetworkId("africa"), date("2016"), null)),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    fact("first"));
        }

        @Test
        void may_be_one_of_several() {
            fixture.given(ESTABLISHED, serves("first", "africa", "2013", null))
                    .when(new ServeNetwork(PROGRAMME, fact("next"), new NetworkId("asia"), date("2016"), null))
                    .expectEvents(serves("next", "asia", "2016", null));
        }

        @Test
        void is_not_served_until_before_it_was() {
            refused(
                    fixture.given(ESTABLISHED)
                            .when(new ServeNetwork(
                                    PROGRAMME, fact("next"), new NetworkId("africa"), date("2016"), date("2015"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void is_not_served_after_the_closing() {
            refused(
                    fixture.given(ESTABLISHED, closed("2020"))
                            .when(new ServeNetwork(
                                    PROGRAMME, fact("next"), new NetworkId("africa"), date("2021"), null)),
                    RefusalCode.AFTER_DISSOLUTION);
        }
    }

    @Nested
    class a_complete_list {
        @Test
        void is_recorded_with_the_time_it_is_complete_for() {
            fixture.given(ESTABLISHED)
                    .when(new DeclareProgrammeListComplete(
                            PROGRAMME, fact("complete"), ProgrammeList.SEMINARS, null, date("2015")))
                    .expectEvents(complete(ProgrammeList.SEMINARS, "2015"));
        }

        @Test
        void may_be_told_of_a_day_after_the_closing() {
            fixture.given(ESTABLISHED, closed("2020"))
                    .when(new DeclareProgrammeListComplete(
                            PROGRAMME, fact("complete"), ProgrammeList.SEMINARS, null, date("2024")))
                    .expectEvents(complete(ProgrammeList.SEMINARS, "2024"));
        }

        @Test
        void told_again_by_another_source_is_one() {
            fixture.given(ESTABLISHED, complete(ProgrammeList.SEMINARS, "2015"))
                    .when(
                            new DeclareProgrammeListComplete(
                                    PROGRAMME, fact("again"), ProgrammeList.SEMINARS, null, date("2015")),
                            Map.of("source", "annual report"))
                    .expectEvents(new SourceAdded(PROGRAMME, fact("complete")));
        }

        @Test
        void is_refused_where_it_would_end_before_it_begins() {
            refused(
                    fixture.given(ESTABLISHED)
                            .when(new DeclareProgrammeListComplete(
                                    PROGRAMME, fact("complete"), ProgrammeList.SEMINARS, date("2016"), date("2015"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }
    }

    @Nested
    class closing {
        @Test
        void is_recorded() {
            fixture.given(ESTABLISHED)
                    .when(new CloseProgramme(PROGRAMME, fact("closed"), date("2020")))
                    .expectEvents(closed("2020"));
        }

        @Test
        void happens_once_only() {
            refused(
                    fixture.given(ESTABLISHED, closed("2020"))
                            .when(new CloseProgramme(PROGRAMME, fact("other"), date("2021"))),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void is_refused_certainly_before_the_establishment() {
            refused(
                    fixture.given(ESTABLISHED).when(new CloseProgramme(PROGRAMME, fact("closed"), date("2011-12-31"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void is_refused_when_something_certainly_followed_it() {
            refused(
                    fixture.given(ESTABLISHED, renamed("Programme for Latin America", "2018"))
                            .when(new CloseProgramme(PROGRAMME, fact("closed"), date("2017"))),
                    RefusalCode.AFTER_DISSOLUTION,
                    fact("renamed"));
        }
    }
}
