package org.preventionnetwork.registry.command.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as offices keep them, and what becomes of them. */
class ListsAsKeptTest {
    private static final Path LISTS = Path.of("src/test/resources/lists");
    private static final String HEADER = "network,state,kind,from,until,source,note\n";

    @TempDir
    Path folder;

    @Test
    void a_workbook_that_counts_days_from_1904_has_the_days_that_it_shows() throws IOException {
        Row row = read("counted-from-1904.xlsx").get(0);

        assertThat(row.text("from")).isEqualTo("2018-03-29");
        assertThat(row.text("until")).isEqualTo("2021-06-30");
    }

    @Test
    void a_quote_that_swallows_rows_is_a_problem_at_its_cell() throws IOException {
        assertThat(read("open-quote.csv").get(0).problems())
                .extracting(Problem::line, Problem::column, Problem::code, Problem::detail)
                .containsExactly(tuple(
                        2L,
                        "note",
                        "QUOTE_RUNS_OVER_ROWS",
                        "the cell runs over lines 2 to 4 and its later lines look like rows; is a quote missing?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"minutes, p. 3\nc1,Italy,MEMBER,2018,,Report,\nc1,Spain,MEMBER,2018,,Report,p. 5\"\n",
                "\"minutes\r\nc1,Italy,MEMBER,2018,,Report,\r\nc1,Spain,MEMBER,2018,,Report,\"\r\n",
                "\"minutes\nc1,Italy,MEMBER,2018,,Report,\nc1,Spain,MEMBER,2018,,Report,\n"
            })
    void wherever_the_next_quote_is(String note) throws IOException {
        List<Row> rows = rows(csv(HEADER + "c1,Malta,MEMBER,2018,,Report," + note));

        assertThat(rows.get(0).problems())
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(tuple(2L, "note", "QUOTE_RUNS_OVER_ROWS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"minutes, p. 3\nWe met, in May, and then, again, and agreed, on all, of it\"\n",
                "\"one\ntwo, three\nfour\"\n",
                "\"\n\n\"\n"
            })
    void a_note_of_several_lines_is_none(String note) throws IOException {
        assertThat(rows(csv(HEADER + "c1,Malta,MEMBER,2018,,Report," + note))
                        .get(0)
                        .problems())
                .isEmpty();
    }

    @Test
    void titles_above_the_header_are_passed_over_and_that_is_said() throws IOException {
        Path list = LISTS.resolve("title-rows.xlsx");

        assertThat(rows(list)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(5);
            assertThat(row.text("from")).isEqualTo("2018-03-29");
        });
        assertThat(notes(list))
                .extracting(Problem::line, Problem::code)
                .containsExactly(tuple(4L, Problem.PASSED_OVER));
    }

    @Test
    void titles_are_passed_over_in_a_csv_too_whatever_separates_its_cells() throws IOException {
        Path list = csv("List of members, as of 30 June;;;\n\n;;;\nnetwork;state;kind;from\nc1;Italy;member;2018\n");

        assertThat(rows(list)).singleElement().satisfies(row -> assertThat(row.text("kind"))
                .isEqualTo("MEMBER"));
        assertThat(notes(list)).extracting(Problem::line).containsExactly(4L);
    }

    @Test
    void a_header_that_lacks_a_column_is_not_taken_for_a_title() throws IOException {
        Unreadable refusal = catchThrowableOfType(
                Unreadable.class, () -> rows(csv("Members\nnetwork,state,kind\nc1,Italy,MEMBER\n")));

        assertThat(refusal.problems())
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(tuple(2L, "from", "MISSING_COLUMN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra-readme-sheet.xlsx", "sheet-called-members.xlsx"})
    void a_sheet_is_known_by_its_name_or_its_columns_and_any_other_is_passed_over(String list) throws IOException {
        assertThat(read(list)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(FileKind.MEMBERSHIPS);
            assertThat(row.text("state")).isEqualTo("Italy");
        });
        assertThat(notes(LISTS.resolve(list)))
                .extracting(Problem::file, Problem::code)
                .containsExactly(tuple("sheet 2", Problem.PASSED_OVER));
    }

    @Test
    void spaces_that_do_not_break_are_blanks_like_others_in_the_header_and_in_cells() throws IOException {
        List<Row> rows = read("no-break-spaces.xlsx");

        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.problems()).isEmpty());
        assertThat(rows.get(0).text("network")).isEqualTo("mediterranean-basin-network");
        assertThat(rows.get(0).text("state")).isEqualTo("Italy");
        assertThat(rows.get(0).text("kind")).isEqualTo("MEMBER");
    }

    @Test
    void a_date_that_a_sheet_does_not_show_as_one_is_named() throws IOException {
        List<Problem> problems = read("date-formats.xlsx").stream()
                .flatMap(row -> row.problems().stream())
                .toList();

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("DATE_NOT_SHOWN");
            assertThat(problem.column()).isEqualTo("from");
            assertThat(problem.detail()).contains("looks like a date (2018-03-29) shown");
        });
        assertThat(problems)
                .anyMatch(problem -> problem.detail().contains("without its year"))
                .anyMatch(problem -> problem.detail().contains("as a number"));
    }

    @Test
    void a_text_of_a_workbook_is_no_formula_in_a_source_or_a_note_whatever_it_begins_with() throws IOException {
        List<Row> rows = read("formulas-and-dashes.xlsx");

        assertThat(rows)
                .filteredOn(row -> row.text("state").equals("Italy"))
                .singleElement()
                .satisfies(row -> assertThat(row.problems())
                        .extracting(Problem::column, Problem::code)
                        .containsExactly(tuple("source", "FORMULA")));
        assertThat(rows)
                .filteredOn(row -> !row.text("state").equals("Italy"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.problems()).isEmpty());
        assertThat(rows.get(2).text("source")).isEqualTo("+ see annex");
    }

    @Test
    void in_a_csv_a_list_s_dash_is_text_there_and_a_formula_is_none() throws IOException {
        assertThat(rows(csv(HEADER + "c1,Malta,MEMBER,2018,,- page 3,+ annex\n"))
                        .get(0)
                        .problems())
                .isEmpty();
        assertThat(rows(csv(HEADER + "c1,Malta,MEMBER,2018,,-cmd,=1+1\n"))
                        .get(0)
                        .problems())
                .extracting(Problem::column, Problem::code)
                .containsExactly(tuple("source", "FORMULA"), tuple("note", "FORMULA"));
    }

    @Test
    void what_is_no_csv_is_told_at_its_line_and_column_and_the_rest_is_read() throws IOException {
        assertThat(broken("quotes.csv")).containsExactly(tuple(3L, "source", "NOT_CSV"));
        assertThat(broken("spaces-after-quote.csv")).containsExactly(tuple(2L, "state", "NOT_CSV"));
        assertThat(broken("windows-1252.csv")).containsExactly(tuple(2L, "state", "NOT_UTF8"));
        List<Row> rows = rows(csv(HEADER + "c1,\"It\"aly,MEMBER,2018,,,\nc1,Spain,MEMBER,2018,,,=1\n\"c1\" ,x,,,,,\n"));
        assertThat(rows)
                .flatExtracting(Row::problems)
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(
                        tuple(2L, "state", "NOT_CSV"), tuple(3L, "note", "FORMULA"), tuple(4L, "network", "NOT_CSV"));
    }

    @Test
    void every_broken_row_of_a_file_is_told_when_it_is_refused() throws IOException {
        String list = "network;state;kind;from\nc1;España;MEMBER;2018\nc1;Malta;MEMBER;2018\nc1;Türkei;MEMBER;2018\n";
        Path file = Files.write(folder.resolve("memberships.csv"), list.getBytes(Charset.forName("windows-1252")));
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> {
            try (Submission submission = Submission.open(file, "memberships.csv", Limits.STANDARD)) {
                Survey.of(submission);
            }
        });
        assertThat(refusal.problems())
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(tuple(2L, "state", "NOT_UTF8"), tuple(4L, "state", "NOT_UTF8"));
    }

    @Test
    void a_header_that_is_no_text_is_told_at_its_place() throws IOException {
        Path file = Files.write(
                folder.resolve("memberships.csv"), "network;état\n".getBytes(Charset.forName("windows-1252")));
        assertThat(catchThrowableOfType(Unreadable.class, () -> rows(file)).problems())
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(tuple(1L, "column 2", "NOT_UTF8"));
    }

    private List<Tuple> broken(String list) throws IOException {
        Path copy = Files.createTempDirectory(folder, "list").resolve("memberships.csv");
        Files.copy(LISTS.resolve(list), copy);
        return rows(copy).stream()
                .flatMap(row -> row.problems().stream())
                .map(problem -> tuple(problem.line(), problem.column(), problem.code()))
                .toList();
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(
                Files.createTempDirectory(folder, "list").resolve("memberships.csv"), text, StandardCharsets.UTF_8);
    }

    private static List<Row> read(String list) throws IOException {
        return rows(LISTS.resolve(list));
    }

    private static List<Row> rows(Path path) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Submission submission = Submission.open(path, path.getFileName().toString(), Limits.STANDARD)) {
            submission.tables().forEach(table -> table.read(rows::add));
        }
        return rows;
    }

    private static List<Problem> notes(Path path) throws IOException {
        try (Submission submission = Submission.open(path, path.getFileName().toString(), Limits.STANDARD)) {
            List<Problem> notes = new ArrayList<>(submission.notes());
            submission.tables().forEach(table -> notes.addAll(table.notes()));
            return notes;
        }
    }
}
