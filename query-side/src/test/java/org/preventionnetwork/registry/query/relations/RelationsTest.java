package org.preventionnetwork.registry.query.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkNamed;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.NetworkServed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeNamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.http.Clocks;
import tools.jackson.databind.JsonNode;

/** What is recorded to belong together counts together, on both clocks. */
@ExtendWith(StartedAnswers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelationsTest {
    private TestAnswers answers;

    @BeforeAll
    void start(TestAnswers started) {
        answers = started;
    }

    private static InitiativeLaunched launched(String id, String state) {
        return launched(id, state, null, InitiativeType.POLICY, "2014");
    }

    private static InitiativeLaunched launched(
            String id, String state, @Nullable String network, InitiativeType type, String on) {
        return new InitiativeLaunched(
                new InitiativeId(id),
                fact(),
                "Initiative " + id,
                states(state),
                network == null ? null : new NetworkId(network),
                type,
                null,
                HistoricalDate.parse(on));
    }

    private static InitiativeAssignedToProgramme assigned(String id, String programme) {
        return new InitiativeAssignedToProgramme(
                new InitiativeId(id), new FactId("f-" + id + "-" + programme), new ProgrammeId(programme));
    }

    private static SeminarGivenForNetwork given(String seminar, String network) {
        return new SeminarGivenForNetwork(
                new SeminarId(seminar), new FactId("f-" + seminar + "-" + network), new NetworkId(network));
    }

    /** {@code 1–2}, or {@code 1+} where there is no saying how many more. */
    private String figure(String figure, String scope, long position) {
        JsonNode answer =
                answers.get200("/api/figures/" + figure + "?asOf=2016&scope=" + scope + "&knownAtPosition=" + position);
        JsonNode maximum = answer.get("maximum");
        return answer.get("minimum").asLong() + (maximum == null || maximum.isNull() ? "+" : "–" + maximum.asLong());
    }

    @Test
    void of_a_programme_count_the_initiatives_assigned_to_it_and_at_most_those_assigned_to_none() {
        long nothing = answers.record(
                new ProgrammeEstablished(new ProgrammeId("policy"), fact(), "Policy", null),
                new ProgrammeEstablished(new ProgrammeId("other"), fact(), "Other", null),
                launched("one", "AR"),
                launched("two", "BR"),
                launched("three", "CL"));
        long assigned = answers.record(assigned("one", "policy"), assigned("two", "other"));
        long corrected = answers.record(new InitiativeEvent.FactCorrected(
                new InitiativeId("two"),
                new FactId("f-two-other"),
                new InitiativeAssignedToProgramme(
                        new InitiativeId("two"), new FactId("f-two-other"), new ProgrammeId("policy")),
                CorrectionKind.CLERICAL_ERROR));
        long annulled = answers.record(
                new InitiativeEvent.FactAnnulled(new InitiativeId("one"), new FactId("f-one-policy"), null));
        assertThat(figure("NATIONAL_INITIATIVES", "programme:policy", nothing)).isEqualTo("0–3");
        assertThat(figure("NATIONAL_INITIATIVES", "programme:policy", assigned)).isEqualTo("1–2");
        assertThat(figure("NATIONAL_INITIATIVES", "programme:other", assigned)).isEqualTo("1–2");
        assertThat(figure("NATIONAL_INITIATIVES", "programme:policy", corrected))
                .isEqualTo("2–3");
        assertThat(figure("NATIONAL_INITIATIVES", "programme:policy", annulled)).isEqualTo("1–3");
    }

    @Test
    void of_a_network_are_listed_the_initiatives_that_count_for_it_and_the_assistance_recorded_with_it() {
        answers.record(
                registered("listed"),
                founded("listed", "2012"),
                admitted("listed", "UY", MembershipKind.MEMBER, "2012"),
                launched("law-of-member", "UY", null, InitiativeType.POLICY, "2018"),
                launched("own", "PA", "listed", InitiativeType.POLICY, "2018"),
                launched("elsewhere", "PA", null, InitiativeType.POLICY, "2018"),
                launched("assistance", "UY", "listed", InitiativeType.TECHNICAL_ASSISTANCE, "2018"),
                launched("assistance-elsewhere", "UY", null, InitiativeType.TECHNICAL_ASSISTANCE, "2018"));
        String asked = "/api/initiatives?network=listed&asOf=2020";
        assertThat(ids(asked)).containsExactly("law-of-member", "own");
        assertThat(answers.get200("/api/figures/NATIONAL_INITIATIVES?scope=network:listed&asOf=2020")
                        .get("minimum")
                        .asInt())
                .isEqualTo(2);
        assertThat(ids(asked + "&state=UY")).containsExactly("law-of-member");
        assertThat(ids(asked + "&type=TECHNICAL_ASSISTANCE")).containsExactly("assistance");
        assertThat(ids("/api/initiatives?network=nobody-knows-it&asOf=2020")).isEmpty();
    }

    private List<String> ids(String address) {
        return answers.get200(address + "&sort=id").get("items").findValuesAsString("id");
    }

    @Test
    void what_belongs_together_is_called_as_in_the_pages_language_where_that_is_recorded() {
        ProgrammeId programme = new ProgrammeId("named");
        long position = answers.record(
                new ProgrammeEstablished(programme, fact(), "Named", null),
                new ProgrammeNamed(programme, fact(), NameLanguage.ES, "Nombrado", null),
                registered("called"),
                new NetworkNamed(new NetworkId("called"), fact(), NameLanguage.ES, "Llamada", null),
                new NetworkServed(programme, fact(), new NetworkId("called"), HistoricalDate.parse("2012"), null));
        Relations relations = answers.bean(Relations.class);
        Clocks clocks = new Clocks("2016-01-01", LocalDate.parse("2016-01-01"), Instant.EPOCH, position, 0);
        assertThat(relations.of(programme, clocks, "es").get(0).otherName()).isEqualTo("Llamada");
        assertThat(relations.of(programme, clocks, "fr").get(0).otherName()).isEqualTo("Network called");
        NetworkId network = new NetworkId("called");
        assertThat(relations
                        .to(network, RelationKind.SERVES, clocks, "es")
                        .get(0)
                        .name())
                .isEqualTo("Nombrado");
        assertThat(relations
                        .to(network, RelationKind.SERVES, clocks, "en")
                        .get(0)
                        .name())
                .isEqualTo("Named");
        assertThat(answers.get200("/api/relations?other=network:called&asOf=2016", "Accept-Language", "es")
                        .get("items")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Named");
    }

    @Test
    void for_a_network_counts_a_seminar_that_was_given_for_it_whoever_came() {
        long before = answers.record(
                new ProgrammeEstablished(new ProgrammeId("training"), fact(), "Training", null),
                registered("given"),
                founded("given", "2012"),
                admitted("given", "AR", MembershipKind.MEMBER, "2012"),
                registered("no-members"),
                official("of-member", "AR"),
                official("of-other", "FR"),
                official("of-nobody", null),
                scheduled("given-1", "training", "2014-05-05", true),
                concluded("given-1"),
                outcome("given-1", "of-member", EnrollmentStatus.COMPLETED, "2014-05-10"),
                outcome("given-1", "of-other", EnrollmentStatus.COMPLETED, "2014-05-10"),
                outcome("given-1", "of-nobody", EnrollmentStatus.COMPLETED, "2014-05-10"));
        long given = answers.record(given("given-1", "given"));
        long alsoForOther = answers.record(given("given-1", "no-members"));
        long annulled = answers.record(
                new SeminarEvent.FactAnnulled(new SeminarId("given-1"), new FactId("f-given-1-given"), null));
        for (String persons : new String[] {"OFFICIALS_TRAINED", "ALUMNI", "COMPLETIONS", "ENROLLMENTS"}) {
            assertThat(figure(persons, "network:given", before)).as(persons).isEqualTo("1–2");
            assertThat(figure(persons, "network:given", given)).as(persons).isEqualTo("3–3");
            assertThat(figure(persons, "network:given", annulled)).as(persons).isEqualTo("1–2");
            assertThat(figure(persons, "network:no-members", given)).as(persons).isEqualTo("0–0");
            assertThat(figure(persons, "network:no-members", alsoForOther))
                    .as(persons)
                    .isEqualTo("3–3");
        }
        assertThat(figure("PARTICIPATING_STATES", "network:given", before))
                .as("somebody's state is not known")
                .isEqualTo("1+");
        assertThat(figure("PARTICIPATING_STATES", "network:given", given)).isEqualTo("2+");
        assertThat(figure("SEMINARS", "network:no-members", given)).isEqualTo("0–0");
        assertThat(figure("SEMINARS", "network:no-members", alsoForOther)).isEqualTo("1–1");
        assertThat(figure("SEMINARS", "network:given", given)).isEqualTo("1–1");

        JsonNode why = answers.get200(
                "/api/figures/SEMINARS?asOf=2016&scope=network:no-members&knownAtPosition=" + alsoForOther);
        assertThat(why.get("items").get(0).get("events").toString()).contains("" + alsoForOther);
    }

    @Test
    void a_programme_serves_a_network_on_the_days_that_are_told() {
        ProgrammeId programme = new ProgrammeId("serving");
        answers.record(
                new ProgrammeEstablished(programme, fact(), "Serving", null),
                registered("served"),
                new NetworkServed(
                        programme,
                        new FactId("spell"),
                        new NetworkId("served"),
                        HistoricalDate.parse("2012"),
                        HistoricalDate.parse("2015-01-01")));
        long first = answers.record(registered("beside"));
        answers.record(new ProgrammeEvent.FactCorrected(
                programme,
                new FactId("spell"),
                new NetworkServed(
                        programme, new FactId("spell"), new NetworkId("served"), HistoricalDate.parse("2012"), null),
                CorrectionKind.LATE_REPORT));
        String asked = "/api/relations?other=network:served&asOf=";
        assertThat(answers.get200(asked + "2011").get("total").asLong()).isZero();
        assertThat(answers.get200(asked + "2012-06-01")
                        .get("items")
                        .get(0)
                        .get("certain")
                        .asBoolean())
                .isFalse();
        JsonNode in2013 = answers.get200(asked + "2013").get("items").get(0);
        assertThat(in2013.get("entity").asString()).isEqualTo("programme:serving");
        assertThat(in2013.get("otherName").asString()).isEqualTo("Network served");
        assertThat(in2013.get("certain").asBoolean()).isTrue();
        assertThat(answers.get200(asked + "2016").get("total").asLong()).isEqualTo(1);
        assertThat(answers.get200(asked + "2016&knownAtPosition=" + first)
                        .get("total")
                        .asLong())
                .isZero();
    }
}
