package org.preventionnetwork.registry.command.statements;

import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.command.statements.StatementSamples.PUBLISHED;
import static org.preventionnetwork.registry.command.statements.StatementSamples.ROSTER;
import static org.preventionnetwork.registry.command.statements.StatementSamples.STATEMENT;
import static org.preventionnetwork.registry.command.statements.StatementSamples.publish;
import static org.preventionnetwork.registry.command.statements.StatementSamples.published;
import static org.preventionnetwork.registry.command.statements.StatementSamples.withdrawn;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.StatementCommand.AnnulFact;
import org.preventionnetwork.registry.api.statements.StatementCommand.CorrectFact;
import org.preventionnetwork.registry.api.statements.StatementCommand.WithdrawStatement;
import org.preventionnetwork.registry.api.statements.StatementEvent.FactAnnulled;
import org.preventionnetwork.registry.api.statements.StatementEvent.SourceAdded;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementWithdrawn;

class StatementTest {
    private AggregateTestFixture<StatementAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(StatementAggregate.class);
    }

    @Nested
    class publication {
        @Test
        void is_recorded() {
            fixture.givenNoPriorActivity()
                    .when(publish(Metric.MEMBER_STATES, 18, ROSTER))
                    .expectEvents(PUBLISHED);
        }

        @Test
        void told_again_after_its_withdrawal_records_nothing() {
            fixture.given(PUBLISHED, withdrawn("2014"))
                    .when(publish(Metric.MEMBER_STATES, 18, ROSTER))
                    .expectNoEvents();
        }

        @Test
        void told_by_a_further_source_adds_the_source() {
            fixture.given(PUBLISHED)
                    .when(publish(Metric.MEMBER_STATES, 18, ROSTER), Map.of("source", "press release"))
                    .expectEvents(new SourceAdded(STATEMENT, fact("published")));
        }

        @Test
        void told_differently_is_refused() {
            refused(
                    fixture.given(PUBLISHED).when(publish(Metric.MEMBER_STATES, 19, ROSTER)),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY);
        }

        @ParameterizedTest
        @EnumSource(names = ".*_STATES", mode = EnumSource.Mode.MATCH_ALL)
        void may_name_the_states_that_it_counts(Metric metric) {
            fixture.givenNoPriorActivity()
                    .when(publish(metric, 18, ROSTER))
                    .expectEvents(published(metric, 18, ROSTER));
        }

        @ParameterizedTest
        @EnumSource(names = ".*_STATES", mode = EnumSource.Mode.MATCH_NONE)
        void of_anything_else_has_no_roster(Metric metric) {
            refused(fixture.givenNoPriorActivity().when(publish(metric, 18, ROSTER)), RefusalCode.SELF_CONTRADICTORY);
            start();
            fixture.givenNoPriorActivity()
                    .when(publish(metric, 18, List.of()))
                    .expectEvents(published(metric, 18, List.of()));
        }

        @Test
        void cannot_be_corrected_to_a_negative_figure() {
            refused(
                    fixture.given(PUBLISHED)
                            .when(
                                    new CorrectFact(
                                            STATEMENT, fact("published"), patch("{\"value\": -1}"), CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.SELF_CONTRADICTORY);
        }

        @Test
        void cannot_be_annulled_while_its_withdrawal_depends_on_it() {
            refused(
                    fixture.given(PUBLISHED, withdrawn("2014"))
                            .when(new AnnulFact(STATEMENT, fact("published"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("withdrawn"));
        }

        @Test
        void cannot_be_corrected_to_come_after_its_withdrawal() {
            refused(
                    fixture.given(PUBLISHED, withdrawn("2014"))
                            .when(
                                    new CorrectFact(
                                            STATEMENT,
                                            fact("published"),
                                            patch("{\"statedOn\": \"2015\"}"),
                                            CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    fact("withdrawn"));
        }
    }

    @Nested
    class withdrawal {
        @Test
        void is_recorded_with_or_without_a_date() {
            fixture.given(PUBLISHED)
                    .when(new WithdrawStatement(STATEMENT, fact("withdrawn"), date("2014")))
                    .expectEvents(withdrawn("2014"));
            start();
            fixture.given(PUBLISHED)
                    .when(new WithdrawStatement(STATEMENT, fact("withdrawn"), null))
                    .expectEvents(new StatementWithdrawn(STATEMENT, fact("withdrawn"), null));
        }

        @Test
        void happens_once_only() {
            refused(
                    fixture.given(PUBLISHED, withdrawn("2014"))
                            .when(new WithdrawStatement(STATEMENT, fact("other"), date("2015"))),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void is_refused_certainly_before_the_publication() {
            refused(
                    fixture.given(PUBLISHED).when(new WithdrawStatement(STATEMENT, fact("withdrawn"), date("2012"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void is_accepted_in_the_year_of_the_publication() {
            fixture.given(PUBLISHED)
                    .when(new WithdrawStatement(STATEMENT, fact("withdrawn"), date("2013-01-01")))
                    .expectEvents(withdrawn("2013-01-01"));
        }

        @Test
        void of_what_was_annulled_is_refused() {
            refused(
                    fixture.given(PUBLISHED, new FactAnnulled(STATEMENT, fact("published"), null))
                            .when(new WithdrawStatement(STATEMENT, fact("withdrawn"), date("2014"))),
                    RefusalCode.ALREADY_ANNULLED);
        }
    }
}
