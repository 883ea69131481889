package org.preventionnetwork.registry.command.editions;

import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.command.editions.EditionSamples.ALUMNI;
import static org.preventionnetwork.registry.command.editions.EditionSamples.EDITION;
import static org.preventionnetwork.registry.command.editions.EditionSamples.PINNED;
import static org.preventionnetwork.registry.command.editions.EditionSamples.figure;
import static org.preventionnetwork.registry.command.editions.EditionSamples.head;
import static org.preventionnetwork.registry.command.editions.EditionSamples.pin;
import static org.preventionnetwork.registry.command.editions.EditionSamples.pinned;
import static org.preventionnetwork.registry.command.editions.EditionSamples.withdrawn;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.editions.EditionCommand.AnnulFact;
import org.preventionnetwork.registry.api.editions.EditionCommand.CorrectFact;
import org.preventionnetwork.registry.api.editions.EditionCommand.WithdrawEdition;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionWithdrawn;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactCorrected;
import org.preventionnetwork.registry.api.editions.EditionEvent.SourceAdded;
import org.preventionnetwork.registry.api.facts.RefusalCode;

class EditionTest {
    private static final String TITLE = "Annual report 2024";

    private AggregateTestFixture<EditionAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(EditionAggregate.class);
    }

    private ResultValidator<EditionAggregate> corrected(String patch, long head) {
        return fixture.given(PINNED)
                .when(new CorrectFact(EDITION, fact("pinned"), patch(patch), CLERICAL_ERROR), head(head));
    }

    @Nested
    class pinning {
        @Test
        void to_a_position_is_recorded() {
            fixture.givenNoPriorActivity().when(pin(TITLE, 40L), head(40)).expectEvents(PINNED);
        }

        @Test
        void to_no_position_is_to_where_the_ledger_ends_now() {
            fixture.givenNoPriorActivity().when(pin(TITLE, null), head(40)).expectEvents(PINNED);
        }

        @Test
        void beyond_the_end_of_the_ledger_is_refused() {
            refused(fixture.givenNoPriorActivity().when(pin(TITLE, 41L), head(40)), RefusalCode.POSITION_BEYOND_LEDGER);
        }

        @Test
        void while_the_ledger_is_empty_is_refused() {
            refused(fixture.givenNoPriorActivity().when(pin(TITLE, null), head(0)), RefusalCode.POSITION_BEYOND_LEDGER);
        }

        @Test
        void to_no_position_where_nobody_knows_the_ledger_is_refused() {
            refused(fixture.givenNoPriorActivity().when(pin(TITLE, null)), RefusalCode.INCOMPLETE);
        }

        @Test
        void told_again_records_nothing_though_the_ledger_has_grown() {
            fixture.given(PINNED).when(pin(TITLE, null), head(90)).expectNoEvents();
            start();
            fixture.given(PINNED, withdrawn("2026"))
                    .when(pin(TITLE, 40L), head(90))
                    .expectNoEvents();
        }

        @Test
        void told_again_after_a_correction_of_position_and_title_records_nothing() {
            fixture.given(PINNED, new FactCorrected(EDITION, fact("pinned"), pinned("Report 2024", 38), CLERICAL_ERROR))
                    .when(pin(TITLE, null), head(90))
                    .expectNoEvents();
            start();
            fixture.given(PINNED, new FactCorrected(EDITION, fact("pinned"), pinned("Report 2024", 38), CLERICAL_ERROR))
                    .when(pin("Report 2024", null), head(90))
                    .expectNoEvents();
        }

        @Test
        void told_again_after_its_annulment_is_to_where_the_ledger_ends_then() {
            fixture.given(PINNED, new FactAnnulled(EDITION, fact("pinned"), null))
                    .when(pin(TITLE, null), head(90))
                    .expectEvents(pinned(TITLE, 90));
        }

        @Test
        void told_by_a_further_source_adds_the_source() {
            fixture.given(PINNED)
                    .when(pin(TITLE, null), Map.of("ledgerHead", 90L, "source", "the printed report"))
                    .expectEvents(new SourceAdded(EDITION, fact("pinned")));
        }

        @Test
        void told_differently_is_refused() {
            refused(
                    fixture.given(PINNED).when(pin("Another report", null), head(90)),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY);
            start();
            refused(fixture.given(PINNED).when(pin(TITLE, 41L), head(90)), RefusalCode.ALREADY_RECORDED_DIFFERENTLY);
        }

        @Test
        void of_two_figures_with_one_key_is_refused() {
            refused(
                    fixture.givenNoPriorActivity()
                            .when(pin(TITLE, 40L, List.of(figure("alumni", 3L), ALUMNI)), head(40)),
                    RefusalCode.SELF_CONTRADICTORY);
        }
    }

    @Nested
    class correction {
        @Test
        void moves_the_edition_to_another_position() {
            corrected("{\"position\": 38}", 90)
                    .expectEvents(new FactCorrected(EDITION, fact("pinned"), pinned(TITLE, 38), CLERICAL_ERROR));
        }

        @Test
        void beyond_the_end_of_the_ledger_is_refused() {
            refused(corrected("{\"position\": 91}", 90), RefusalCode.POSITION_BEYOND_LEDGER);
        }

        @Test
        void to_what_cannot_be_is_refused() {
            refused(corrected("{\"position\": 0}", 90), RefusalCode.SELF_CONTRADICTORY);
            start();
            refused(corrected("{\"figures\": null}", 90), RefusalCode.INCOMPLETE);
            start();
            refused(
                    corrected(
                            "{\"figures\": [{\"key\": \"alumni\", \"label\": \"Alumni\", \"metric\": \"ALUMNI\","
                                    + " \"asOf\": \"2024\", \"printed\": -1}]}",
                            90),
                    RefusalCode.SELF_CONTRADICTORY);
        }

        @Test
        void to_come_after_its_withdrawal_is_refused() {
            refused(
                    fixture.given(PINNED, withdrawn("2026"))
                            .when(
                                    new CorrectFact(
                                            EDITION,
                                            fact("pinned"),
                                            patch("{\"publishedOn\": \"2027\"}"),
                                            CLERICAL_ERROR),
                                    head(90)),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    fact("withdrawn"));
        }
    }

    @Nested
    class withdrawal {
        @Test
        void is_recorded_with_or_without_a_date() {
            fixture.given(PINNED)
                    .when(new WithdrawEdition(EDITION, fact("withdrawn"), date("2026")))
                    .expectEvents(withdrawn("2026"));
            start();
            fixture.given(PINNED)
                    .when(new WithdrawEdition(EDITION, fact("withdrawn"), null))
                    .expectEvents(new EditionWithdrawn(EDITION, fact("withdrawn"), null));
        }

        @Test
        void happens_once_only() {
            refused(
                    fixture.given(PINNED, withdrawn("2026"))
                            .when(new WithdrawEdition(EDITION, fact("other"), date("2027"))),
                    RefusalCode.RECORDED_ONCE_ONLY);
        }

        @Test
        void is_refused_certainly_before_the_publication() {
            refused(
                    fixture.given(PINNED).when(new WithdrawEdition(EDITION, fact("withdrawn"), date("2024"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void of_what_was_annulled_is_refused() {
            refused(
                    fixture.given(PINNED, new FactAnnulled(EDITION, fact("pinned"), null))
                            .when(new WithdrawEdition(EDITION, fact("withdrawn"), date("2026"))),
                    RefusalCode.ALREADY_ANNULLED);
        }

        @Test
        void keeps_the_edition_from_being_annulled() {
            refused(
                    fixture.given(PINNED, withdrawn("2026")).when(new AnnulFact(EDITION, fact("pinned"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("withdrawn"));
        }
    }
}
