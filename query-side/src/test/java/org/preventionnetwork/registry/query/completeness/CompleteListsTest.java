package org.preventionnetwork.registry.query.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactAnnulled;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactCorrected;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkListDeclaredComplete;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkList;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeListDeclaredComplete;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.programmes.ProgrammeList;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.testing.TestRun;
import tools.jackson.databind.JsonNode;

/** A published figure that is larger than what is recorded differs only where somebody says that all is recorded. */
@ExtendWith(StartedAnswers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompleteListsTest {
    private static final NetworkId NETWORK = new NetworkId("lan");
    private TestAnswers answers;

    @BeforeAll
    void start(TestAnswers started) {
        answers = started;
    }

    private static NetworkListDeclaredComplete complete(
            NetworkId network, String fact, NetworkList list, @Nullable String from, String asOf) {
        return new NetworkListDeclaredComplete(network, new FactId(fact), list, date(from), HistoricalDate.parse(asOf));
    }

    private static StatementPublished stated(String id, String on, Metric metric, long value, String scope) {
        return new StatementPublished(
                new StatementId(id),
                fact(),
                HistoricalDate.parse(on),
                metric,
                Qualifier.EXACTLY,
                value,
                new Scope(scope),
                List.of());
    }

    private String verdict(String statement, long position) {
        return reconciled(statement, position).get("verdict").asString();
    }

    private JsonNode reconciled(String statement, long position) {
        return answers.get200("/api/statements/" + statement + "/reconciliation?knownAtPosition=" + position);
    }

    @Test
    void of_initiatives_the_years_are_put_together_and_the_verdict_follows_both_clocks() {
        NetworkId network = new NetworkId("initiatives");
        long nothingSaid = answers.record(
                registered("initiatives"),
                founded("initiatives", "2012"),
                new InitiativeLaunched(
                        new InitiativeId("law"),
                        fact(),
                        "A law",
                        states("AR"),
                        network,
                        InitiativeType.LEGISLATION,
                        null,
                        HistoricalDate.parse("2013")),
                stated("five-laws", "2015", Metric.NATIONAL_INITIATIVES, 5, "network:initiatives"));
        long until2014 = answers.record(complete(network, "until-2014", NetworkList.INITIATIVES, null, "2014"));
        long in2015 = answers.record(complete(network, "in-2015", NetworkList.INITIATIVES, "2015", "2015"));
        long corrected = answers.record(new FactCorrected(
                network,
                new FactId("until-2014"),
                complete(network, "until-2014", NetworkList.INITIATIVES, null, "2014~"),
                CorrectionKind.CLERICAL_ERROR));
        long back = answers.record(new FactCorrected(
                network,
                new FactId("until-2014"),
                complete(network, "until-2014", NetworkList.INITIATIVES, null, "2014"),
                CorrectionKind.CLERICAL_ERROR));
        long annulled = answers.record(new FactAnnulled(network, new FactId("in-2015"), null, null));

        assertThat(verdict("five-laws", nothingSaid)).isEqualTo("UNDECIDED");
        assertThat(verdict("five-laws", until2014)).isEqualTo("UNDECIDED");
        assertThat(verdict("five-laws", in2015)).isEqualTo("DIFFERS");
        assertThat(verdict("five-laws", corrected)).isEqualTo("UNDECIDED");
        assertThat(verdict("five-laws", back)).isEqualTo("DIFFERS");
        assertThat(verdict("five-laws", annulled)).isEqualTo("UNDECIDED");

        JsonNode why = reconciled("five-laws", in2015);
        assertThat(why.get("complete").asBoolean()).isTrue();
        assertThat(why.get("completeness").findValuesAsString("factId"))
                .containsExactlyInAnyOrder("until-2014", "in-2015");
        assertThat(why.get("completeness").get(0).get("events").size()).isEqualTo(1);
        assertThat(why.get("completeness").get(0).get("source").asString()).isEqualTo("a report");
    }

    @Test
    void of_members_it_is_about_the_days_it_names() {
        NetworkId network = new NetworkId("members");
        answers.record(
                registered("members"),
                founded("members", "2012-03-29"),
                admitted("members", "AR", MembershipKind.MEMBER, "2012-03-29"),
                stated("eighteen-on-the-day", "2012-06-01", Metric.MEMBER_STATES, 18, "network:members"),
                stated("eighteen-in-the-year", "2012", Metric.MEMBER_STATES, 18, "network:members"),
                stated("one-on-the-day", "2012-06-01", Metric.MEMBER_STATES, 1, "network:members"),
                stated("observers", "2012-06-01", Metric.OBSERVER_STATES, 2, "network:members"),
                stated("of-other-network", "2012-06-01", Metric.MEMBER_STATES, 18, "network:initiatives"));
        long head = answers.record(complete(network, "on-the-day", NetworkList.MEMBERS, null, "2012-06-01"));
        assertThat(verdict("eighteen-on-the-day", head)).isEqualTo("DIFFERS");
        assertThat(verdict("one-on-the-day", head)).isEqualTo("AGREES");
        assertThat(verdict("eighteen-in-the-year", head)).isEqualTo("UNDECIDED");
        assertThat(verdict("observers", head)).isEqualTo("UNDECIDED");
        long year = answers.record(complete(network, "in-the-year", NetworkList.MEMBERS, null, "2012"));
        assertThat(verdict("eighteen-in-the-year", year)).isEqualTo("DIFFERS");
        assertThat(verdict("eighteen-in-the-year", head)).isEqualTo("UNDECIDED");
    }

    @Test
    void who_was_trained_is_all_recorded_when_every_seminar_is_and_everybody_at_each() {
        ProgrammeId programme = new ProgrammeId("trained");
        long before = answers.record(
                new ProgrammeEstablished(programme, fact(), "Trained", null),
                official("trained-ana", "AR"),
                scheduled("trained-1", "trained", "2014-05-05", true),
                concluded("trained-1"),
                outcome("trained-1", "trained-ana", EnrollmentStatus.COMPLETED, "2014-05-10"),
                scheduled("trained-2", "trained", "2015-05-05", true),
                concluded("trained-2"),
                outcome("trained-2", "trained-ana", EnrollmentStatus.COMPLETED, "2015-05-10"),
                stated("sixty", "2016", Metric.OFFICIALS_TRAINED, 60, "programme:trained"),
                stated("sixty-alumni", "2016", Metric.ALUMNI, 60, "programme:trained"),
                new ProgrammeListDeclaredComplete(
                        programme, fact(), ProgrammeList.SEMINARS, null, HistoricalDate.parse("2016")),
                new RosterDeclaredComplete(new SeminarId("trained-1"), fact(), HistoricalDate.parse("2014")),
                new RosterDeclaredComplete(new SeminarId("trained-2"), fact(), HistoricalDate.parse("2014")));
        assertThat(verdict("sixty", before))
                .as("a list made before the seminar")
                .isEqualTo("UNDECIDED");
        long after = answers.record(
                new RosterDeclaredComplete(new SeminarId("trained-2"), fact(), HistoricalDate.parse("2015-06")));
        assertThat(verdict("sixty", after)).isEqualTo("DIFFERS");
        assertThat(verdict("sixty-alumni", after))
                .as("exceptions are on no list")
                .isEqualTo("UNDECIDED");
    }

    /** Who takes part counts from the first day on, so what is not known of them leaves it open from then on. */
    @Test
    void on_a_day_within_a_seminar_its_roster_is_asked_for() {
        ProgrammeId programme = new ProgrammeId("within");
        NetworkId network = new NetworkId("within");
        long before = answers.record(
                new ProgrammeEstablished(programme, fact(), "Within", null),
                registered("within"),
                founded("within", "2010-01-01"),
                admitted("within", "AR", MembershipKind.MEMBER, "2010-01-01"),
                official("within-ana", "AR"),
                scheduled("within", programme.value(), null, null, "2014-05-05", "2014-05-09", true),
                concluded("within"),
                outcome("within", "within-ana", EnrollmentStatus.COMPLETED, "2014-05-06"),
                stated("sixty-within", "2014-05-07", Metric.OFFICIALS_TRAINED, 60, "programme:within"),
                stated("sixty-of-network", "2014-05-07", Metric.OFFICIALS_TRAINED, 60, "network:within"),
                stated("sixty-before", "2014-05-04", Metric.OFFICIALS_TRAINED, 60, "programme:within"),
                complete(network, "within-seminars", NetworkList.SEMINARS, null, "2016"),
                new ProgrammeListDeclaredComplete(
                        programme, fact(), ProgrammeList.SEMINARS, null, HistoricalDate.parse("2016")));
        assertThat(verdict("sixty-within", before)).isEqualTo("UNDECIDED");
        assertThat(verdict("sixty-of-network", before)).isEqualTo("UNDECIDED");
        assertThat(verdict("sixty-before", before)).isEqualTo("DIFFERS");
        LocalDate day = LocalDate.of(2014, 5, 7);
        assertThat(answers.bean(Completeness.class)
                        .seminarsWithOpenRosters(
                                new FigureQuestion(FigureName.OFFICIALS_TRAINED, programme, day, day, before)))
                .containsExactly("within");
        long after = answers.record(
                new RosterDeclaredComplete(new SeminarId("within"), fact(), HistoricalDate.parse("2014-05-09")));
        assertThat(verdict("sixty-within", after)).isEqualTo("DIFFERS");
        assertThat(verdict("sixty-of-network", after)).isEqualTo("DIFFERS");
    }

    @Test
    void the_lists_are_told_of_the_days_until_the_one_asked_about() {
        NetworkId network = new NetworkId("told");
        answers.record(
                registered("told"),
                complete(network, "told-2012", NetworkList.MEMBERS, null, "2012"),
                complete(network, "told-2015", NetworkList.MEMBERS, null, "2015~"),
                complete(network, "told-all", NetworkList.INITIATIVES, null, "2014"));
        JsonNode in2013 = answers.get200("/api/completeness?entity=network:told&asOf=2013&sort=asOf");
        assertThat(in2013.get("items").findValuesAsString("factId")).containsExactly("told-2012", "told-all");
        assertThat(in2013.get("items").get(0).get("certainUntil").asString()).isEqualTo("2013-01-01");
        JsonNode now = answers.get200("/api/completeness?entity=network:told&list=MEMBERS");
        assertThat(now.get("items").findValuesAsString("certain")).containsExactly("true", "false");
        assertThat(answers.response("/api/completeness?list=NOTHING").getStatus())
                .isEqualTo(400);
    }

    /** Random declarations, corrections and annulments, against a reading that looks at one day at a time. */
    @Test
    void agrees_with_a_model_that_looks_at_one_day_at_a_time() {
        Random random = new Random(TestRun.SEED);
        List<String> dates = List.of(
                "2012",
                "2013",
                "2012-06",
                "2012-12-31",
                "2013-01-01",
                "2013~",
                "2014?",
                "2012-24",
                "2014",
                "[2012-03-01..2013-02-01]",
                "[..2013]",
                "[2013..]",
                "unknown");
        answers.record(registered("lan"));
        Map<String, NetworkListDeclaredComplete> held = new LinkedHashMap<>();
        Map<Long, List<NetworkListDeclaredComplete>> known = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            String id = "f-" + random.nextInt(6);
            NetworkListDeclaredComplete fact = complete(
                    NETWORK,
                    id,
                    random.nextBoolean() ? NetworkList.MEMBERS : NetworkList.INITIATIVES,
                    random.nextBoolean() ? null : dates.get(random.nextInt(dates.size())),
                    dates.get(random.nextInt(dates.size())));
            long position;
            if (!held.containsKey(id)) {
                position = answers.record(fact);
                held.put(id, fact);
            } else if (random.nextInt(3) > 0) {
                position =
                        answers.record(new FactCorrected(NETWORK, new FactId(id), fact, CorrectionKind.CLERICAL_ERROR));
                held.put(id, fact);
            } else {
                position = answers.record(new FactAnnulled(NETWORK, new FactId(id), null, null));
                held.remove(id);
            }
            known.put(position, new ArrayList<>(held.values()));
        }
        Completeness completeness = answers.bean(Completeness.class);
        List<LocalDate> days =
                List.of("2011-12-31", "2012-01-01", "2012-06-30", "2012-12-31", "2013-01-01", "2013-12-31").stream()
                        .map(LocalDate::parse)
                        .toList();
        int complete = 0;
        for (Map.Entry<Long, List<NetworkListDeclaredComplete>> at : known.entrySet()) {
            for (LocalDate first : days) {
                for (LocalDate last : days) {
                    if (!last.isBefore(first)) {
                        boolean members = naively(at.getValue(), NetworkList.MEMBERS, first, last);
                        boolean all = naively(at.getValue(), NetworkList.INITIATIVES, LocalDate.of(1990, 1, 1), last);
                        assertThat(isComplete(completeness, FigureName.MEMBER_STATES, first, last, at.getKey()))
                                .as("members %s to %s by %s, seed %d", first, last, at.getValue(), TestRun.SEED)
                                .isEqualTo(members);
                        assertThat(isComplete(completeness, FigureName.NATIONAL_INITIATIVES, first, last, at.getKey()))
                                .as("initiatives until %s by %s, seed %d", last, at.getValue(), TestRun.SEED)
                                .isEqualTo(all);
                        complete += (members ? 1 : 0) + (all ? 1 : 0);
                    }
                }
            }
        }
        assertThat(complete).isPositive();
    }

    private static boolean isComplete(
            Completeness completeness, FigureName figure, LocalDate first, LocalDate last, long position) {
        return completeness
                .of(new FigureQuestion(figure, NETWORK, first, last, position))
                .complete();
    }

    /** On every day there is one of the declarations that is certain of it. */
    private static boolean naively(
            List<NetworkListDeclaredComplete> known, NetworkList list, LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate one = day;
            if (known.stream().noneMatch(fact -> fact.list() == list && isCertainOn(fact, one))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCertainOn(NetworkListDeclaredComplete fact, LocalDate day) {
        String asOf = fact.asOf().toString();
        HistoricalDate from = fact.from();
        boolean wholeEnd = asOf.matches("[0-9-]+");
        boolean beforeEnd = wholeEnd
                ? !day.isAfter(fact.asOf().latest())
                : !asOf.equals("unknown")
                        && (asOf.startsWith("[")
                                ? day.isBefore(fact.asOf().earliest())
                                : day.getYear() < Integer.parseInt(asOf.substring(0, 4)));
        if (from == null) {
            return beforeEnd
                    && (fact.list() != NetworkList.MEMBERS
                            || wholeEnd && !day.isBefore(fact.asOf().earliest()));
        }
        String text = from.toString();
        boolean afterBeginning = text.matches("[0-9-]+")
                ? !day.isBefore(from.earliest())
                : !text.equals("unknown")
                        && (text.startsWith("[")
                                ? !text.endsWith("..]") && !day.isBefore(from.latest())
                                : day.getYear() > Integer.parseInt(text.substring(0, 4)));
        return beforeEnd && afterBeginning;
    }
}
