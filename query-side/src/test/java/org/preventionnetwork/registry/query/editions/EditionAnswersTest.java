package org.preventionnetwork.registry.query.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.membership;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.reported;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionWithdrawn;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactCorrected;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.EditionId;
import org.preventionnetwork.registry.api.editions.FigureKey;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import tools.jackson.databind.JsonNode;

@ExtendWith(StartedAnswers.class)
class EditionAnswersTest {
    private static final EditionId REPORT = new EditionId("report");
    private static final NetworkId NETWORK = new NetworkId("lan");

    private TestAnswers answers;
    private long head;

    @BeforeEach
    void record_two_members_and_two_graduates(TestAnswers started) {
        answers = started;
        head = answers.record(
                registered("lan"),
                founded("lan", "2012-03-29"),
                admitted("lan", "AR", MembershipKind.MEMBER, "2012-03-29"),
                admitted("lan", "BO", MembershipKind.MEMBER, "2012-03-29"),
                official("ana", "AR"),
                official("anna", "AR"),
                scheduled("s1", "global", "2014-05-05", true),
                concluded("s1"),
                outcome("s1", "ana", EnrollmentStatus.COMPLETED, "2014-05-10"),
                outcome("s1", "anna", EnrollmentStatus.COMPLETED, "2014-05-10"));
    }

    private static EditionFigure figure(Metric metric, @Nullable String scope, @Nullable Long printed) {
        return new EditionFigure(
                new FigureKey(metric.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                "A figure",
                metric,
                scope == null ? null : new Scope(scope),
                HistoricalDate.parse("2015"),
                printed);
    }

    private EditionPinned pinned(EditionFigure... figures) {
        return new EditionPinned(REPORT, fact(), "A report", HistoricalDate.parse("2016-03"), head, List.of(figures));
    }

    private JsonNode figure(String key) {
        return figure(key, "");
    }

    private JsonNode figure(String key, String query) {
        JsonNode figures = answers.get200("/api/editions/report" + query).get("figures");
        return StreamSupport.stream(figures.spliterator(), false)
                .filter(figure -> figure.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_changed_and_changed_back_is_told_though_nothing_is_changed() {
        StateWithdrew withdrew = new StateWithdrew(NETWORK, fact(), membership("BO"), HistoricalDate.parse("2014"));
        long first = answers.record(pinned(figure(Metric.MEMBER_STATES, "lan", 3L)), withdrew);
        long second = answers.record(new NetworkEvent.FactAnnulled(NETWORK, withdrew.factId(), null, null));
        JsonNode members = figure("member-states");
        assertThat(members.get("printed").asInt()).isEqualTo(3);
        assertThat(members.get("scope").asString()).isEqualTo("network:lan");
        assertThat(members.at("/pinned/minimum").asInt()).isEqualTo(2);
        assertThat(members.get("today")).isEqualTo(members.get("pinned"));
        assertThat(members.get("changed").asBoolean()).isFalse();
        assertThat(members.get("changes"))
                .extracting(change -> change.get("position").asLong())
                .containsExactly(first, second);
        assertThat(members.at("/changes/0/after/minimum").asInt()).isEqualTo(1);
        assertThat(members.at("/changes/1/rowsAdded/0/counts").asString()).isEqualTo("BO");
        assertThat(members.at("/changes/1/summary").asString()).startsWith("Annulled: Bolivia withdrew");
        JsonNode between = figure("member-states", "?knownAtPosition=" + first);
        assertThat(between.get("changed").asBoolean()).isTrue();
        assertThat(between.get("changesTotal").asInt()).isEqualTo(1);
    }

    @Test
    void what_counts_no_otherwise_is_no_change() {
        answers.record(
                pinned(figure(Metric.MEMBER_STATES, null, null), figure(Metric.SEMINARS, null, null)),
                new NetworkRenamed(NETWORK, fact(), "Another name", HistoricalDate.parse("2013")),
                admitted("lan", "CL", MembershipKind.MEMBER, "2016-01-01"),
                admitted("lan", "PE", MembershipKind.OBSERVER, "2013"),
                scheduled("s2", "global", "2016-05-05", true),
                concluded("s2"));
        assertThat(figure("member-states").get("changesTotal").asInt()).isZero();
        assertThat(figure("seminars").get("changesTotal").asInt()).isZero();
        assertThat(figure("seminars").get("printed").isNull()).isTrue();
    }

    @Test
    void two_records_of_one_graduate_are_one_when_they_are_merged() {
        long merged = answers.record(
                pinned(figure(Metric.ALUMNI, null, null), figure(Metric.OFFICIALS_TRAINED, "programme:global", null)),
                new OfficialsMerged(new OfficialId("anna"), fact(), new OfficialId("ana")));
        JsonNode alumni = figure("alumni");
        assertThat(alumni.at("/pinned/maximum").asInt()).isEqualTo(2);
        assertThat(alumni.at("/today/maximum").asInt()).isEqualTo(1);
        assertThat(alumni.at("/changes/0/position").asLong()).isEqualTo(merged);
        assertThat(alumni.at("/rowsRemoved/0/counts").asString()).isEqualTo("official:anna");
        JsonNode trained = figure("officials-trained");
        assertThat(trained.at("/today/maximum").asInt()).isEqualTo(1);
        assertThat(trained.at("/changes/0/position").asLong()).isEqualTo(merged);
        assertThat(trained.at("/changes/0/after")).isEqualTo(trained.get("today"));
    }

    @Test
    void a_scope_goes_on_meaning_what_it_meant_in_print() {
        head = answers.record(new ProgrammeEstablished(new ProgrammeId("africa"), fact(), "Africa Programs", null));
        answers.record(
                pinned(figure(Metric.SEMINARS, "africa", null)), registered("africa"), founded("africa", "2010"));
        assertThat(figure("seminars").get("scope").asString()).isEqualTo("programme:africa");
    }

    @Test
    void an_edition_is_itself_known_on_two_clocks() {
        EditionPinned first = pinned(figure(Metric.MEMBER_STATES, "lan", 3L));
        long recorded = answers.record(first);
        EditionPinned corrected =
                new EditionPinned(REPORT, first.factId(), "The report", first.publishedOn(), 3, first.figures());
        answers.record(
                new FactCorrected(REPORT, first.factId(), corrected, CorrectionKind.CLERICAL_ERROR),
                new EditionWithdrawn(REPORT, fact(), HistoricalDate.parse("2018-05-01")));
        assertThat(answers.response("/api/editions/report?knownAtPosition=" + (recorded - 1))
                        .getStatus())
                .isEqualTo(404);
        JsonNode before = answers.get200("/api/editions/report?knownAtPosition=" + recorded);
        assertThat(before.get("title").asString()).isEqualTo("A report");
        assertThat(before.get("pinnedPosition").asLong()).isEqualTo(head);
        assertThat(before.get("pinnedAt").asString()).isEqualTo("2026-01-01T00:00:09Z");
        JsonNode now = answers.get200("/api/editions/report");
        assertThat(now.get("title").asString()).isEqualTo("The report");
        assertThat(now.get("withdrawn").asBoolean()).isTrue();
        assertThat(now.at("/figures/0/pinned/maximum").asInt()).isEqualTo(1);
        assertThat(now.at("/figures/0/today/maximum").asInt()).isEqualTo(2);
        assertThat(answers.get200("/api/editions/report?asOf=2017")
                        .get("withdrawn")
                        .asBoolean())
                .isFalse();
        answers.record(new FactAnnulled(REPORT, first.factId(), null));
        assertThat(answers.response("/api/editions/report").getStatus()).isEqualTo(404);
    }

    /** What the test records is known before the second definitions were in force. */
    @Test
    void a_figure_goes_on_being_counted_by_the_definition_it_was_pinned_with() {
        head = answers.record(reported("s1", 21, null));
        answers.record(pinned(figure(Metric.OFFICIALS_TRAINED, null, 2L), figure(Metric.MEMBER_STATES, "lan", 2L)));
        JsonNode trained = figure("officials-trained");
        assertThat(trained.get("definition").asInt()).isEqualTo(1);
        assertThat(trained.at("/pinned/minimum").asInt()).isEqualTo(2);
        assertThat(trained.get("today")).isEqualTo(trained.get("pinned"));
        assertThat(trained.get("changed").asBoolean()).isFalse();
        assertThat(trained.at("/redefined/definition").asInt()).isEqualTo(2);
        assertThat(trained.at("/redefined/since").asString()).isEqualTo("2026-11-30");
        assertThat(trained.at("/redefined/today/minimum").asInt()).isEqualTo(21);
        assertThat(figure("member-states").get("redefined").isNull()).isTrue();
    }

    @Test
    void editions_are_listed_and_the_changes_of_a_figure_come_in_pages() {
        answers.record(
                pinned(figure(Metric.MEMBER_STATES, "lan", 3L), figure(Metric.ALUMNI, null, null)),
                admitted("lan", "CL", MembershipKind.MEMBER, "2013"),
                admitted("lan", "PE", MembershipKind.MEMBER, "2013"),
                admitted("lan", "PY", MembershipKind.MEMBER, "2015~"));
        JsonNode list = answers.get200("/api/editions?sort=publishedOn,desc");
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/figures"))
                .extracting(JsonNode::asString)
                .containsExactly("member-states", "alumni");
        JsonNode page = answers.get200("/api/editions/report/figures/member-states/changes?size=2&page=1");
        assertThat(page.get("total").asInt()).isEqualTo(3);
        assertThat(page.at("/items/0/rowsAdded/0/counts").asString()).isEqualTo("PY");
        assertThat(page.at("/items/0/after/minimum").asInt()).isEqualTo(4);
        assertThat(page.at("/items/0/after/maximum").asInt()).isEqualTo(5);
        assertThat(answers.response("/api/editions/report/figures/none/changes").getStatus())
                .isEqualTo(404);
        assertThat(answers.response("/api/editions/none").getStatus()).isEqualTo(404);
        assertThat(answers.response("/api/editions?sort=none").getStatus()).isEqualTo(400);
    }
}
