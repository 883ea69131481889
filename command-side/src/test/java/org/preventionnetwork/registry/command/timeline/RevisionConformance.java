package org.preventionnetwork.registry.command.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.EventCatalogue;

/** What every aggregate owes each of its facts: it can be corrected and annulled, and both say why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RevisionConformance<F extends Fact> {
    private final Class<?> aggregate;
    private final Class<F> vocabulary;

    protected RevisionConformance(Class<?> aggregate, Class<F> vocabulary) {
        this.aggregate = aggregate;
        this.vocabulary = vocabulary;
    }

    /** One for each kind of fact. */
    protected abstract List<Revision<F>> revisions();

    /** Kinds of facts that cannot be corrected, for reasons of their own. */
    protected Set<Class<? extends F>> exempt() {
        return Set.of();
    }

    protected abstract CorrectsFact correct(Revision<F> revision, CorrectionKind kind);

    protected abstract AnnulsFact annul(FactId factId);

    protected abstract RegistryEvent corrected(F replacement, CorrectionKind kind);

    protected abstract RegistryEvent annulled(FactId factId);

    @Test
    void every_kind_of_fact_is_tried() {
        Set<Class<?>> tried = new HashSet<>(exempt());
        revisions().forEach(revision -> tried.add(revision.fact().getClass()));
        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        EventCatalogue.of(List.of(vocabulary)).events());
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void a_fact_can_be_corrected(Revision<F> revision) {
        when(revision, correct(revision, CorrectionKind.LATE_REPORT), WHY)
                .expectEvents(corrected(revision.corrected(), CorrectionKind.LATE_REPORT));
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void a_fact_can_be_annulled(Revision<F> revision) {
        when(revision, annul(revision.fact().factId()), WHY)
                .expectEvents(annulled(revision.fact().factId()));
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void a_correction_needs_a_reason(Revision<F> revision) {
        refused(when(revision, correct(revision, CorrectionKind.LATE_REPORT), Map.of()), RefusalCode.REASON_REQUIRED);
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void an_annulment_needs_a_reason(Revision<F> revision) {
        refused(when(revision, annul(revision.fact().factId()), Map.of()), RefusalCode.REASON_REQUIRED);
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void what_was_annulled_cannot_be_corrected(Revision<F> revision) {
        refused(
                fixture()
                        .given(revision.before())
                        .andGiven(revision.fact(), annulled(revision.fact().factId()))
                        .when(correct(revision, CorrectionKind.LATE_REPORT), WHY),
                RefusalCode.ALREADY_ANNULLED);
    }

    /** It compares what the aggregate keeps with what a replay gives; rules are no state. */
    private AggregateTestFixture<?> fixture() {
        AggregateTestFixture<?> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerIgnoredField(Timeline.class, "rules");
        return fixture;
    }

    private ResultValidator<?> when(Revision<F> revision, Object command, Map<String, ?> metadata) {
        return fixture().given(revision.before()).andGiven(revision.fact()).when(command, metadata);
    }
}
