package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdmitState;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.WithdrawState;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.AddCoOrganiser;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ChangeCapacity;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.RelocateSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.RescheduleSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.SetCurriculum;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Each test has a network of its own. */
class NetworkImportTest {
    private static final Provenance SECRETARIAT =
            new Provenance("maria", "SECRETARIAT", null, null, "read again", null);

    @TempDir
    Path folder;

    private final TestRegistry registry = TestRegistry.shared();

    @Test
    void records_a_new_row_and_nothing_the_second_time() throws IOException {
        file("networks", "network,name,kind,founded_on,source", "aa-1,One,REGIONAL,2012-03-29,a press release");
        file("memberships", "network,state,kind,from", "aa-1,Bolivia,MEMBER,2012-03-29", "aa-1,PE,MEMBER,2012");

        assertOutcome(registry.apply(folder), 3, 0, 0, 0);
        long events = registry.events();
        assertOutcome(registry.apply(folder), 0, 3, 0, 0);
        assertThat(registry.events()).isEqualTo(events);
    }

    @Test
    void a_dry_run_tells_of_unknown_columns_and_of_every_row_at_once_and_applies_nothing() throws IOException {
        file(
                "networks",
                "network,name,colour,kind,founded_on,stile",
                "cc-1,One,red,REGIONAL,2012-03-29,x",
                "cc-2,,red,REGIONAL,2012-25,x");

        RunReport rehearsed = registry.rehearse(folder);
        assertThat(rehearsed.status()).isEqualTo(Status.FAILED);
        assertThat(registry.problems(rehearsed))
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple(1L, "column 3", "UNKNOWN_COLUMN"),
                        tuple(1L, "column 6", "UNKNOWN_COLUMN"),
                        tuple(3L, "name", "MISSING"),
                        tuple(3L, "founded_on", "INVALID"));
        long before = registry.events();
        assertThat(registry.apply(folder).status()).isEqualTo(Status.FAILED);
        assertThat(registry.events()).isEqualTo(before);
    }

    /** Of every file whose rows are several facts: one of which something but the first is refused. */
    @Test
    void a_row_of_which_something_is_refused_records_nothing_of_itself() throws IOException {
        file("institutions", "institution,name,kind,state", "half-i,Museum,MUSEUM,PL");
        file("networks", "network,name,kind,founded_on,dissolved_on", "half-n,Net,REGIONAL,2010,2015");
        file("programmes", "programme,name", "half-p,Programme");
        file(
                "seminars",
                "seminar,title,programme,edition,mode,starts_on,status",
                "half-s,Seminar,half-p,GLOBAL,IN_PERSON,2012-06-10,HELD");
        file("initiatives", "initiative,title,states,type,launched_on", "half-t,Training,PE,TRAINING,2012");
        assertOutcome(registry.apply(folder), 5, 0, 0, 0);

        file(
                "networks",
                "network,name,kind,founded_on,secretariat,dissolved_on",
                "half-n1,One,REGIONAL,2010,half-nobody,",
                "half-n,Net,REGIONAL,2010,half-nobody,2015");
        file(
                "memberships",
                "network,state,kind,from,until",
                "half-n,PE,MEMBER,2011,2018",
                "half-n,BO,OBSERVER,2011,2012",
                "half-n,BO,MEMBER,2012,2018");
        file(
                "seminars",
                "seminar,title,programme,edition,mode,starts_on,status,participants,networks",
                "half-s1,One,half-p,GLOBAL,IN_PERSON,2012-06-10,HELD,12,half-nowhere",
                "half-s2,Two,half-p,GLOBAL,IN_PERSON,2012-06-10,PLANNED,,half-n;half-nowhere");
        file(
                "initiatives",
                "initiative,title,states,type,launched_on,stage,stage_on,programmes",
                "half-t1,One,PE,TRAINING,2012,INITIAL_STAGE,2013,half-nowhere",
                "half-t,Training,PE,TRAINING,2012,INITIAL_STAGE,2013,half-p;half-nowhere");
        file("focal_points", "network,state,institution,from,until", "half-n,PE,half-i,2016,2017");
        long before = registry.events();
        RunReport rehearsed = registry.rehearse(folder);
        List<Problem> foreseen = registry.problems(rehearsed);
        assertThat(registry.events()).isEqualTo(before);
        RunReport applied = registry.apply(folder);
        assertThat(registry.problems(applied))
                .isEqualTo(foreseen)
                .extracting(Problem::file, Problem::line)
                .containsExactly(
                        tuple("networks.csv", 2L),
                        tuple("networks.csv", 3L),
                        tuple("memberships.csv", 2L),
                        tuple("memberships.csv", 4L),
                        tuple("seminars.csv", 2L),
                        tuple("seminars.csv", 3L),
                        tuple("focal_points.csv", 2L),
                        tuple("initiatives.csv", 2L),
                        tuple("initiatives.csv", 3L));
        List<String> recorded = registry.bean(JdbcTemplate.class)
                .queryForList(
                        """
                        SELECT aggregateidentifier || ' ' || payloadtype FROM events.domainevententry
                        ORDER BY globalindex DESC LIMIT ?
                        """,
                        String.class,
                        registry.events() - before);
        assertThat(recorded)
                .as("the spell that would have ended by a change of kind ends all the same")
                .containsExactly("network:half-n network.StateWithdrew", "network:half-n network.StateAdmitted");
    }

    @Test
    void an_unknown_column_and_a_broken_row_of_one_file_are_told_together() throws IOException {
        file(
                "networks",
                "network,name,colour,kind",
                "ub-1,One,red,REGIONAL",
                "ub-2,\"Two\" x,red,REGIONAL",
                "ub-3,,red,REGIONAL");
        long before = registry.events();

        RunReport rehearsed = registry.rehearse(folder);
        assertThat(rehearsed.status()).isEqualTo(Status.FAILED);
        assertThat(registry.problems(rehearsed))
                .extracting(Problem::line, Problem::code)
                .containsExactlyInAnyOrder(tuple(1L, "UNKNOWN_COLUMN"), tuple(3L, "NOT_CSV"), tuple(4L, "MISSING"));
        RunReport applied = registry.apply(folder);
        assertThat(applied.status()).isEqualTo(Status.FAILED);
        assertThat(registry.problems(applied))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("UNKNOWN_COLUMN", "NOT_CSV");
        assertThat(registry.events()).isEqualTo(before);
    }

    @Test
    void of_a_file_about_persons_no_cell_is_shown_and_of_a_misspelt_status_which_was_meant() throws IOException {
        file(
                "enrollments",
                "seminar,official,status,on,nominated_by",
                "s-1,o-1,COMPLETD,31/02/2012,PE",
                "s-1,o-1,Maria,Maria Perez,Perez",
                "s-1,o-1,MARIA PEREZ,12345678,PE",
                "s-1,o-1,1962-05-14,14.5.1962,MP",
                "s-1,o-1,ACCEPTED1,1962-05-14?x,PE");
        file(
                "focal_points",
                "network,state,institution,from,official,acting",
                "n-1,ZZ,i-1,2012-13,o-1,x",
                "n-1,Perez,i-1,Maria 2012,Maria Perez,Perez",
                "n-1,Ma,i-1,+48 600 700 800,o-1,Noe",
                "n-1,MP,i-1,14/05/1962,o-1,1",
                "n-1,14.5.62,i-1,[1962-05..],o-1,Yen");
        file("officials", "official,full_name,state,from", "o-1,Somebody,1962-05-14,14.05.62", "o-2,Other,MP,Perez");

        List<Problem> problems = registry.problems(registry.rehearse(folder));
        assertThat(problems).extracting(Problem::value).containsOnlyNulls();
        assertThat(problems)
                .filteredOn(problem -> problem.cause() == Cause.ONE_OF_MEANT)
                .extracting(problem -> problem.parameters().get(1))
                .containsExactlyInAnyOrder("COMPLETED", "ACCEPTED");
        assertThat(problems.toString())
                .doesNotContain("1962", "5.62", "05.62", "ZZ", "Perez", "31/02", "COMPLETD", "ACCEPTED1")
                .doesNotContainPattern("\\bMP\\b");
        assertThat(problems)
                .as("line, column, kind of fault and what is accepted")
                .filteredOn(problem -> problem.file().equals("officials.csv") && "from".equals(problem.column()))
                .allSatisfy(problem -> {
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.code()).isEqualTo("INVALID");
                    assertThat(problem.detail()).contains("2012-03-29");
                })
                .hasSize(2);
    }

    @Test
    void a_dry_run_says_the_same_and_records_nothing() throws IOException {
        file("networks", "network,name,kind,founded_on", "aa-2,Two,REGIONAL,2012-03-29", "aa-2x,,REGIONAL,2012-25");
        file(
                "memberships",
                "network,state,kind,from,until",
                "aa-2,BO,MEMBER,2012-03-29,",
                "aa-2,BO,MEMBER,2013,",
                "aa-2,Atlantis,MEMBER,2013,",
                "aa-2,CL,MEMBER,2011,",
                "nowhere,CL,MEMBER,2011,");
        long before = registry.events();

        RunReport rehearsed = registry.rehearse(folder);
        assertThat(registry.events()).isEqualTo(before);
        assertThat(rehearsed.status()).isEqualTo(Status.VALIDATED);
        RunReport applied = registry.apply(folder);

        assertOutcome(rehearsed, 2, 0, 0, 5);
        assertOutcome(applied, 2, 0, 0, 5);
        assertThat(registry.problems(applied)).isEqualTo(registry.problems(rehearsed));
        assertThat(registry.problems(rehearsed))
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(
                        tuple(3L, "name", "MISSING"),
                        tuple(3L, "founded_on", "INVALID"),
                        tuple(3L, null, "MEMBERSHIP_OVERLAPS"),
                        tuple(4L, "state", "INVALID"),
                        tuple(5L, null, "BEFORE_FOUNDATION"),
                        tuple(6L, null, "UNKNOWN_ENTITY"));
    }

    @Test
    void a_row_that_ends_before_it_begins_records_nothing_also_where_a_date_between_is_empty() throws IOException {
        file("networks", "network,name,kind,announced_on,founded_on,dissolved_on", "aa-9,Nine,REGIONAL,2015,,2010");
        long before = registry.events();

        RunReport report = registry.apply(folder);

        assertThat(registry.events()).isEqualTo(before);
        assertThat(registry.problems(report))
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(tuple(2L, "dissolved_on", "CERTAINLY_OUT_OF_ORDER"));
    }

    @Test
    void an_empty_cell_is_filled_in_and_a_different_one_is_a_conflict() throws IOException {
        file("networks", "network,name,kind,announced_on", "aa-3,Three,REGIONAL,");
        file("meetings", "network,meeting,title,starts_on,city,ordinal", "aa-3,m-3,First,2013,,1");
        assertOutcome(registry.apply(folder), 2, 0, 0, 0);

        file("networks", "network,name,kind,announced_on", "aa-3,Three,REGIONAL,2011");
        file("meetings", "network,meeting,title,starts_on,city,ordinal", "aa-3,m-3,First,2013,Quito,1");
        assertOutcome(registry.rehearse(folder), 2, 0, 0, 0);
        assertOutcome(registry.apply(folder), 2, 0, 0, 0);
        assertOutcome(registry.apply(folder), 0, 2, 0, 0);

        file("networks", "network,name,kind,announced_on", "aa-3,Drei,REGIONAL,2011");
        file("meetings", "network,meeting,title,starts_on,city,ordinal", "aa-3,m-3,First,2013,Lima,1");
        RunReport conflicts = registry.apply(folder);
        assertOutcome(conflicts, 0, 0, 2, 0);
        assertThat(registry.problems(conflicts))
                .extracting(Problem::file, Problem::column, Problem::value, Problem::code)
                .containsExactly(
                        tuple("networks.csv", "name", null, "CONFLICT"),
                        tuple("meetings.csv", "city", null, "CONFLICT"));

        file("meetings", "network,meeting,title,starts_on,city,ordinal", "aa-3,m-3,First,2013,,1");
        file("networks", "network,name,kind", "aa-3,Three,REGIONAL");
        assertOutcome(registry.apply(folder), 0, 2, 0, 0);
    }

    /** Where it was first is unknown, and a list of the beginning cannot be told from one that is wrong. */
    @Test
    void a_cell_that_was_empty_first_and_said_anew_since_is_no_late_report_of_the_beginning() throws IOException {
        file("programmes", "programme,name", "aa-p,Programme");
        String columns = "seminar,title,programme,edition,mode,starts_on,status,city,venue,capacity,themes,ends_on,"
                + "co_organisers,cycle";
        String[] empty = {"aa-s1", "aa-s2"};
        file("seminars", columns, seminar(empty[0], ",,,,,,"), seminar(empty[1], ",,,,,,"));
        assertOutcome(registry.apply(folder), 3, 0, 0, 0);
        SeminarId moved = new SeminarId(empty[0]);
        send(new RelocateSeminar(moved, new FactId("r-1"), Mode.ONLINE, "Lima", null, null, null));
        send(new ChangeCapacity(moved, new FactId("c-1"), 30, null));
        send(new SetCurriculum(moved, new FactId("t-1"), List.of("Memory"), null));
        send(new RescheduleSeminar(
                moved, new FactId("d-1"), HistoricalDate.parse("2014-06"), HistoricalDate.parse("2014-07"), null));
        send(new AddCoOrganiser(moved, new FactId("o-1"), "One"));
        long before = registry.events();

        String[] anew = {"Quito,,,,,,", ",Hall,,,,,", ",,25,,,,", ",,,Law,,,", ",,,,2014-09,,", ",,,,,Two,"};
        for (String cells : anew) {
            file("seminars", columns, seminar(empty[0], cells));
            RunReport report = registry.apply(folder);
            assertOutcome(report, 0, 1, 1, 0);
            assertThat(registry.problems(report)).extracting(Problem::code).containsExactly("CONFLICT");
        }
        assertThat(registry.events()).isEqualTo(before);

        file("seminars", columns, seminar(empty[0], "Lima,,30,Memory,2014-07,One,Second"));
        assertOutcome(registry.apply(folder), 1, 1, 0, 0);
        file("seminars", columns, seminar(empty[1], "Quito,Hall,25,Law,2014-09,Two,"));
        assertOutcome(registry.apply(folder), 1, 1, 0, 0);
    }

    private static String seminar(String id, String cells) {
        return id + ",Seminar,aa-p,GLOBAL,IN_PERSON,2014-05,PLANNED," + cells;
    }

    @Test
    void a_cell_that_is_emptied_is_a_conflict_but_a_column_left_out_says_nothing() throws IOException {
        file("networks", "network,name,kind", "aa-4,Four,REGIONAL");
        file("meetings", "network,meeting,title,starts_on,city", "aa-4,m-4,First,2013,Quito");
        registry.apply(folder);

        file("meetings", "network,meeting,title,starts_on,city", "aa-4,m-4,First,2013,");
        assertOutcome(registry.apply(folder), 0, 1, 1, 0);
        file("meetings", "network,meeting,title,starts_on", "aa-4,m-4,First,2013");
        assertOutcome(registry.apply(folder), 0, 2, 0, 0);
    }

    @Test
    void successive_spells_are_chained_whatever_their_order_in_the_file() throws IOException {
        file("networks", "network,name,kind", "aa-5,Five,REGIONAL");
        file(
                "memberships",
                "network,state,kind,from,until",
                "aa-5,KE,MEMBER,2005,2007",
                "aa-5,KE,OBSERVER,1999-03-08,1999",
                "aa-5,KE,MEMBER,1999,2004-06",
                "aa-5,KE,ASSOCIATE,2004-06,2005-01");

        assertOutcome(registry.rehearse(folder), 5, 0, 0, 0);
        assertOutcome(registry.apply(folder), 5, 0, 0, 0);
        assertOutcome(registry.apply(folder), 0, 5, 0, 0);
        assertThat(eventsOf("aa-5"))
                .containsExactly(
                        "network.NetworkRegistered",
                        "network.StateAdmitted",
                        "network.MembershipKindChanged",
                        "network.MembershipKindChanged",
                        "network.StateWithdrew",
                        "network.StateAdmitted",
                        "network.StateWithdrew");

        file("memberships", "network,state,kind,from,until", "aa-5,KE,MEMBER,1999,2004-06", "aa-5,KE,MEMBER,2005,2008");
        RunReport partial = registry.apply(folder);
        assertOutcome(partial, 0, 2, 1, 0);
        assertThat(registry.problems(partial)).extracting(Problem::column).containsExactly("until");
    }

    @Test
    void a_change_of_kind_that_was_refused_is_taken_when_the_file_is_mended() throws IOException {
        file("networks", "network,name,kind,founded_on,dissolved_on", "mk-1,Mended,REGIONAL,2010,2015");
        file(
                "memberships",
                "network,state,kind,from,until",
                "mk-1,BO,OBSERVER,2011,2012",
                "mk-1,BO,MEMBER,2012,2013",
                "mk-1,BO,ASSOCIATE,2013,2018");
        assertOutcome(registry.apply(folder), 3, 0, 0, 1);
        assertOutcome(registry.apply(folder), 0, 3, 0, 1);

        file(
                "memberships",
                "network,state,kind,from,until",
                "mk-1,BO,OBSERVER,2011,2012",
                "mk-1,BO,MEMBER,2012,2013",
                "mk-1,BO,ASSOCIATE,2013,2014");
        assertOutcome(registry.rehearse(folder), 1, 3, 0, 0);
        assertOutcome(registry.apply(folder), 1, 3, 0, 0);
        assertOutcome(registry.apply(folder), 0, 4, 0, 0);
        assertThat(eventsOf("mk-1"))
                .containsExactly(
                        "network.NetworkRegistered",
                        "network.NetworkFounded",
                        "network.NetworkDissolved",
                        "network.StateAdmitted",
                        "network.MembershipKindChanged",
                        "network.StateWithdrew",
                        "network.StateAdmitted",
                        "network.StateWithdrew");
    }

    @Test
    void a_row_is_left_out_as_a_whole_where_its_spell_can_neither_change_nor_end() throws IOException {
        file("networks", "network,name,kind,founded_on,dissolved_on", "mk-2,Late,REGIONAL,2010,2015");
        file(
                "memberships",
                "network,state,kind,from,until",
                "mk-2,BO,MEMBER,2010,2016",
                "mk-2,BO,OBSERVER,2016,",
                "mk-2,PE,OBSERVER,2010,2011",
                "mk-2,PE,MEMBER,2011,2016",
                "mk-2,PE,ASSOCIATE,2016,");
        RunReport report = registry.apply(folder);
        assertOutcome(report, 2, 0, 0, 4);
        assertThat(registry.problems(report)).extracting(Problem::line).containsExactly(2L, 3L, 5L, 6L);
        assertThat(eventsOf("mk-2"))
                .as("only of the row of which all is possible")
                .containsExactly(
                        "network.NetworkRegistered",
                        "network.NetworkFounded",
                        "network.NetworkDissolved",
                        "network.StateAdmitted",
                        "network.StateWithdrew");
    }

    @Test
    void what_was_corrected_since_is_not_brought_back() throws IOException {
        file("networks", "network,name,kind", "aa-6,Six,REGIONAL");
        file("memberships", "network,state,kind,from", "aa-6,BO,MEMBER,2012");
        NetworkId network = new NetworkId("aa-6");
        MembershipId own = new MembershipId("recorded-by-hand");
        assertThat(registry.apply(file("networks", "network,name,kind", "aa-6,Six,REGIONAL"))
                        .recorded())
                .isEqualTo(1);
        send(new AdmitState(
                network, new FactId("ff-1"), own, new StateCode("BO"), MembershipKind.MEMBER, date("2012")));
        send(new CorrectMembership(
                network,
                new FactId("ff-2"),
                own,
                new FactPatch((ObjectNode) RegistryJson.mapper().readTree("{\"from\":\"2013\"}")),
                CorrectionKind.CLERICAL_ERROR));
        send(new WithdrawState(network, new FactId("ff-3"), own, date("2015~")));

        assertOutcome(registry.apply(folder), 0, 2, 0, 0);
        file("memberships", "network,state,kind,from,until", "aa-6,BO,MEMBER,2013,2016");
        assertOutcome(registry.apply(folder), 0, 1, 1, 0);
    }

    @Test
    void focal_points_are_the_same_by_state_institution_and_day() throws IOException {
        file("networks", "network,name,kind", "aa-7,Seven,REGIONAL");
        file("institutions", "institution,name,kind", "mfa-7,Ministry,MINISTRY");
        file("focal_points", "network,state,institution,from,until,acting", "aa-7,Kenya,mfa-7,2013,,yes");
        assertOutcome(registry.apply(folder), 3, 0, 0, 0);
        file("focal_points", "network,state,institution,from,until", "aa-7,KE,mfa-7,2013,2014");
        assertOutcome(registry.apply(folder), 1, 2, 0, 0);
        file("focal_points", "network,state,institution,from,until", "aa-7,KE,mfa-7,2013,2015", "aa-7,KE,none,2013,");
        RunReport report = registry.apply(folder);
        assertOutcome(report, 0, 2, 1, 1);
        assertThat(registry.problems(report))
                .extracting(Problem::column, Problem::code)
                .containsExactly(tuple("until", "CONFLICT"), tuple("institution", "UNKNOWN_REFERENCE"));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }

    private void send(org.preventionnetwork.registry.api.facts.RegistryCommand command) {
        registry.bean(Commands.class).send(command, SECRETARIAT);
    }

    private static HistoricalDate date(String edtf) {
        return HistoricalDate.parse(edtf);
    }

    private java.util.List<String> eventsOf(String network) {
        return registry.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                .queryForList(
                        "SELECT payloadtype FROM events.domainevententry WHERE aggregateidentifier = ? ORDER BY sequencenumber",
                        String.class,
                        "network:" + network);
    }

    private void assertOutcome(RunReport report, long recorded, long unchanged, long conflicts, long errors) {
        assertThat(java.util.List.of(report.recorded(), report.unchanged(), report.conflicts(), report.errors()))
                .as("recorded, unchanged, conflicts, errors of %s: %s", report, registry.problems(report))
                .containsExactly(recorded, unchanged, conflicts, errors);
    }
}
