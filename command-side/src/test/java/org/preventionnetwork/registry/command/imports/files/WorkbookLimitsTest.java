package org.preventionnetwork.registry.command.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
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
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.testing.TestRun;

/** Small workbooks that ask for much room are refused before they get it, with a sentence that says what was wrong. */
class WorkbookLimitsTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    @TempDir
    static Path folder;

    private static Map<String, byte[]> whole;

    @BeforeAll
    static void make() throws IOException {
        Path path = folder.resolve("whole.xlsx");
        try (OutputStream bytes = Files.newOutputStream(path);
                Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("seminars");
            String[] columns = FileKind.SEMINARS.columns().toArray(String[]::new);
            for (int i = 0; i < columns.length; i++) {
                sheet.value(0, i, columns[i]);
                sheet.value(1, i, "text " + i);
            }
            sheet.value(1, 0, 4711);
            sheet.value(1, 5, LocalDate.of(2012, 3, 1));
            sheet.style(1, 5).format("yyyy-mm-dd").set();
        }
        whole = unpacked(path);
        assertThat(whole).containsKeys(SHEET, TEXTS);
    }

    private static Map<String, byte[]> unpacked(Path path) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static Path packed(Map<String, byte[]> parts) throws IOException {
        Path path = Files.createTempFile(folder, "w", ".xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return path;
    }

    private static Path changed(String part, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(whole);
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).as(part).isNotEqualTo(before);
        parts.put(part, after.getBytes(StandardCharsets.UTF_8));
        return packed(parts);
    }

    private static List<Row> rows(Path path) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Submission submission = Submission.open(path, "seminars.xlsx", Limits.STANDARD)) {
            Survey.of(submission);
            submission.tables().forEach(table -> table.read(rows::add));
        } finally {
            Files.delete(path);
        }
        return rows;
    }

    private static Problem refusal(Path path) {
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> rows(path));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.problems().get(0);
    }

    @Test
    void what_is_whole_is_read() throws IOException {
        Row row = rows(packed(whole)).get(0);
        assertThat(row.text("seminar")).isEqualTo("4711");
        assertThat(row.text("starts_on")).isEqualTo("2012-03-01");
        assertThat(row.text("title")).isEqualTo("text 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ2", "XFD2", "ZZZ2", "AAAAAAAAAAAAAAAAAAAAAAAA2", "$ZZZ$2", "2", "B", "zzz2", "B-2"})
    void a_cell_says_that_it_stands_where_no_sheet_reaches(String reference) throws IOException {
        Problem problem = refusal(changed(SHEET, xml -> xml.replace("r=\"B2\"", "r=\"" + reference + "\"")));
        assertThat(problem.code()).isEqualTo("TOO_LARGE");
        assertThat(problem.detail()).contains("row 2", "beyond column 500");
    }

    @Test
    void a_row_says_that_it_is_the_two_thousand_millionth() throws IOException {
        Problem problem = refusal(changed(SHEET, xml -> xml.replace("<row r=\"2\"", "<row r=\"2000000000\"")));
        assertThat(problem.code()).isEqualTo("TOO_LARGE");
        assertThat(problem.detail()).contains("at most 1048576 rows");
    }

    @ParameterizedTest
    @CsvSource({"1E999999999,1E999999999", "1E-999999999,1E-999999999", "-1E401,-1E401", "1E300,1" + "%s"})
    void a_number_of_a_thousand_million_digits_stays_as_it_is_written(String number, String text) throws IOException {
        Row row = rows(changed(SHEET, xml -> xml.replace("4711", number))).get(0);
        assertThat(row.text("seminar")).isEqualTo(text.replace("%s", "0".repeat(300)));
    }

    @Test
    void a_number_is_a_million_digits_long() throws IOException {
        Problem problem = refusal(changed(SHEET, xml -> xml.replace("4711", "9".repeat(1_000_000))));
        assertThat(problem.detail()).contains("row 2", "more than 400 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E300", "-1E300", "99999999999", "-5", "2958466", "NaN"})
    void a_date_is_farther_away_than_any(String days) throws IOException {
        List<Row> rows = rows(changed(SHEET, xml -> xml.replace("40969", days)));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text("starts_on")).isNotEqualTo("2012-03-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "2147483647", "99999999999999", "4711"})
    void a_cell_refers_to_a_text_that_is_not_there(String index) throws IOException {
        Problem problem =
                refusal(changed(SHEET, xml -> xml.replaceFirst("t=\"s\"><v>0</v>", "t=\"s\"><v>" + index + "</v>")));
        assertThat(problem.code()).isEqualTo("DAMAGED");
        assertThat(problem.detail()).contains("refers to a text that the workbook does not have");
    }

    @Test
    void what_it_says_about_its_own_size_is_not_believed() throws IOException {
        assertThat(rows(changed(
                        SHEET, xml -> xml.replaceFirst("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>")
                                .replace(
                                        "</worksheet>",
                                        "<mergeCells count=\"2147483647\"><mergeCell ref=\"A1:XFD1048576\"/>"
                                                + "</mergeCells></worksheet>"))))
                .hasSize(1);
        assertThat(rows(changed(TEXTS, xml -> xml.replaceFirst("count=\"[0-9]+\"", "count=\"2147483647\""))))
                .hasSize(1);
    }

    @Test
    void parts_are_nested_without_end_or_go_on_without_a_tag() throws IOException {
        assertThat(refusal(changed(
                                SHEET, xml -> xml.replaceFirst("<sheetData>", "<x>".repeat(100_000) + "<sheetData>")))
                        .detail())
                .contains("nested deeper");
        String endless = "y".repeat(9 << 20);
        assertThat(refusal(incompressible(endless, "<sheetData z=\"%s\">")).detail())
                .contains("without a tag");
        assertThat(refusal(incompressible(endless, "<!--%s--><sheetData>")).detail())
                .contains("without a tag");
    }

    /** What packs well is refused as a bomb, long before. */
    private static Path incompressible(String filler, String where) throws IOException {
        byte[] noise = new byte[filler.length() / 2];
        new Random(1).nextBytes(noise);
        return changed(
                SHEET,
                xml -> xml.replaceFirst(
                        "<sheetData>", where.formatted(java.util.HexFormat.of().formatHex(noise))));
    }

    @Test
    void there_are_more_sheets_styles_and_formulas_than_anybody_has() throws IOException {
        assertThat(refusal(changed(
                                "xl/workbook.xml",
                                xml -> xml.replace(
                                        "<sheets>", "<sheets>" + "<sheet name=\"x\" sheetId=\"9\"/>".repeat(300))))
                        .detail())
                .contains("more than 200 sheets");
        assertThat(refusal(changed(
                                "xl/styles.xml", xml -> xml.replace("<cellXfs", "<xf/>".repeat(80_000) + "<cellXfs")))
                        .detail())
                .contains("styles");
        assertThat(refusal(changed(
                                SHEET,
                                xml -> xml.replace(
                                        "</sheetData>",
                                        "<row r=\"3\">" + "<c><f t=\"array\" ref=\"A1:B2\">1</f></c>".repeat(2)
                                                + "</row>"
                                                + ("<row><c><f t=\"array\" ref=\"A1:B2\">1</f></c></row>").repeat(1_500)
                                                + "</sheetData>")))
                        .detail())
                .contains("formulas are not accepted");
    }

    /** The parser compares each attribute with each before it shows the element: 200,000 of them take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"a%d=\"\"", "xmlns:p%d=\"u\"", "a%d = '>'", "a%d\t=\r\n\"=\""})
    void an_element_has_attributes_without_end(String attribute) throws IOException {
        for (int count : new int[] {300, 5_000}) {
            String many = repeated(count, " " + attribute);
            Problem problem = refusal(changed(SHEET, xml -> xml.replace("<row r=\"2\"", "<row r=\"2\"" + many)));
            assertThat(problem.code()).isEqualTo("TOO_LARGE");
            assertThat(problem.detail()).contains("more than 256 attributes");
        }
        String hidden = "<!-- <a b=\" --><row" + repeated(5_000, " " + attribute) + "/>";
        assertThat(refusal(changed(SHEET, xml -> xml.replace("<sheetData>", hidden + "<sheetData>")))
                        .detail())
                .contains("more than 256 attributes");
    }

    @Test
    void what_is_like_attributes_in_a_text_is_no_attribute() throws IOException {
        String text = repeated(900, " a%d=\"x\" =");
        assertThat(rows(changed(TEXTS, xml -> xml.replaceFirst("text 1<", text + "<"))))
                .hasSize(1);
    }

    @Test
    void names_are_too_long_or_too_many_and_elements_are_without_end() throws IOException {
        assertThat(refusal(changed(SHEET, xml -> xml.replace("<sheetData>", "<" + "n".repeat(300) + "/><sheetData>")))
                        .detail())
                .contains("a name of more than 256 characters");
        for (String some : List.of("<n%d/>", "<n a%d=\"\"/>", "<p%d:n xmlns:p%1$d=\"u\"/>")) {
            assertThat(refusal(changed(SHEET, xml -> xml.replace("<sheetData>", repeated(3_000, some) + "<sheetData>")))
                            .detail())
                    .contains("more than 2000 names");
        }
        Unreadable endless = catchThrowableOfType(Unreadable.class, () -> new WorkbookParts("book.xlsx", 1_000)
                .look(new ByteArrayInputStream(
                        ("<x>" + "<y/>".repeat(1_000) + "</x>").getBytes(StandardCharsets.UTF_8))));
        assertThat(endless.problems().get(0).detail()).contains("more than 1000 elements");
    }

    @Test
    void one_part_is_several_sheets() throws IOException {
        assertThat(refusal(changed("xl/workbook.xml", xml -> xml.replaceFirst("(<sheet [^>]*/>)", "$1$1")))
                        .code())
                .isEqualTo("DAMAGED");
    }

    private static String repeated(int times, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(format.formatted(i));
        }
        return text.toString();
    }

    @Test
    void a_sheet_hides_behind_another_name_or_in_another_encoding() throws IOException {
        Map<String, byte[]> hidden = new LinkedHashMap<>(whole);
        byte[] sheet = hidden.remove(SHEET);
        String named = new String(sheet, StandardCharsets.UTF_8).replace("r=\"B2\"", "r=\"ZZZZZZ2\"");
        hidden.put("xl/printer.bin", named.getBytes(StandardCharsets.UTF_8));
        hidden.computeIfPresent("xl/_rels/workbook.xml.rels", (name, rels) -> new String(rels, StandardCharsets.UTF_8)
                .replace("worksheets/sheet1.xml", "printer.bin")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(packed(hidden)).detail()).contains("beyond column");
        for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-32")) {
            Map<String, byte[]> wide = new LinkedHashMap<>(whole);
            wide.put(SHEET, named.replace("UTF-8", encoding).getBytes(Charset.forName(encoding)));
            assertThat(refusal(packed(wide)).code()).as(encoding).isIn("DAMAGED", "TOO_LARGE");
        }
    }

    /** The parts are changed before they are packed, so that it is not the checksum that finds it. */
    @Test
    void workbooks_with_changed_bytes_are_read_or_refused_with_a_sentence() throws IOException {
        long seed = TestRun.SEED;
        Random random = new Random(seed);
        List<String> names = List.copyOf(whole.keySet());
        String[] tokens = {
            "9", "E9", "ZZZ", "\"", "<", ">", "&", "r=", "t=\"s\"", "\u0000", "-", "<c>", "</row>", "9999999"
        };
        int read = 0;
        for (int i = 0; i < 1_000; i++) {
            Map<String, byte[]> parts = new LinkedHashMap<>(whole);
            String name = i % 2 == 0 ? SHEET : names.get(random.nextInt(names.size()));
            StringBuilder xml = new StringBuilder(new String(parts.get(name), StandardCharsets.ISO_8859_1));
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(xml.length());
                if (random.nextBoolean()) {
                    xml.setCharAt(at, (char) (32 + random.nextInt(96)));
                } else {
                    xml.insert(at, tokens[random.nextInt(tokens.length)]);
                }
            }
            parts.put(name, xml.toString().getBytes(StandardCharsets.ISO_8859_1));
            try {
                rows(packed(parts));
                read++;
            } catch (Unreadable e) {
                assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.detail())
                        .isNotBlank());
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", round " + i + ", " + name + ":\n" + xml, e);
            }
        }
        assertThat(read).as("some are harmless").isBetween(50, 950);
    }

    @Test
    void a_csv_has_more_columns_than_anybody_needs_or_a_quote_that_is_never_closed() throws IOException {
        assertThat(csv("a".repeat(3) + ",a".repeat(600))).isEqualTo("TOO_LARGE");
        assertThat(csv("programme,name\n" + ",".repeat(20_000))).isEqualTo("TOO_LARGE");
        assertThat(csv("programme,name\naa,\"" + "b,\n".repeat(1 << 20))).isEqualTo("CELL_TOO_LONG");
        assertThat(csv("programme,name\naa," + "b ".repeat(3 << 20))).isEqualTo("CELL_TOO_LONG");
    }

    private static String csv(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("programmes.csv"), text);
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> {
            try (Submission submission = Submission.open(path, "programmes.csv", Limits.STANDARD)) {
                Survey.of(submission);
            }
        });
        return refusal == null ? "read" : refusal.problems().get(0).code();
    }
}
