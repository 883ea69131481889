package org.preventionnetwork.registry.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.reported;
import static org.preventionnetwork.registry.query.Samples.scheduled;
import static org.preventionnetwork.registry.query.Samples.states;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.ContributorNamed;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.MilestoneReached;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.TechnicalAssistanceProvided;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionPartnered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionSucceeded;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.institutions.OfficeId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeClosed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeCurriculumSet;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementWithdrawn;
import org.preventionnetwork.registry.api.statements.StatementId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import tools.jackson.databind.JsonNode;

/** One small registry, asked over HTTP. */
@ExtendWith(StartedAnswers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnswersTest {
    private static final ProgrammeId GLOBAL = new ProgrammeId("global");
    private static final InstitutionId AIPG = new InstitutionId("auschwitz-institute");
    private static final InstitutionId MUSEUM = new InstitutionId("museum");
    private static final InitiativeId MECHANISM = new InitiativeId("nm-ar");

    private TestAnswers answers;
    private long beforeCorrection;

    @BeforeAll
    void record(TestAnswers started) {
        answers = started;
        answers.record(
                new ProgrammeEstablished(GLOBAL, fact(), "Raphael Lemkin Seminar", HistoricalDate.parse("2008")),
                new ProgrammeRenamed(GLOBAL, fact(), "Global Raphael Lemkin Seminar", on("2010-05-01")),
                new ProgrammeCurriculumSet(GLOBAL, fact(), List.of("memory", "truth"), on("2012~")),
                new ProgrammeClosed(GLOBAL, fact(), on("2020-01-01")),
                new ProgrammeEstablished(new ProgrammeId("undated"), fact(), "Undated", null),
                new InstitutionRegistered(AIPG, fact(), "AIPR", InstitutionKind.NGO, new StateCode("US")),
                new InstitutionRenamed(AIPG, fact(), "AIPG", on("2018")),
                new InstitutionRegistered(MUSEUM, fact(), "Museum", InstitutionKind.MUSEUM, new StateCode("PL")),
                new InstitutionOfficeOpened(
                        AIPG, fact(), new OfficeId("bucharest"), "Bucharest", new StateCode("RO"), on("2016-05")),
                new InstitutionOfficeClosed(AIPG, fact(), new OfficeId("bucharest"), on("2020-06-01")),
                new InstitutionPartnered(AIPG, fact(), MUSEUM, "seminars on site", null, null),
                new InstitutionRegistered(
                        new InstitutionId("old-unit"), fact(), "Unit", InstitutionKind.MINISTRY, new StateCode("AR")),
                new InstitutionSucceeded(new InstitutionId("old-unit"), fact(), MUSEUM, on("2015")));
        answers.record(
                registered("lan"),
                founded("lan", "2012-03-29"),
                admitted("lan", "AR", MembershipKind.MEMBER, "2012-03-29"),
                admitted("lan", "BR", MembershipKind.MEMBER, "2012-03-29"),
                admitted("lan", "PY", MembershipKind.MEMBER, "2013~"),
                official("ana", "AR"),
                scheduled("s1", "global", "2014-05-05", true),
                concluded("s1"),
                outcome("s1", "ana", EnrollmentStatus.COMPLETED, "2014-05-10"),
                scheduled("s2", "global", "2015", true),
                concluded("s2"),
                reported("s2", 20, 2, "AR", "CL"));
        InitiativeLaunched launched = launched("National mechanism of Argentina", "2012");
        beforeCorrection = answers.record(
                launched,
                new InitiativeStageChanged(MECHANISM, fact(), InitiativeStage.PROPOSED, on("2012-06-01")),
                new InitiativeStageChanged(MECHANISM, fact(), InitiativeStage.OFFICIALLY_ESTABLISHED, on("2013-04-24")),
                new MilestoneReached(MECHANISM, fact(), "First report", on("2014")),
                new ContributorNamed(MECHANISM, fact(), new OfficialId("ana"), null),
                new TechnicalAssistanceProvided(MECHANISM, fact(), "training of trainers", on("2016-01-01")),
                statement("st-1", "2014", Metric.MEMBER_STATES, Qualifier.EXACTLY, 3, "lan", "AR", "BO", "PY"),
                statement("st-2", "2015-06-30", Metric.OFFICIALS_TRAINED, Qualifier.MORE_THAN, 20, null),
                statement("st-3", "2012-06-01", Metric.MEMBER_STATES, Qualifier.EXACTLY, 18, "lan"),
                new StatementWithdrawn(new StatementId("st-3"), fact(), on("2018")));
        answers.record(new InitiativeEvent.FactCorrected(
                MECHANISM,
                launched.factId(),
                launched(launched.factId(), "Argentine national mechanism", "2011-01-01"),
                CorrectionKind.CLERICAL_ERROR));
    }

    private static HistoricalDate on(String date) {
        return HistoricalDate.parse(date);
    }

    private static InitiativeLaunched launched(String title, String on) {
        return launched(fact(), title, on);
    }

    private static InitiativeLaunched launched(FactId fact, String title, String on) {
        return new InitiativeLaunched(
                MECHANISM,
                fact,
                title,
                states("AR"),
                new NetworkId("lan"),
                InitiativeType.NATIONAL_MECHANISM,
                MUSEUM,
                HistoricalDate.parse(on));
    }

    private static StatementPublished statement(
            String id,
            String on,
            Metric metric,
            Qualifier qualifier,
            long value,
            @Nullable String scope,
            String... roster) {
        return new StatementPublished(
                new StatementId(id),
                fact(),
                HistoricalDate.parse(on),
                metric,
                qualifier,
                value,
                scope == null ? null : new Scope(scope),
                states(roster));
    }

    @Test
    void a_programme_is_named_and_taught_as_it_was_on_the_day() {
        JsonNode early = answers.get200("/api/programmes/global?asOf=2009-01-01");
        assertThat(early.get("name").asString()).isEqualTo("Raphael Lemkin Seminar");
        assertThat(early.get("status").asString()).isEqualTo("ACTIVE");
        assertThat(early.get("certain").asBoolean()).isTrue();
        assertThat(answers.get200("/api/programmes/global?asOf=2008-06-01")
                        .get("certain")
                        .asBoolean())
                .isFalse();
        JsonNode later = answers.get200("/api/programmes/global?asOf=2012-06-01");
        assertThat(later.get("name").asString()).isEqualTo("Global Raphael Lemkin Seminar");
        assertThat(later.get("themes")).hasSize(2);
        assertThat(later.get("certain").asBoolean()).isFalse();
        assertThat(answers.get200("/api/programmes/global").get("status").asString())
                .isEqualTo("CLOSED");
        assertThat(answers.response("/api/programmes/global").getHeader("ETag")).isEqualTo("\"4\"");
        JsonNode list = answers.get200("/api/programmes?q=undat");
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("certain").asBoolean()).isFalse();
        assertThat(answers.response("/api/programmes/nowhere").getStatus()).isEqualTo(404);
        assertThat(answers.response("/api/programmes/NOT%20an%20id").getStatus())
                .isEqualTo(400);
    }

    @Test
    void an_institution_has_the_name_the_offices_and_the_partners_of_the_day() {
        JsonNode then = answers.get200("/api/institutions/auschwitz-institute?asOf=2017-01-01");
        assertThat(then.get("name").asString()).isEqualTo("AIPR");
        assertThat(then.get("offices")).hasSize(1);
        assertThat(then.get("partners").get(0).get("institution").asString()).isEqualTo("museum");
        assertThat(then.get("partners").get(0).get("certain").asBoolean()).isFalse();
        JsonNode now = answers.get200("/api/institutions/auschwitz-institute?asOf=2021-01-01");
        assertThat(now.get("name").asString()).isEqualTo("AIPG");
        assertThat(now.get("offices")).isEmpty();
        JsonNode museum = answers.get200("/api/institutions/museum?asOf=2016-06-01");
        assertThat(museum.get("partners").get(0).get("name").asString()).isEqualTo("AIPR");
        assertThat(museum.get("predecessors").get(0).asString()).isEqualTo("old-unit");
        assertThat(answers.get200("/api/institutions/old-unit?asOf=2016-06-01")
                        .get("status")
                        .asString())
                .isEqualTo("SUCCEEDED");
        assertThat(answers.get200("/api/institutions?kind=MUSEUM&state=PL")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(answers.get200("/api/institutions?q=aip&asOf=2021-01-01&sort=name,desc")
                        .get("items"))
                .hasSize(1);
        assertThat(answers.response("/api/institutions?kind=CASTLE").getStatus())
                .isEqualTo(400);
    }

    @Test
    void an_initiative_is_as_far_as_it_was_on_the_day_as_known_at_the_position() {
        JsonNode proposed = answers.get200("/api/initiatives/nm-ar?asOf=2012-07-01");
        assertThat(proposed.get("stage").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.get("title").asString()).isEqualTo("Argentine national mechanism");
        assertThat(proposed.get("certain").asBoolean()).isTrue();
        assertThat(proposed.get("milestones")).isEmpty();
        JsonNode before = answers.get200("/api/initiatives/nm-ar?asOf=2012-07-01&knownAtPosition=" + beforeCorrection);
        assertThat(before.get("title").asString()).isEqualTo("National mechanism of Argentina");
        assertThat(before.get("certain").asBoolean()).isFalse();
        JsonNode now = answers.get200("/api/initiatives/nm-ar");
        assertThat(now.get("stages"))
                .extracting(stage -> stage.get("stage").asString())
                .containsExactly("PROPOSED", "OFFICIALLY_ESTABLISHED");
        assertThat(now.get("milestones").get(0).get("title").asString()).isEqualTo("First report");
        assertThat(now.get("contributors").get(0).get("official").asString()).isEqualTo("ana");
        assertThat(now.get("assistance").get(0).get("kind").asString()).isEqualTo("training of trainers");
        String found = "/api/initiatives?state=AR&network=lan&type=NATIONAL_MECHANISM&stage=OFFICIALLY_ESTABLISHED";
        assertThat(answers.get200(found).get("total").asInt()).isEqualTo(1);
        assertThat(answers.get200(found + "&asOf=2012-07-01").get("total").asInt())
                .isZero();
        assertThat(answers.get200("/api/initiatives?asOf=2010-01-01")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_statement_is_put_beside_what_is_recorded_and_its_roster_by_name() {
        JsonNode members = answers.get200("/api/statements/st-1/reconciliation", "Accept-Language", "es");
        assertThat(members.get("verdict").asString()).isEqualTo("DIFFERS");
        assertThat(members.get("definition").asInt()).isEqualTo(1);
        assertThat(members.get("stated").get("value").asInt()).isEqualTo(3);
        assertThat(members.get("recorded").get("minimum").asInt()).isEqualTo(3);
        assertThat(members.get("recorded").get("maximum").asInt()).isEqualTo(3);
        assertThat(members.get("asOf").asString()).isEqualTo("2014");
        assertThat(members.get("difference"))
                .extracting(line -> line.get("state").asString() + " " + line.get("stated") + " "
                        + line.get("recorded").asString())
                .containsExactly("BO true NO", "BR false YES");
        assertThat(members.get("difference").get(1).get("name").asString()).isEqualTo("Brasil");
        assertThat(members.get("evidence"))
                .extracting(row -> row.get("counts").asString())
                .containsExactlyInAnyOrder("AR", "BR", "PY");
        JsonNode trained = answers.get200("/api/statements/st-2/reconciliation");
        assertThat(trained.get("recorded").get("minimum").asInt()).isEqualTo(1);
        assertThat(trained.get("recorded").get("maximum").asInt()).isEqualTo(21);
        assertThat(trained.get("verdict").asString()).isEqualTo("UNDECIDED");
        JsonNode before = answers.get200("/api/statements/st-3/reconciliation");
        assertThat(before.get("recorded").get("maximum").asInt()).isEqualTo(2);
        assertThat(before.get("verdict").asString()).isEqualTo("UNDECIDED");
    }

    @Test
    void statements_tell_their_verdicts_when_asked() {
        JsonNode plain = answers.get200("/api/statements");
        assertThat(plain.get("items")).hasSize(3);
        assertThat(plain.get("items").get(0).get("verdict").isNull()).isTrue();
        JsonNode judged = answers.get200("/api/statements?verdict=true&sort=id");
        assertThat(judged.get("items"))
                .extracting(item -> item.get("verdict").asString())
                .containsExactly("DIFFERS", "UNDECIDED", "UNDECIDED");
        JsonNode third = answers.get200("/api/statements/st-3?asOf=2019-01-01");
        assertThat(third.get("withdrawn").asBoolean()).isTrue();
        assertThat(answers.get200("/api/statements/st-3?asOf=2017-01-01")
                        .get("withdrawn")
                        .asBoolean())
                .isFalse();
        assertThat(answers.response("/api/statements/none/reconciliation").getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_overview_gives_plain_numbers_and_what_of_them_is_certain() {
        JsonNode overview = answers.get200("/api/overview?asOf=2015-06-01");
        assertThat(overview.get("memberStates").asInt()).isEqualTo(3);
        assertThat(overview.get("participatingStates").asInt()).isEqualTo(2);
        assertThat(overview.get("certain").get("participatingStates").asInt()).isEqualTo(1);
        assertThat(overview.get("seminars").asInt()).isEqualTo(2);
        assertThat(overview.get("certain").get("seminars").asInt()).isEqualTo(1);
        assertThat(overview.get("enrollments").asInt()).isEqualTo(1);
        assertThat(overview.get("completions").asInt()).isEqualTo(1);
        assertThat(overview.get("alumni").asInt()).isEqualTo(1);
        assertThat(overview.get("officialsTrained").asInt()).isEqualTo(21);
        assertThat(overview.get("initiatives").asInt()).isEqualTo(1);
        assertThat(overview.get("networks").asInt()).isEqualTo(1);
        assertThat(overview.get("incomplete")).extracting(JsonNode::asString).containsExactly("ALUMNI");
        assertThat(overview.get("asOf").asString()).isEqualTo("2015-06-01");
        assertThat(answers.get200("/api/overview?scope=lan&asOf=2013-06-01")
                        .get("certain")
                        .get("memberStates")
                        .asInt())
                .isEqualTo(2);
        assertThat(answers.get200("/api/overview?scope=programme:global")
                        .get("scope")
                        .asString())
                .isEqualTo("programme:global");
        assertThat(answers.response("/api/overview?scope=nowhere").getStatus()).isEqualTo(404);
        assertThat(answers.response("/api/overview?scope=a:b").getStatus()).isEqualTo(400);
    }

    @Test
    void a_figure_comes_with_the_rows_behind_it() {
        JsonNode figure = answers.get200("/api/figures/MEMBER_STATES?scope=lan&asOf=2013-06-01");
        assertThat(figure.get("minimum").asInt()).isEqualTo(2);
        assertThat(figure.get("maximum").asInt()).isEqualTo(3);
        assertThat(figure.get("total").asInt()).isEqualTo(3);
        assertThat(figure.get("items").get(0).get("events")).isNotEmpty();
        assertThat(answers.get200("/api/figures/ALUMNI").get("maximum").isNull())
                .isTrue();
        assertThat(answers.get200("/api/figures/PARTICIPATING_STATES?size=1").get("items"))
                .hasSize(1);
        assertThat(answers.response("/api/figures/WISHES").getStatus()).isEqualTo(404);
    }

    @Test
    void a_state_is_shown_across_networks_seminars_and_initiatives_in_the_readers_language() {
        JsonNode brazil = answers.get200("/api/states/BR", "Accept-Language", "de, pt;q=0.8");
        assertThat(brazil.get("name").asString()).isEqualTo("Brasil");
        assertThat(brazil.get("region").get("code").asString()).isEqualTo("005");
        JsonNode argentina = answers.get200("/api/states/AR?asOf=2016-06-01");
        assertThat(argentina.get("memberships").get(0).get("network").asString())
                .isEqualTo("lan");
        assertThat(argentina.get("participations"))
                .extracting(seminar -> seminar.get("id").asString() + seminar.get("officials"))
                .containsExactly("s1" + 1, "s2" + 0);
        assertThat(argentina.get("initiatives").get(0).get("stage").asString()).isEqualTo("OFFICIALLY_ESTABLISHED");
        assertThat(answers.get200("/api/states/Poland").get("hostedSeminars")).hasSize(2);
        JsonNode all = answers.get200("/api/states?size=500&asOf=2014-06-01");
        assertThat(all.get("total").asInt()).isGreaterThan(200);
        assertThat(all.get("items"))
                .filteredOn(state -> state.get("code").asString().equals("AR"))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.get("networks").get(0).asString()).isEqualTo("lan");
                    assertThat(state.get("initiatives").asInt()).isEqualTo(1);
                });
        assertThat(answers.response("/api/states/Atlantis").getStatus()).isEqualTo(400);
    }

    @Test
    void a_state_is_called_as_on_the_day_that_is_asked_about_and_one_that_is_gone_is_listed_in_its_days() {
        JsonNode before = answers.get200("/api/states/SZ?asOf=2018-04-18", "Accept-Language", "fr");
        assertThat(before.get("name").asString()).isEqualTo("Swaziland");
        assertThat(before.get("nameToday").asString()).isEqualTo("Eswatini");
        JsonNode after = answers.get200("/api/states/Swaziland?asOf=2018-04-19");
        assertThat(after.get("name").asString()).isEqualTo("Eswatini");
        assertThat(after.get("nameToday").isNull()).isTrue();
        JsonNode gone = answers.get200("/api/states/USSR");
        assertThat(gone.get("existedFrom").asString() + gone.get("existedUntil").asString())
                .isEqualTo("1922-12-301991-12-26");
        assertThat(gone.get("successors")).extracting(JsonNode::asString).contains("RU", "UA");
        assertThat(codes("1991-12-25")).contains("SUHH", "YUCS", "DE").doesNotContain("DDDE", "CSXX");
        assertThat(codes("1991-12-26")).doesNotContain("SUHH");
    }

    private List<String> codes(String day) {
        List<String> codes = new ArrayList<>();
        answers.get200("/api/states?size=500&asOf=" + day)
                .get("items")
                .forEach(state -> codes.add(state.get("code").asString()));
        return codes;
    }
}
