package org.preventionnetwork.registry.command.initiatives;

import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.api.initiatives.InitiativeStage.CONCLUDED;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.INITIATIVE;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.LAUNCHED;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.NETWORK;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.OFFICIAL;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.assistance;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.launched;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.milestone;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.stage;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AnnulFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AnnulInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.CorrectInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.NameContributor;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ProvideTechnicalAssistance;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ReachMilestone;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.ContributorNamed;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactCorrected;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.places.StateCode;

class InitiativeTest {
    private AggregateTestFixture<InitiativeAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(InitiativeAggregate.class);
    }

    @Nested
    class a_launch {
        private final LaunchInitiative launch = new LaunchInitiative(
                INITIATIVE,
                fact("launched"),
                "National Mechanism",
                List.of(new StateCode("AR")),
                NETWORK,
                InitiativeType.NATIONAL_MECHANISM,
                null,
                date("2013"));

        @Test
        void is_recorded() {
            fixture.givenNoPriorActivity().when(launch).expectEvents(LAUNCHED);
        }

        @Test
        void told_again_later_records_nothing() {
            fixture.given(LAUNCHED, stage(CONCLUDED, "2014")).when(launch).expectNoEvents();
        }

        @Test
        void told_differently_is_refused() {
            refused(
                    fixture.given(launched("A course", "2013", "AR")).when(launch),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY);
        }

        @Test
        void cannot_be_annulled_alone_while_a_stage_depends_on_it() {
            refused(
                    fixture.given(LAUNCHED, stage(CONCLUDED, "2014"))
                            .when(new AnnulFact(INITIATIVE, fact("launched"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("stage"));
        }
    }

    @Nested
    class what_it_brings {
        @Test
        void a_milestone_is_recorded() {
            fixture.given(LAUNCHED)
                    .when(new ReachMilestone(INITIATIVE, fact("milestone"), "first course", date("2014")))
                    .expectEvents(milestone("2014"));
        }

        @Test
        void a_milestone_is_refused_certainly_before_the_launch() {
            refused(
                    fixture.given(LAUNCHED)
                            .when(new ReachMilestone(INITIATIVE, fact("milestone"), "first course", date("2012"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void technical_assistance_is_recorded() {
            fixture.given(LAUNCHED)
                    .when(new ProvideTechnicalAssistance(INITIATIVE, fact("assistance"), "curriculum", date("2014")))
                    .expectEvents(assistance("2014"));
        }

        @Test
        void technical_assistance_is_refused_certainly_before_the_launch() {
            refused(
                    fixture.given(LAUNCHED)
                            .when(new ProvideTechnicalAssistance(
                                    INITIATIVE, fact("assistance"), "curriculum", date("2012"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void a_contributor_is_named_once() {
            var named = new ContributorNamed(INITIATIVE, fact("contributor"), OFFICIAL, null);
            fixture.given(LAUNCHED)
                    .when(new NameContributor(INITIATIVE, fact("contributor"), OFFICIAL, null))
                    .expectEvents(named);
            start();
            fixture.given(LAUNCHED, named)
                    .when(new NameContributor(INITIATIVE, fact("again"), OFFICIAL, null))
                    .expectNoEvents();
        }
    }

    @Nested
    class correction {
        @Test
        void of_the_initiative_corrects_its_launch() {
            fixture.given(LAUNCHED, stage(CONCLUDED, "2014"))
                    .when(correct("{\"title\": \"National Commission\"}"), WHY)
                    .expectEvents(new FactCorrected(
                            INITIATIVE,
                            fact("launched"),
                            launched("National Commission", "2013", "AR"),
                            CLERICAL_ERROR));
        }

        @Test
        void of_the_initiative_needs_a_reason() {
            refused(
                    fixture.given(LAUNCHED).when(correct("{\"title\": \"National Commission\"}")),
                    RefusalCode.REASON_REQUIRED);
        }

        @Test
        void leaves_one_state_at_least() {
            refused(fixture.given(LAUNCHED).when(correct("{\"states\": []}"), WHY), RefusalCode.INCOMPLETE);
        }

        @Test
        void leaves_a_title() {
            refused(fixture.given(LAUNCHED).when(correct("{\"title\": \" \"}"), WHY), RefusalCode.NOT_CORRECTABLE);
        }

        @Test
        void of_the_launch_is_refused_when_it_would_certainly_follow_a_milestone() {
            refused(
                    fixture.given(LAUNCHED, milestone("2014")).when(correct("{\"launchedOn\": \"2015\"}"), WHY),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    fact("milestone"));
        }

        private CorrectInitiative correct(String json) {
            return new CorrectInitiative(INITIATIVE, fact("correction"), patch(json), CLERICAL_ERROR);
        }
    }

    @Nested
    class annulment {
        @Test
        void of_the_initiative_annuls_all_its_facts_newest_first() {
            fixture.given(LAUNCHED, stage(CONCLUDED, "2014"), milestone("2013"))
                    .when(new AnnulInitiative(INITIATIVE, fact("annulment")), WHY)
                    .expectEvents(
                            new FactAnnulled(INITIATIVE, fact("milestone"), null),
                            new FactAnnulled(INITIATIVE, fact("stage"), null),
                            new FactAnnulled(INITIATIVE, fact("launched"), null));
        }

        @Test
        void of_the_initiative_needs_a_reason() {
            refused(
                    fixture.given(LAUNCHED).when(new AnnulInitiative(INITIATIVE, fact("annulment"))),
                    RefusalCode.REASON_REQUIRED);
        }

        @Test
        void of_what_is_annulled_already_is_refused_as_that() {
            refused(
                    fixture.given(LAUNCHED, new FactAnnulled(INITIATIVE, fact("launched"), null))
                            .when(new AnnulInitiative(INITIATIVE, fact("annulment")), WHY),
                    RefusalCode.ALREADY_ANNULLED);
        }
    }
}
