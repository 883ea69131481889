package org.preventionnetwork.registry.command.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.command.timeline.Offices.MUSEUM;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.AnnulFact;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.CorrectFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEntity;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;

class TimelineTest {
    private static final BatchId BATCH = new BatchId("batch");
    private static final Provenance BY_HAND = new Provenance("local", "SECRETARIAT", null, null, "read again", null);
    private static final Provenance IMPORTED = new Provenance("local", "SECRETARIAT", null, null, "read again", BATCH);

    private final List<RegistryEvent> events = new ArrayList<>();
    private final Timeline<InstitutionFact> timeline =
            new Timeline<>(InstitutionEntity.KIND, Offices.RULES, this::append);

    private void append(RegistryEvent event) {
        events.add(event);
        timeline.on(event, BY_HAND);
    }

    @BeforeEach
    void a_museum() {
        timeline.record(Offices.registered(fact("registered"), "Museum"), BY_HAND);
        timeline.record(renamed("r-1", "Memorial", "1999"), BY_HAND);
        events.clear();
    }

    @Test
    void content_told_twice_answers_with_the_fact_that_says_it() {
        Recorded recorded = timeline.record(renamed("other", "Memorial", "1999"), BY_HAND);
        assertThat(recorded).isEqualTo(new Recorded(fact("r-1"), 2, Outcome.UNCHANGED, null, null));
        assertThat(events).isEmpty();
    }

    @Test
    void content_that_was_corrected_answers_with_the_fact_that_said_it() {
        correct("r-1", "{\"from\": \"2000\"}");
        Recorded recorded = timeline.record(renamed("other", "Memorial", "1999"), BY_HAND);
        assertThat(recorded.factId()).isEqualTo(fact("r-1"));
        assertThat(recorded.outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void annulled_content_is_recorded_anew_by_hand_but_not_by_an_import() {
        annul("r-1", null);
        assertThat(timeline.record(renamed("r-2", "Memorial", "1999"), IMPORTED).outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(timeline.record(renamed("r-2", "Memorial", "1999"), BY_HAND).outcome())
                .isEqualTo(Outcome.RECORDED);
    }

    @Test
    void content_annulled_with_its_whole_batch_is_imported_anew() {
        annul("r-1", BATCH);
        assertThat(timeline.record(renamed("r-2", "Memorial", "1999"), IMPORTED).outcome())
                .isEqualTo(Outcome.RECORDED);
    }

    @Test
    void an_annulment_takes_back_also_what_the_fact_said_before_its_correction() {
        correct("r-1", "{\"from\": \"2000\"}");
        annul("r-1", null);
        assertThat(timeline.record(renamed("r-1", "Memorial", "1999"), BY_HAND).outcome())
                .isEqualTo(Outcome.RECORDED);
    }

    @ParameterizedTest
    @CsvSource({"r-1, r-2", "r-2, r-1"})
    void content_that_two_facts_came_to_say_stays_known_while_one_of_them_says_it(String annulled, String other) {
        timeline.record(renamed("r-2", "Memorial", "2001"), BY_HAND);
        correct("r-2", "{\"from\": \"1999\"}");
        annul(annulled, null);
        assertThat(timeline.record(renamed("r-3", "Memorial", "1999"), BY_HAND))
                .extracting(Recorded::factId, Recorded::outcome)
                .containsExactly(fact(other), Outcome.UNCHANGED);
    }

    @Test
    void what_can_happen_again_is_recorded_again_under_another_id_only() {
        assertThat(timeline.recordAnew(renamed("r-1", "Memorial", "1999"), BY_HAND)
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(timeline.recordAnew(renamed("r-2", "Memorial", "1999"), BY_HAND))
                .extracting(Recorded::factId, Recorded::outcome)
                .containsExactly(fact("r-2"), Outcome.RECORDED);
    }

    @Test
    void a_correction_does_not_record_a_new_fact_under_an_id_that_is_in_use() {
        InstitutionFact replacement = renamed("r-1", "Memorial", "2000");
        InstitutionFact added = Offices.dissolved(fact("registered"), date("2010"));
        assertThatThrownBy(
                        () -> timeline.revise(List.of(replacement), List.of(), List.of(added), CLERICAL_ERROR, BY_HAND))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(RefusalCode.ALREADY_RECORDED_DIFFERENTLY));
        assertThat(events).isEmpty();
    }

    @Test
    void a_refused_addition_leaves_no_trace_in_the_facts() {
        List<InstitutionFact> before = List.copyOf(timeline.facts().all());
        assertThatThrownBy(() -> timeline.record(Offices.closed(fact("closed"), "north", date("2010")), BY_HAND))
                .isInstanceOf(Refused.class);
        assertThat(timeline.facts().all()).containsExactlyElementsOf(before);
        assertThat(timeline.facts().subjects()).containsExactly("");
    }

    private static InstitutionRenamed renamed(String id, String name, String from) {
        return Offices.renamed(fact(id), name, date(from));
    }

    private void correct(String id, String json) {
        timeline.correct(new CorrectFact(MUSEUM, fact(id), patch(json), CLERICAL_ERROR), BY_HAND);
    }

    private void annul(String id, BatchId wholeBatch) {
        timeline.annul(new AnnulFact(MUSEUM, fact(id), wholeBatch), BY_HAND);
    }
}
