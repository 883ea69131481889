package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists as offices keep them, and what becomes of them in the registry. */
class OfficeListsTest {
    private static final Path LISTS = Path.of("src/test/resources/lists");
    private static final Provenance WHY = new Provenance("tester", "SECRETARIAT", null, null, "a test", null);
    private static final String[] STATES_THEN = {
        "SUHH", "SUHH", "SUHH", "YUCS", "CSHH", "DDDE", "DE", "DE", "XYYE", "YDYE", "US", "NA"
    };
    private final TestRegistry registry = TestRegistry.shared();

    @TempDir
    Path folder;

    @Test
    void persons_get_in_without_ids_once_however_the_list_calls_its_columns() throws IOException {
        Path kept = named("officials.csv", Files.readString(LISTS.resolve("officials-as-kept.csv")));
        assertThat(registry.rehearse(kept)).satisfies(report -> sound(report, 1, 0));
        long before = registry.events();
        RunReport applied = registry.apply(kept);
        sound(applied, 1, 0);
        assertThat(registry.problems(applied)).extracting(Problem::code).containsOnly(Problem.PASSED_OVER);
        assertThat(registry.events()).isEqualTo(before + 1);
        for (String again : new String[] {"officials-as-kept.csv", "officials-no-id.csv", "officials-empty-id.csv"}) {
            sound(registry.apply(named("officials.csv", Files.readString(LISTS.resolve(again)))), 0, 1);
        }
        assertThat(registry.events()).isEqualTo(before + 1);
    }

    @Test
    void who_is_in_doubt_is_asked_about_and_never_taken_for_another() throws IOException {
        sound(officials("Ana Ejemplo,AR,ana@example.org"), 1, 0);
        asked(officials("Ana Ejemplo,AR,other@example.org"));
        asked(officials("Ana Ejemplo,CL,"));
        asked(officials("Eva Otra,AR,ana@example.org"));
        sound(officials("ejemplo ANA,AR,"), 0, 1);
        sound(officials("Ejemplo Ana,Argentina,ANA@example.org"), 0, 1);
        RunReport namesakes = officials("Juan Prueba,AR,\nJuan Prueba,AR,");
        assertThat(namesakes.recorded()).isEqualTo(1);
        assertThat(namesakes.errors()).isEqualTo(1);
        RunReport rehearsed =
                registry.rehearse(named("officials.csv", "full_name,state\nLia Nueva,AR\nLia Nueva,AR\n"));
        assertThat(rehearsed.errors()).isEqualTo(1);
    }

    @Test
    void who_was_taken_back_is_new_and_records_of_one_person_are_one() throws IOException {
        RunReport first = officials("Ines Vuelta,AR,ines@example.org");
        registry.bean(Intake.class).annul(first.id(), WHY, Set.of());
        sound(officials("Ines Vuelta,AR,ines@example.org"), 1, 0);

        named(
                "officials.csv",
                "official,full_name,state,email\no-luz-one,Luz Par,AR,luz1@example.org\n"
                        + "o-luz-two,Luz Par,AR,luz2@example.org\n");
        registry.apply(folder.resolve("officials.csv"));
        asked(officials("Luz Par,AR,"));
        registry.bean(Commands.class)
                .send(
                        new MergeOfficial(
                                new OfficialId("o-luz-two"), new FactId("f-luz"), new OfficialId("o-luz-one")),
                        WHY);
        sound(officials("Luz Par,AR,"), 0, 1);
        sound(officials("Luz Par,AR,luz2@example.org"), 0, 1);
    }

    @Test
    void ids_in_some_rows_of_a_list_do_not_make_two_of_one_person_whichever_row_is_first() throws IOException {
        for (String list : List.of(
                "official,full_name,state,email\no-mixed-one,Eva Mezcla,AR,eva@example.org\n,Eva Mezcla,AR,eva@example.org\n",
                "official,full_name,state,email\n,Leo Mezcla,AR,leo@example.org\n,Leo Mezcla,AR,leo@example.org\n")) {
            Path file = named("officials.csv", list);
            sound(registry.rehearse(file), 1, 1);
            sound(registry.apply(file), 1, 1);
            sound(registry.apply(file), 0, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Institución", "Institution", "Instituição", "INSTITUTION"})
    void the_column_of_institutions_is_known_by_its_name_in_each_language(String header) throws IOException {
        RunReport report = registry.rehearse(
                named("officials.csv", "Nombre;Apellidos;País;" + header + "\nAna;Cabecera;Perú;no-such-ministry\n"));
        assertThat(registry.problems(report))
                .extracting(Problem::column)
                .as("%s", report)
                .containsExactly("institution");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"institution_name", "Nombre de la institución", "Nom de l’institution", "Nome da instituição"})
    void names_of_institutions_are_taken_for_no_ids(String header) throws IOException {
        RunReport report = registry.rehearse(named(
                "officials.csv", "Nombre;Apellidos;País;" + header + "\nAna;Institucional;Perú;Ministerio Nuevo\n"));
        sound(report, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Max;Born;full_name;state", "Eva;Birth;full_name;state"})
    void a_surname_that_is_also_a_word_of_headers_is_not_shown_beside_a_first_name(String header) throws IOException {
        RunReport report = registry.rehearse(named("officials.csv", header + ";Olga;Ivan\n1;2;3;4;5;6\n"));
        assertThat(registry.problems(report))
                .as("%s", report)
                .extracting(Problem::column)
                .contains("column 1", "column 2")
                .doesNotContain("born", "birth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fecha de nacimiento", "Date of birth", "Date de naissance", "Data de nascimento", "DOB"})
    void a_list_with_days_of_birth_is_refused_with_its_reason_by_its_columns_alone(String header) throws IOException {
        for (String name : List.of("officials.csv", "personas.csv")) {
            RunReport report = registry.rehearse(
                    named(name, "Nombre;Apellidos;País;" + header + "\nAna;Nacida;Perú;1970-01-02\n"));
            assertThat(registry.problems(report))
                    .as(name)
                    .extracting(Problem::code, Problem::column, Problem::cause)
                    .containsExactly(tuple("UNKNOWN_COLUMN", header.toLowerCase(Locale.ROOT), Cause.BIRTH_NOT_KEPT));
            assertThat(registry.apply(folder.resolve(name)).recorded()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nombre;Apellidos;País;Correo electrónico;Cargo",
                "Prénom;Nom;Pays;E-mail;Fonction",
                "Nome;Sobrenome;País;E-mail;Cargo",
                "given name;SURNAME;country;e-mail address;job title",
                "full_name;x-own;state;email;position"
            })
    void columns_are_known_in_four_languages(String header) throws IOException {
        String name = "Persona" + Math.abs(header.hashCode());
        Path file = named(
                "participants 2012.csv", header + "\n" + name + ";Inventada;PE;" + name + "@example.org;Director\n");
        sound(registry.apply(file), 1, 0);
        sound(registry.apply(file), 0, 1);
        assertThat(registry.bean(BlindIndex.class).find(name + "@example.org")).hasSize(1);
    }

    @Test
    void an_enrolment_names_its_official_by_name_or_e_mail() throws IOException {
        sound(officials("Rosa Inventada,PE,rosa@example.org\nPaz Doble,PE,paz1@example.org"), 2, 0);
        named("programmes.csv", "programme,name\np-participants,Programme\n");
        named(
                "seminars.csv",
                "seminar,title,programme,edition,mode,starts_on,status\n"
                        + "s-participants,Seminar,p-participants,OTHER,ONLINE,2012,HELD\n");
        named("officials.csv", "official,full_name,state\no-paz-two,Paz Doble,CL\n");
        named(
                "enrollments.csv",
                "seminar,official,status,on\ns-participants,rosa inventada,completed,2012\n"
                        + "s-participants,Paz1@example.org,COMPLETED,2012\ns-participants,Paz Doble,COMPLETED,2012\n"
                        + "s-participants,Nobody Known,COMPLETED,2012\n");
        for (boolean dry : new boolean[] {true, false}) {
            RunReport report = dry ? registry.rehearse(folder) : registry.apply(folder);
            assertThat(registry.problems(report))
                    .extracting(Problem::line, Problem::column, Problem::code)
                    .containsExactlyInAnyOrder(
                            tuple(4L, "official", "PERSON_IN_DOUBT"), tuple(5L, "official", "PERSON_NOT_KNOWN"));
            assertThat(report.recorded()).isEqualTo(5);
        }
    }

    @Test
    void whom_a_list_names_is_in_the_access_log_once_for_each_import_dry_run_or_not() throws IOException {
        sound(officials("Ada Mirada,PE,ada@example.org\nIvo Mirada,PE,ivo@example.org"), 2, 0);
        named("programmes.csv", "programme,name\np-viewed,Programme\n");
        named(
                "seminars.csv",
                "seminar,title,programme,edition,mode,starts_on,status\n"
                        + "s-viewed,Seminar,p-viewed,OTHER,ONLINE,2012,HELD\ns-viewed-2,Other,p-viewed,OTHER,ONLINE,2012,HELD\n");
        named("officials.csv", "full_name,state,email\nAda Mirada,PE,ada@example.org\nNew Mirada,PE,new@example.org\n");
        named(
                "enrollments.csv",
                "seminar,official,status,on\ns-viewed,ada mirada,COMPLETED,2012\n"
                        + "s-viewed-2,ada@example.org,COMPLETED,2012\ns-viewed,Nobody Known,COMPLETED,2012\n");
        for (boolean dry : new boolean[] {true, false}) {
            RunReport report = dry ? registry.rehearse(folder) : registry.apply(folder);
            assertThat(viewed(report)).containsExactly("tester SECRETARIAT IMPORT /api/imports/" + report.id());
        }
        Files.delete(folder.resolve("enrollments.csv"));
        named("officials.csv", "full_name,state,email\nIvo Mirada,CL,other@example.org\n");
        assertThat(viewed(registry.rehearse(folder))).as("also who is in doubt").hasSize(1);
    }

    private List<String> viewed(RunReport report) {
        return registry.bean(JdbcTemplate.class)
                .queryForList(
                        "SELECT concat_ws(' ', actor, role, kind, path) FROM access_log.viewing WHERE correlation = ?",
                        String.class,
                        report.id());
    }

    @Test
    void a_list_with_a_broken_row_is_refused_and_a_dry_run_tells_of_its_other_rows_too() throws IOException {
        Path list =
                named("programmes.csv", "programme,name\nbroken-one,\"A\" B\nbroken-two,\nbroken-three,Programme\n");
        long before = registry.events();
        RunReport rehearsed = registry.rehearse(list);
        assertThat(rehearsed.status()).isEqualTo(Status.FAILED);
        assertThat(registry.problems(rehearsed))
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactlyInAnyOrder(tuple(2L, "name", "NOT_CSV"), tuple(3L, "name", "MISSING"));
        RunReport applied = registry.apply(list);
        assertThat(applied.status()).isEqualTo(Status.FAILED);
        assertThat(registry.problems(applied))
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(tuple(2L, "name", "NOT_CSV"));
        assertThat(registry.events()).isEqualTo(before);
    }

    @Test
    void states_that_are_gone_are_recorded_in_their_days_and_refused_outside_them_with_who_was_there()
            throws IOException {
        named("networks.csv", "network,name,kind,founded_on\nafrican-union-network,Network,REGIONAL,1900\n");
        named("memberships.csv", Files.readString(LISTS.resolve("states-that-are-gone.csv")));
        for (RunReport report : List.of(registry.rehearse(folder), registry.apply(folder))) {
            assertThat(registry.problems(report))
                    .extracting(Problem::line, Problem::code, problem -> problem.detail()
                            .replaceFirst("; on .* there was ", "; then ")
                            .replaceFirst("(?s)\\. ?Accepted.*|: did you mean (.*)\\? .*", ": $1"))
                    .containsExactlyInAnyOrder(
                            tuple(
                                    5L,
                                    "STATE_NOT_THERE",
                                    "Serbia and Montenegro (CSXX) existed from 1992-04-27 until 2006-06-03; then"
                                            + " Yugoslavia (YUCS)"),
                            tuple(
                                    13L,
                                    "STATE_NOT_THERE",
                                    "Tanganyika (XTTZ) existed from 1961-12-09 until 1964-04-26; then Tanzania (TZ)"),
                            tuple(14L, "INVALID", "unknown state 'Korea, Rep.': South Korea (KR)"),
                            tuple(15L, "INVALID", "unknown state 'Egypt, Arab Rep.': Egypt (EG)"),
                            tuple(17L, "INVALID", "unknown state 'Serbia 5': Serbia (RS)"),
                            tuple(18L, "NAMES_NAMIBIA", Cause.NAMIBIA.with().detail()));
            assertThat(report.recorded()).isEqualTo(1 + 17 - 5);
        }
        sound(registry.apply(folder.resolve("networks.csv")), 0, 1);
        assertThat(registry.bean(JdbcTemplate.class)
                        .queryForList(
                                "SELECT convert_from(payload, 'UTF8')::json ->> 'state' FROM events.domainevententry"
                                        + " WHERE aggregateidentifier = 'network:african-union-network'"
                                        + " AND payloadtype = 'network.StateAdmitted'",
                                String.class))
                .as("the other Germany, the other Yemen and the Soviet Union are states of their own")
                .containsExactlyInAnyOrder(STATES_THEN);
    }

    @Test
    void na_among_names_of_states_is_hinted_at_once_and_not_where_all_are_codes() throws IOException {
        named("networks.csv", "network,name,kind\nn-na,Network,REGIONAL\n");
        named(
                "memberships.csv",
                "network,state,kind,from,until\nn-na,Kenya,MEMBER,2012,\nn-na,NA,MEMBER,2013,2014\nn-na,NA,MEMBER,2016,\n");
        named("officials.csv", "full_name,state\nOne Invented,Kenya\nTwo Invented,NA\nThree Invented,na\n");
        for (RunReport report : List.of(registry.rehearse(folder), registry.apply(folder))) {
            assertThat(registry.problems(report))
                    .extracting(Problem::file, Problem::line, Problem::column, Problem::value, Problem::code)
                    .containsExactly(
                            tuple("memberships.csv", 3L, "state", "NA", "NAMES_NAMIBIA"),
                            tuple("officials.csv", 3L, "state", null, "NAMES_NAMIBIA"));
            assertThat(report.errors()).isZero();
        }
        Path codes = named("memberships.csv", "network,state,kind,from\nn-na,KE,MEMBER,2012\nn-na,NA,MEMBER,2013\n");
        assertThat(registry.problems(registry.rehearse(codes))).isEmpty();
    }

    @Test
    void a_completion_at_a_seminar_that_nobody_concluded_is_said_once_not_to_count_yet() throws IOException {
        named("programmes.csv", "programme,name\np-open,Programme\n");
        String seminars =
                "seminar,title,programme,edition,mode,starts_on,status\n" + "s-open,Seminar,p-open,OTHER,ONLINE,2012,";
        named("seminars.csv", seminars + "PLANNED\n");
        named("officials.csv", "official,full_name,state\no-nc-1,Uno Abierto,KE\no-nc-2,Due Aperto,KE\n");
        named(
                "enrollments.csv",
                "seminar,official,status,on\ns-open,o-nc-1,COMPLETED,2012\ns-open,o-nc-2,COMPLETED,2012\n");
        for (RunReport report : List.of(registry.rehearse(folder), registry.apply(folder), registry.apply(folder))) {
            assertThat(registry.problems(report))
                    .extracting(Problem::file, Problem::line, Problem::column, Problem::code, Problem::detail)
                    .containsExactly(tuple(
                            "enrollments.csv",
                            2L,
                            "status",
                            Problem.NOT_CONCLUDED,
                            "what is completed at this seminar does not count until the seminar is concluded"));
            assertThat(report.errors() + report.conflicts()).isZero();
        }
        named("seminars.csv", seminars + "HELD\n");
        assertThat(registry.problems(registry.apply(folder))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Attenda", "COMPLETIN", "NOT COMPLETD", "Declan"})
    void of_a_status_that_is_nearly_one_a_report_keeps_which_was_meant_and_never_what_stood_there(String cell)
            throws IOException {
        Path file = named("enrollments.csv", "seminar,official,status,on\ns-x,o-x," + cell + ",2012\n");
        RunReport report = registry.rehearse(file);
        assertThat(registry.problems(report)).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("status");
            assertThat(problem.value()).isNull();
            assertThat(problem.detail()).contains("ACCEPTED").doesNotContainIgnoringCase(cell);
        });
        String kept = registry.bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT string_agg(p::text, ' ') FROM imports.problem p WHERE run = ?",
                        String.class,
                        report.id());
        assertThat(kept).doesNotContainIgnoringCase(cell).contains("ONE_OF");
    }

    @Test
    void a_row_that_ends_before_it_begins_is_left_out_as_a_whole() throws IOException {
        named("programmes.csv", "programme,name,established_on,closed_on\np-back,Back,2012,2008\n");
        named(
                "networks.csv",
                "network,name,kind,founded_on,dissolved_on\nn-back,Back,REGIONAL,2012,2008\n"
                        + "n-order,Order,REGIONAL,2010,\n");
        named(
                "memberships.csv",
                "network,state,kind,from,until\nn-order,Chile,MEMBER,2015,2012\n" + "n-order,Peru,MEMBER,2015~,2015\n");
        named("institutions.csv", "institution,name,kind\ni-order,Ministry,MINISTRY\n");
        named(
                "initiatives.csv",
                "initiative,title,states,type,launched_on,stage,stage_on\n"
                        + "in-back,Back,CL,POLICY,2015,ADOPTED,2012\n");
        for (boolean dry : new boolean[] {true, false}) {
            RunReport report = dry ? registry.rehearse(folder) : registry.apply(folder);
            assertThat(registry.problems(report))
                    .extracting(Problem::file, Problem::line, Problem::column, Problem::code)
                    .containsExactlyInAnyOrder(
                            tuple("programmes.csv", 2L, "closed_on", "CERTAINLY_OUT_OF_ORDER"),
                            tuple("networks.csv", 2L, "dissolved_on", "CERTAINLY_OUT_OF_ORDER"),
                            tuple("memberships.csv", 2L, "until", "CERTAINLY_OUT_OF_ORDER"),
                            tuple("initiatives.csv", 2L, "stage_on", "CERTAINLY_OUT_OF_ORDER"));
        }
        assertThat(registry.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM events.domainevententry WHERE convert_from(payload, 'UTF8') ~ 'p-back|n-back|in-back|\"CL\"'"
                                        + " AND aggregateidentifier ~ 'back|order'",
                                Long.class))
                .isZero();
    }

    @Test
    void that_a_higher_kind_ends_an_open_membership_is_said_in_whatever_order_of_files() throws IOException {
        named("networks.csv", "network,name,kind,founded_on\nn-ladder,Ladder,REGIONAL,2010\n");
        named(
                "memberships.csv",
                "network,state,kind,from\nn-ladder,Ghana,OBSERVER,2015\nn-ladder,Ghana,MEMBER,2019\n"
                        + "n-ladder,Benin,MEMBER,2014\n");
        for (RunReport report : List.of(registry.rehearse(folder), registry.apply(folder))) {
            assertThat(registry.problems(report))
                    .extracting(Problem::line, Problem::column, Problem::code, Problem::detail)
                    .containsExactly(tuple(
                            3L,
                            "kind",
                            Problem.ENDS_BY_HIGHER_KIND,
                            "the state ends being OBSERVER since 2015 where it begins to be MEMBER, 2019"));
            assertThat(report.isFlawless()).isTrue();
        }
        assertThat(registry.problems(registry.apply(folder))).isEmpty();
    }

    private RunReport officials(String rows) throws IOException {
        return registry.apply(named("officials.csv", "full_name,state,email\n" + rows + "\n"));
    }

    private Path named(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void asked(RunReport report) {
        assertThat(registry.problems(report))
                .extracting(Problem::column, Problem::value, Problem::code)
                .containsExactly(tuple("official", null, "PERSON_IN_DOUBT"));
        assertThat(report.recorded()).isZero();
    }

    private void sound(RunReport report, int recorded, int unchanged) {
        assertThat(report.errors()).as("%s", registry.problems(report)).isZero();
        assertThat(report.conflicts()).as("%s", registry.problems(report)).isZero();
        assertThat(report.recorded()).isEqualTo(recorded);
        assertThat(report.unchanged()).isEqualTo(unchanged);
    }
}
