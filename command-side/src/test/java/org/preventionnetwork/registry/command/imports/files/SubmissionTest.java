package org.preventionnetwork.registry.command.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.testing.TestRun;

class SubmissionTest {
    private static final String MEMBERSHIPS = "network,state,kind,from,until\nafrica,KE,MEMBER,2012,\n";

    @TempDir
    Path folder;

    @Nested
    class Reads {
        @Test
        void a_csv_by_its_name() throws IOException {
            Row row = only(rows(csv("memberships.csv", MEMBERSHIPS)));

            assertThat(row.kind()).isEqualTo(FileKind.MEMBERSHIPS);
            assertThat(row.text("state")).isEqualTo("KE");
            assertThat(row.text("until")).isEmpty();
            assertThat(row.line()).isEqualTo(2);
        }

        @Test
        void a_csv_of_any_other_name_by_its_columns() throws IOException {
            assertThat(only(rows(csv("export of Monday.txt", MEMBERSHIPS))).kind())
                    .isEqualTo(FileKind.MEMBERSHIPS);
        }

        @Test
        void semicolons_a_byte_order_mark_any_order_of_columns_and_private_columns() throws IOException {
            Row row = only(rows(csv(
                    "programmes.csv", "\uFEFFName;x-colour;programme;Note\r\n\"A; B\r\nC\";red; africa ;ünïcode\r\n")));

            assertThat(row.text("name")).isEqualTo("A; B\r\nC");
            assertThat(row.text("programme")).isEqualTo("africa");
            assertThat(row.text("note")).isEqualTo("ünïcode");
        }

        @Test
        void a_header_without_rows() throws IOException {
            assertThat(rows(csv("memberships.csv", "network,state,kind,from"))).isEmpty();
        }

        @Test
        void lines_as_an_editor_counts_them() throws IOException {
            List<Row> rows = rows(csv("programmes.csv", "programme,name\naa,\"x\ny\"\n\n,\nbb,z\n"));

            assertThat(rows).extracting(Row::line).containsExactly(2L, 6L);
        }

        @Test
        void an_archive_in_the_order_of_dependency_passing_by_what_systems_leave_behind() throws IOException {
            Path zip = zip(Map.of(
                    "data/seminars.csv", "seminar,title,programme,edition,mode,starts_on,status\n",
                    "data/Memberships.CSV", MEMBERSHIPS,
                    "data/programmes.csv", "programme,name\n",
                    "__MACOSX/data/._programmes.csv", "junk",
                    "data/.DS_Store", "junk"));

            assertThat(kinds(zip)).containsExactly(FileKind.PROGRAMMES, FileKind.MEMBERSHIPS, FileKind.SEMINARS);
        }

        @Test
        void a_folder() throws IOException {
            csv("memberships.csv", MEMBERSHIPS);
            csv("README.md", "words");

            assertThat(kinds(folder)).containsExactly(FileKind.MEMBERSHIPS);
        }

        @Test
        void a_workbook_with_dates_as_precise_as_it_shows_them() throws IOException {
            Row row = only(rows(workbook(sheets -> {
                Worksheet sheet = sheets.newWorksheet("memberships");
                header(sheet, "network", "state", "kind", "from", "until", "note");
                sheet.value(1, 0, "africa");
                sheet.value(1, 1, "KE");
                sheet.value(1, 2, "MEMBER");
                sheet.value(1, 3, LocalDate.of(2012, 3, 1));
                sheet.style(1, 3).format("yyyy-mm").set();
                sheet.value(1, 4, 2015);
                sheets.newWorksheet("Sheet2");
            })));

            assertThat(row.text("from")).isEqualTo("2012-03");
            assertThat(row.text("until")).isEqualTo("2015");
            assertThat(row.text("note")).isEmpty();
            assertThat(row.problems()).isEmpty();
        }
    }

    @Nested
    class Leaves_out_rows_with {
        @ParameterizedTest
        @ValueSource(strings = {"=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd", "-cmd", " =1+1"})
        void a_formula(String cell) throws IOException {
            assertThat(codes(csv("programmes.csv", "programme,name\nafrica,\"" + cell + "\"\n")))
                    .containsExactly("FORMULA");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-3", "+48 22 123", "-", "a=b", "-0.5"})
        void not_a_number_with_a_sign(String cell) throws IOException {
            assertThat(codes(csv("programmes.csv", "programme,name\nafrica," + cell + "\n")))
                    .isEmpty();
        }

        @Test
        void a_formula_in_a_workbook() throws IOException {
            Row row = only(rows(workbook(sheets -> {
                Worksheet sheet = sheets.newWorksheet("programmes");
                header(sheet, "programme", "name");
                sheet.value(1, 0, "africa");
                sheet.formula(1, 1, "1+1");
            })));

            assertThat(row.problems()).extracting(Problem::code).containsExactly("FORMULA");
        }

        @Test
        void a_cell_of_more_than_32_KiB_too_many_cells_too_few_and_control_characters_all_at_once() throws IOException {
            String text = "programme,name,note\naa," + "x".repeat(40_000) + ",\nbb,B,,extra\ncc,C\ndd,\u0007,=1\n";

            assertThat(codes(csv("programmes.csv", text)))
                    .containsExactly("CELL_TOO_LONG", "ROW_WIDTH", "ROW_WIDTH", "CONTROL_CHARACTER", "FORMULA");
        }
    }

    @Nested
    class Refuses {
        @Test
        void unknown_missing_and_repeated_columns_naming_each() throws IOException {
            Unreadable refusal = refusal(csv("memberships.csv", "network,state,State,colour\n"));

            assertThat(refusal.problems())
                    .extracting(Problem::code, Problem::column)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("REPEATED_COLUMN", "state"),
                            org.assertj.core.groups.Tuple.tuple("UNKNOWN_COLUMN", "column 4"),
                            org.assertj.core.groups.Tuple.tuple("MISSING_COLUMN", "kind"),
                            org.assertj.core.groups.Tuple.tuple("MISSING_COLUMN", "from"));
        }

        @Test
        void every_bad_file_of_an_archive_at_once() throws IOException {
            Path zip = zip(Map.of("memberships.csv", "network\n", "programmes.csv", "colour\n"));

            assertThat(refusal(zip).problems()).extracting(Problem::file).contains("memberships.csv", "programmes.csv");
        }

        @Test
        void an_empty_file() throws IOException {
            assertThat(refused(csv("memberships.csv", ""))).isEqualTo("NO_HEADER");
        }

        @Test
        void what_neither_name_nor_columns_tell() throws IOException {
            assertThat(refused(csv("things.csv", "a,b\n"))).isEqualTo("UNKNOWN_FILE");
        }

        @Test
        void a_cell_of_ten_megabytes() throws IOException {
            assertThat(refused(csv("programmes.csv", "programme,name\naa," + "x".repeat(10 << 20) + "\n")))
                    .isEqualTo("CELL_TOO_LONG");
        }

        @Test
        void a_quote_that_is_followed_by_text() throws IOException {
            assertThat(refused(csv("programmes.csv", "programme,name\naa,\"b\"c\n")))
                    .isEqualTo("NOT_CSV");
        }

        @Test
        void a_picture_named_csv() throws IOException {
            byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
            assertThat(refused(Files.write(folder.resolve("programmes.csv"), png)))
                    .isEqualTo("NOT_UTF8");
        }

        @Test
        void zero_bytes() throws IOException {
            assertThat(refused(csv("programmes.csv", "programme,name\naa,b\u0000c\n")))
                    .isEqualTo("NOT_TEXT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE"})
        void other_encodings_than_utf_8(String charset) throws IOException {
            byte[] bytes = "programme,name\naa,Oświęcim é\n".getBytes(Charset.forName(charset));
            assertThat(refused(Files.write(folder.resolve("programmes.csv"), bytes)))
                    .isEqualTo("NOT_UTF8");
        }

        @Test
        void two_files_of_one_name_and_files_of_no_name() throws IOException {
            Path zip = zip(Map.of(
                    "a/programmes.csv", "programme,name\n",
                    "b/programmes.csv", "programme,name\n",
                    "c/colours.csv", "x\n",
                    "inner.zip", "x"));

            assertThat(refusal(zip).problems())
                    .extracting(Problem::code)
                    .containsExactlyInAnyOrder("REPEATED_FILE", "UNKNOWN_FILE", "UNKNOWN_FILE");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"../programmes.csv", "/etc/programmes.csv", "a/../../programmes.csv", "..\\programmes.csv"})
        void paths_that_lead_out_of_the_archive(String path) throws IOException {
            assertThat(refused(zip(Map.of(path, "programme,name\n")))).isEqualTo("UNSAFE_PATH");
        }

        @Test
        void an_archive_that_unpacks_to_a_thousand_times_its_size() throws IOException {
            assertThat(refused(zip(Map.of("programmes.csv", "\n".repeat(20 << 20)))))
                    .isEqualTo("TOO_LARGE");
        }

        @Test
        void an_archive_that_unpacks_to_more_than_the_limit_or_has_too_many_files() throws IOException {
            Limits narrow = new Limits(1000, 2, 10, 100);
            Path large = zip(Map.of("programmes.csv", "programme,name\n" + "a,b\n".repeat(1000)));
            assertThat(refusal(large, narrow).problems().get(0).code()).isEqualTo("TOO_LARGE");
            Path many = zip(Map.of("a.csv", "", "b.csv", "", "c.csv", ""));
            assertThat(refusal(many, narrow).problems().get(0).code()).isEqualTo("TOO_LARGE");
        }

        @Test
        void a_workbook_with_a_password_or_of_the_old_kind() throws IOException {
            byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0};
            assertThat(refused(Files.write(folder.resolve("programmes.xlsx"), ole)))
                    .isEqualTo("PROTECTED");
        }

        @Test
        void a_damaged_workbook_and_a_cut_archive() throws IOException {
            assertThat(refused(zip(Map.of("xl/workbook.xml", "<workbook")))).isEqualTo("DAMAGED");
            byte[] whole = Files.readAllBytes(zip(Map.of("programmes.csv", "programme,name\n")));
            assertThat(refused(
                            Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2))))
                    .isEqualTo("DAMAGED");
        }

        @Test
        void an_archive_with_a_file_name_that_is_no_text() throws IOException {
            String name = "programmes-é.csv";
            byte[] bytes = Files.readAllBytes(zip(Map.of(name, "programme,name\n")));
            byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length - encoded.length; i++) {
                if (java.util.Arrays.equals(encoded, java.util.Arrays.copyOfRange(bytes, i, i + encoded.length))) {
                    bytes[i + name.indexOf('é')] = (byte) 0xFF;
                }
            }
            assertThat(refused(Files.write(folder.resolve("no-text.zip"), bytes)))
                    .isEqualTo("DAMAGED");
        }
    }

    /** Whatever the bytes: rows, or a refusal that says why. */
    @Test
    void reads_or_refuses_mutilated_files_but_never_fails() throws IOException {
        long seed = TestRun.SEED;
        Random random = new Random(seed);
        List<byte[]> originals = List.of(
                MEMBERSHIPS.getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(
                        zip(Map.of("memberships.csv", MEMBERSHIPS, "programmes.csv", "programme,name\na,b"))),
                Files.readAllBytes(workbook(sheets -> header(sheets.newWorksheet("programmes"), "programme", "name"))));
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = originals.get(i % originals.size()).clone();
            for (int j = random.nextInt(8); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("memberships.csv"), bytes);
            try (Submission submission = Submission.open(file, "memberships.csv", Limits.STANDARD)) {
                Survey.of(submission);
            } catch (Unreadable e) {
                assertThat(e.problems()).as("seed %d", seed).isNotEmpty();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
    }

    private Path csv(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path zip = Files.createTempFile(folder, "a", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : new LinkedHashMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private interface Sheets {
        void fill(Workbook workbook);
    }

    private Path workbook(Sheets sheets) throws IOException {
        Path path = Files.createTempFile(folder, "w", ".xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            sheets.fill(workbook);
        }
        return path;
    }

    private static void header(Worksheet sheet, String... names) {
        for (int i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    private static List<Row> rows(Path path) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Submission submission = Submission.open(path, path.getFileName().toString(), Limits.STANDARD)) {
            submission.tables().forEach(table -> table.read(rows::add));
        }
        return rows;
    }

    private static List<FileKind> kinds(Path path) throws IOException {
        try (Submission submission = Submission.open(path, path.getFileName().toString(), Limits.STANDARD)) {
            return submission.tables().stream().map(Table::kind).toList();
        }
    }

    private static List<String> codes(Path path) throws IOException {
        return rows(path).stream()
                .flatMap(row -> row.problems().stream())
                .map(Problem::code)
                .toList();
    }

    private static Row only(List<Row> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String refused(Path path) {
        return refusal(path).problems().get(0).code();
    }

    private static Unreadable refusal(Path path) {
        return refusal(path, Limits.STANDARD);
    }

    private static Unreadable refusal(Path path, Limits limits) {
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> {
            try (Submission submission =
                    Submission.open(path, path.getFileName().toString(), limits)) {
                Survey.of(submission);
            }
        });
        assertThat(refusal).as("refusal of %s", path).isNotNull();
        return refusal;
    }
}
