package org.preventionnetwork.registry.command.initiatives;

import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.api.initiatives.InitiativeStage.ABANDONED;
import static org.preventionnetwork.registry.api.initiatives.InitiativeStage.CONCLUDED;
import static org.preventionnetwork.registry.api.initiatives.InitiativeStage.IN_IMPLEMENTATION;
import static org.preventionnetwork.registry.api.initiatives.InitiativeStage.OFFICIALLY_ESTABLISHED;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.INITIATIVE;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.LAUNCHED;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.change;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.stage;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ChangeInitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactCorrected;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;

class InitiativeStageTest {
    private AggregateTestFixture<InitiativeAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(InitiativeAggregate.class);
    }

    @Test
    void is_recorded_from_a_date_on() {
        fixture.given(LAUNCHED)
                .when(change("stage", IN_IMPLEMENTATION, "2014"))
                .expectEvents(stage(IN_IMPLEMENTATION, "2014"));
    }

    @Test
    void is_recorded_without_a_date_even_when_the_initiative_has_ended() {
        fixture.given(LAUNCHED, stage(CONCLUDED, "2014"))
                .when(new ChangeInitiativeStage(INITIATIVE, fact("undated"), OFFICIALLY_ESTABLISHED, null))
                .expectEvents(new InitiativeStageChanged(INITIATIVE, fact("undated"), OFFICIALLY_ESTABLISHED, null));
    }

    @Test
    void may_become_known_after_the_last_one() {
        fixture.given(LAUNCHED, stage(CONCLUDED, "2016"))
                .when(change("late", IN_IMPLEMENTATION, "2014"))
                .expectEvents(new InitiativeStageChanged(INITIATIVE, fact("late"), IN_IMPLEMENTATION, date("2014")));
    }

    @Test
    void is_refused_certainly_before_the_launch() {
        refused(
                fixture.given(LAUNCHED).when(change("stage", IN_IMPLEMENTATION, "2012")),
                RefusalCode.CERTAINLY_OUT_OF_ORDER);
    }

    @Test
    void is_refused_certainly_after_the_conclusion() {
        refused(
                fixture.given(LAUNCHED, stage(CONCLUDED, "2014")).when(change("later", IN_IMPLEMENTATION, "2015")),
                RefusalCode.STEP_NOT_POSSIBLE);
    }

    @Test
    void is_accepted_in_the_year_of_the_conclusion() {
        fixture.given(LAUNCHED, stage(CONCLUDED, "2014"))
                .when(change("late", IN_IMPLEMENTATION, "2014-06"))
                .expectEvents(new InitiativeStageChanged(INITIATIVE, fact("late"), IN_IMPLEMENTATION, date("2014-06")));
    }

    @Test
    void that_ends_the_initiative_is_refused_when_another_certainly_followed() {
        refused(
                fixture.given(LAUNCHED, stage(IN_IMPLEMENTATION, "2016")).when(change("end", ABANDONED, "2015")),
                RefusalCode.STEP_NOT_POSSIBLE,
                fact("stage"));
    }

    @Test
    void that_was_corrected_not_to_end_the_initiative_can_be_followed() {
        fixture.given(LAUNCHED, stage(CONCLUDED, "2014"))
                .andGiven(new FactCorrected(
                        INITIATIVE, fact("stage"), stage(OFFICIALLY_ESTABLISHED, "2014"), CLERICAL_ERROR))
                .when(change("later", IN_IMPLEMENTATION, "2015"))
                .expectEvents(new InitiativeStageChanged(INITIATIVE, fact("later"), IN_IMPLEMENTATION, date("2015")));
    }
}
