package org.preventionnetwork.registry.command.officials;

import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.CANONICAL;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.OFFICIAL;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.OTHER;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.REGISTERED;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.merged;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.unmerged;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.CorrectFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.UnmergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialId;

class OfficialMergeTest {
    private AggregateTestFixture<OfficialAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(OfficialAggregate.class);
    }

    private ResultValidator<?> merge(List<?> history, String id, OfficialId into) {
        start();
        return fixture.given(history).when(new MergeOfficial(OFFICIAL, fact(id), into), WHY);
    }

    private ResultValidator<?> unmerge(List<?> history, String id) {
        start();
        return fixture.given(history).when(new UnmergeOfficial(OFFICIAL, fact(id)), WHY);
    }

    private static List<Object> after(Object... events) {
        List<Object> history = new ArrayList<>(List.of(REGISTERED));
        history.addAll(List.of(events));
        return history;
    }

    @Nested
    class a_merge {
        @Test
        void is_recorded() {
            merge(after(), "m-1", CANONICAL).expectEvents(merged("m-1", CANONICAL));
        }

        @Test
        void needs_a_reason() {
            refused(
                    fixture.given(REGISTERED).when(new MergeOfficial(OFFICIAL, fact("m-1"), CANONICAL)),
                    RefusalCode.REASON_REQUIRED);
        }

        @Test
        void is_into_another_official() {
            refused(merge(after(), "m-1", OFFICIAL), RefusalCode.MERGE_NOT_POSSIBLE);
        }

        @Test
        void into_the_same_one_told_twice_is_recorded_once() {
            merge(after(merged("m-1", CANONICAL)), "m-2", CANONICAL).expectNoEvents();
        }

        @Test
        void into_another_one_is_refused_while_merged() {
            refused(merge(after(merged("m-1", CANONICAL)), "m-2", OTHER), RefusalCode.MERGE_NOT_POSSIBLE, fact("m-1"));
        }

        @Test
        void is_recorded_anew_after_an_unmerge() {
            merge(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL)), "m-2", CANONICAL)
                    .expectEvents(merged("m-2", CANONICAL));
        }

        @Test
        void retried_late_is_not_taken_for_a_merge_after_the_unmerge() {
            merge(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL)), "m-1", CANONICAL)
                    .expectNoEvents();
        }

        @Test
        void retried_after_its_correction_records_nothing() {
            var corrected = new FactCorrected(OFFICIAL, fact("m-1"), merged("m-1", OTHER), CLERICAL_ERROR);
            merge(after(merged("m-1", CANONICAL), corrected), "m-1", CANONICAL).expectNoEvents();
        }

        @Test
        void that_was_annulled_can_be_recorded_anew() {
            merge(after(merged("m-1", CANONICAL), new FactAnnulled(OFFICIAL, fact("m-1"), null)), "m-2", CANONICAL)
                    .expectEvents(merged("m-2", CANONICAL));
        }

        @Test
        void that_was_undone_can_be_neither_annulled_nor_corrected() {
            List<Object> history = after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL));
            refused(
                    fixture.given(history).when(new AnnulFact(OFFICIAL, fact("m-1"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("u-1"));
            start();
            refused(
                    fixture.given(history)
                            .when(
                                    new CorrectFact(
                                            OFFICIAL, fact("m-1"), patch("{\"into\": \"o-3\"}"), CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.MERGE_NOT_POSSIBLE,
                    fact("u-1"));
        }
    }

    @Nested
    class an_unmerge {
        @Test
        void names_the_record_it_was_merged_into() {
            unmerge(after(merged("m-1", CANONICAL)), "u-1").expectEvents(unmerged("u-1", CANONICAL));
        }

        @Test
        void needs_a_reason() {
            refused(
                    fixture.given(after(merged("m-1", CANONICAL))).when(new UnmergeOfficial(OFFICIAL, fact("u-1"))),
                    RefusalCode.REASON_REQUIRED);
        }

        @Test
        void of_what_was_never_merged_is_refused() {
            refused(unmerge(after(), "u-1"), RefusalCode.MERGE_NOT_POSSIBLE);
        }

        @Test
        void told_twice_is_recorded_once() {
            unmerge(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL)), "u-2")
                    .expectNoEvents();
        }

        @Test
        void is_recorded_anew_after_another_merge() {
            unmerge(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL), merged("m-2", CANONICAL)), "u-2")
                    .expectEvents(unmerged("u-2", CANONICAL));
        }

        @Test
        void retried_late_does_not_undo_a_merge_that_followed() {
            unmerge(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL), merged("m-2", OTHER)), "u-1")
                    .expectNoEvents();
        }

        @Test
        void can_be_annulled_while_it_is_the_last_word() {
            fixture.given(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL)))
                    .when(new AnnulFact(OFFICIAL, fact("u-1"), null), WHY)
                    .expectEvents(new FactAnnulled(OFFICIAL, fact("u-1"), null));
        }

        @Test
        void cannot_be_annulled_when_another_merge_followed() {
            refused(
                    fixture.given(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL), merged("m-2", CANONICAL)))
                            .when(new AnnulFact(OFFICIAL, fact("u-1"), null), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    fact("m-2"));
        }

        @Test
        void cannot_be_corrected_to_name_another_record() {
            refused(
                    fixture.given(after(merged("m-1", CANONICAL), unmerged("u-1", CANONICAL)))
                            .when(
                                    new CorrectFact(
                                            OFFICIAL, fact("u-1"), patch("{\"from\": \"o-3\"}"), CLERICAL_ERROR),
                                    WHY),
                    RefusalCode.MERGE_NOT_POSSIBLE);
        }
    }
}
