package org.preventionnetwork.registry.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files about persons that are wrong in every way that a file can be: each kind with each defect, and in each place where
 * a name can have slipped a word of its own.
 */
final class WrongFiles {
    private static final String BAD_DATE = "29.3.2012";

    private final Canaries names;
    private final List<Sent> files = new ArrayList<>();

    /**
     * @param rows how many of its rows are wrong; none where the file cannot be read at all
     */
    record Sent(String name, byte[] content, int rows) {}

    /** A file about persons: its columns, a row that is right, those of its columns that refer to something, and a date. */
    private record Kind(String name, List<String> columns, List<String> row, List<String> references, String date) {
        static Kind of(String name, String columns, String row, String references, String date) {
            return new Kind(
                    name,
                    List.of(columns.split(",")),
                    Arrays.asList(row.split(",", -1)),
                    List.of(references.split(",")),
                    date);
        }

        List<String> with(Map<String, String> cells) {
            List<String> changed = new ArrayList<>(row);
            cells.forEach((column, cell) -> changed.set(columns.indexOf(column), cell));
            return changed;
        }

        String header() {
            return String.join(",", columns);
        }
    }

    /** What the rows refer to is recorded by {@link ForgottenPersonTest}. */
    private static final List<Kind> KINDS = List.of(
            Kind.of(
                    "officials",
                    "official,full_name,state,email,institution,position,from,source,note,x-phone",
                    "o-wrong,Somebody,PE,,,,2012,,,",
                    "state,institution",
                    "from"),
            Kind.of(
                    "enrollments",
                    "seminar,official,status,on,nominated_by,certificate,source,note,x-room",
                    "s-1,o-1,COMPLETED,2012-06-08,AR,,,,",
                    "seminar,official,nominated_by",
                    "on"),
            Kind.of(
                    "focal_points",
                    "network,state,institution,from,until,official,acting,source,note,x-desk",
                    "n-1,PE,i-1,2013,,o-1,,,,",
                    "network,state,institution,official,acting",
                    "from"));

    /** Files about no person, with what of their columns can take a text, or has to be there. */
    private static final List<String> OTHER_KINDS = List.of(
            "programmes: programme,name,established_on,closed_on,source",
            "institutions: institution,name,kind,state,note",
            "networks: network,name,kind,founded_on,secretariat",
            "memberships: network,state,kind,from,until",
            "seminars: seminar,title,programme,edition,mode,starts_on,status,city,venue,state,languages,themes,"
                    + "co_organisers,cycle,capacity,networks",
            "meetings: network,meeting,title,starts_on,mode,city,attending_states",
            "initiatives: initiative,title,states,type,network,stage,programmes",
            "statements: statement,stated_on,metric,qualifier,value,scope,roster",
            "programme_names: programme,name,language,from",
            "network_names: network,name,language,from",
            "network_lists: network,list,as_of,from",
            "rosters: seminar,as_of,note",
            "programme_networks: programme,network,from,until");

    private WrongFiles(Canaries names) {
        this.names = names;
    }

    static List<Sent> of(Canaries names) {
        WrongFiles wrong = new WrongFiles(names);
        for (Kind kind : KINDS) {
            wrong.rows(kind);
            wrong.headers(kind);
            wrong.bytes(kind);
        }
        wrong.otherKinds();
        wrong.containers();
        return wrong.files;
    }

    private String id() {
        return names.next().toLowerCase(Locale.ROOT);
    }

    private void rows(Kind kind) {
        List<List<String>> rows = new ArrayList<>();
        for (String column : kind.columns()) {
            for (String cell : List.of(
                    "=" + names.next(),
                    "@" + names.next(),
                    names.next() + "\u0007",
                    "'" + names.next(),
                    names.next() + " " + "y".repeat(33_000))) {
                Map<String, String> cells = new LinkedHashMap<>(Map.of(kind.date(), BAD_DATE));
                cells.put(column, cell);
                rows.add(kind.with(cells));
            }
            if (!column.equals(kind.date())) {
                rows.add(kind.with(Map.of(kind.date(), BAD_DATE, column, names.next() + " " + names.next())));
                rows.add(kind.with(Map.of(kind.date(), BAD_DATE, column, id())));
            }
            if (!column.equals(kind.date())) {
                rows.add(kind.with(Map.of(kind.date(), names.next(), column, id() + "-" + id())));
            }
        }
        for (String column : kind.references()) {
            rows.add(kind.with(Map.of(column, names.next())));
            rows.add(kind.with(Map.of(column, id())));
            rows.add(kind.with(Map.of(column, names.next() + "@example.org")));
        }
        if (kind.columns().contains("status")) {
            rows.add(kind.with(Map.of("status", names.next())));
        }
        if (kind.columns().contains("full_name")) {
            String name = names.next();
            String surname = names.next();
            String named = (name + "-" + surname).toLowerCase(Locale.ROOT);
            rows.add(kind.with(Map.of("official", named, "full_name", name + " " + surname)));
            rows.add(kind.with(
                    Map.of("full_name", name + " " + surname, "note", "a letter of " + name + " " + surname)));
            rows.add(kind.with(Map.of("email", names.next())));
            rows.add(kind.with(Map.of("note", "write to " + names.next() + "@example.org")));
        }
        List<String> longer = new ArrayList<>(kind.row());
        longer.addAll(List.of(names.next(), names.next() + " " + names.next(), "=" + names.next()));
        rows.add(longer);
        List<String> shifted = new ArrayList<>(kind.row());
        shifted.add(0, id());
        rows.add(shifted);
        rows.add(List.of(names.next(), id()));
        StringBuilder csv = new StringBuilder(kind.header()).append('\n');
        rows.forEach(row -> csv.append(csv(row)).append('\n'));
        add(kind.name() + ".csv", csv.toString(), rows.size());
        List<List<String>> sheet = new ArrayList<>(List.of(kind.columns()));
        sheet.addAll(rows.stream()
                .filter(row -> row.size() <= kind.columns().size())
                .map(row -> row.stream().map(cell -> cell.replace("\u0007", "")).toList())
                .toList());
        files.add(new Sent(kind.name() + ".xlsx", workbook(Map.of(kind.name(), sheet)), 1));
    }

    private static String csv(List<String> row) {
        List<String> cells =
                row.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"').toList();
        return String.join(",", cells);
    }

    private void headers(Kind kind) {
        String row = String.join(",", kind.row());
        String file = kind.name() + ".csv";
        add(file, names.next() + "," + id() + "," + names.next() + "@example.org," + names.next() + "\n" + row, 0);
        add(file, kind.header() + "," + names.next() + "\n" + row, 0);
        add(file, kind.header() + "," + id() + "," + id() + "\n" + row, 0);
        add(file, kind.header() + ",x-" + id() + "," + kind.columns().get(0) + "\n" + row, 0);
        add(file, kind.columns().get(0) + ",x-" + id() + ",x-" + id() + "\n" + row, 0);
        String twice = "x-" + id();
        add(file, kind.header() + "," + twice + "," + twice + "\n" + row, 0);
        add(file, names.next() + ";" + names.next() + "\n" + names.next(), 0);
        add(names.next() + ".csv", names.next() + "," + id() + "\n" + names.next(), 0);
        add(names.next(), names.next() + "," + id() + "\n" + names.next(), 0);
        add(names.next() + ".csv", "official," + names.next() + "\n" + names.next(), 0);
        String date = kind.columns().get(0) + "," + kind.date();
        add("networks.csv", date + "," + names.next() + "\n" + names.next(), 0);
        List<String> wrong = kind.with(Map.of(kind.date(), names.next()));
        add(names.next() + " " + names.next() + ".txt", kind.header() + "\n" + csv(wrong), 1);
    }

    private void bytes(Kind kind) {
        String file = kind.name() + ".csv";
        add(file, kind.header() + "\n\"" + names.next() + "\n".repeat(10), 0);
        add(file, kind.header() + "\n\"" + names.next() + "\"" + names.next() + "," + names.next() + "\n", 0);
        add(file, kind.header() + "\n\"" + names.next() + " ".repeat(2 << 20), 0);
        add(file, kind.header() + "\n" + names.next() + "\u0000" + names.next() + "\n", 0);
        for (String charset : List.of("ISO-8859-1", "UTF-16LE")) {
            String text = kind.header() + "\n" + names.next() + " é " + names.next() + "\n";
            files.add(new Sent(file, text.getBytes(Charset.forName(charset)), 0));
        }
        files.add(new Sent(
                names.next() + ".xlsx", (names.next() + "," + names.next()).getBytes(StandardCharsets.UTF_8), 0));
    }

    private void containers() {
        Kind kind = KINDS.get(0);
        byte[] right = (kind.header() + "\n").getBytes(StandardCharsets.UTF_8);
        String wrongRow = kind.header() + "\n" + csv(kind.with(Map.of("full_name", names.next(), "from", BAD_DATE)));
        byte[] wrong = wrongRow.getBytes(StandardCharsets.UTF_8);
        zip(names.next() + ".zip", 1, Map.of(names.next() + ".csv", wrong));
        zip(
                names.next() + " " + names.next() + ".zip",
                0,
                Map.of(id() + ".pdf", right, names.next() + "/officials.csv", right));
        zip("officials.zip", 0, Map.of(names.next() + "/officials.csv", right, names.next() + "/Officials.csv", wrong));
        zip("officials.zip", 0, Map.of("../" + names.next() + ".csv", right));
        zip(id() + ".zip", 1, Map.of(names.next() + "/" + names.next() + "/officials.csv", wrong));
        zip(
                "officials.zip",
                0,
                Map.of("officials.csv", (names.next() + "," + names.next()).getBytes(StandardCharsets.UTF_8)));
        zip(
                "officials.zip",
                0,
                Map.of(names.next() + ".csv", "y".repeat(4 << 20).getBytes(StandardCharsets.UTF_8)));
        byte[] cut = zipped(Map.of(names.next() + ".csv", right));
        files.add(new Sent(names.next() + ".zip", Arrays.copyOf(cut, cut.length - 30), 0));
        files.add(new Sent(names.next() + ".xlsx", zipped(Map.of("xl/workbook.xml", right, names.next(), right)), 0));
        List<List<String>> sheet =
                List.of(kind.columns(), kind.with(Map.of("full_name", names.next(), "from", BAD_DATE)));
        files.add(new Sent(names.next() + ".xlsx", workbook(Map.of(names.next(), sheet)), 1));
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("officials", List.of(List.of(names.next(), names.next(), id())));
        sheets.put("enrollments", List.of(List.of("seminar", names.next(), "x-" + id())));
        files.add(new Sent("officials.xlsx", workbook(sheets), 0));
    }

    /** Lists of persons under the name of every other file, with its columns. */
    private void otherKinds() {
        for (String columns : OTHER_KINDS) {
            String[] parts = columns.split(": ");
            String name = parts[0];
            List<String> header = List.of(parts[1].split(","));
            List<List<String>> rows = new ArrayList<>();
            rows.add(header.stream()
                    .map(column -> names.next() + " " + names.next())
                    .toList());
            rows.add(header.stream().map(column -> names.next()).toList());
            for (String first : List.of("o-wrong", "n-1")) {
                for (Supplier<String> cell : List.<Supplier<String>>of(
                        names::next,
                        () -> names.next() + " " + names.next(),
                        () -> names.next() + "@example.org",
                        () -> "=" + names.next(),
                        () -> "2012; " + names.next(),
                        () -> "PE; " + names.next())) {
                    List<String> row = new ArrayList<>(
                            header.stream().map(column -> cell.get()).toList());
                    row.set(0, first);
                    rows.add(row);
                }
            }
            StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
            rows.forEach(row -> csv.append(csv(row)).append('\n'));
            add(name + ".csv", csv.toString(), rows.size());
        }
    }

    private void add(String name, String csv, int rows) {
        files.add(new Sent(name, csv.getBytes(StandardCharsets.UTF_8), rows));
    }

    private void zip(String name, int rows, Map<String, byte[]> entries) {
        files.add(new Sent(name, zipped(entries), rows));
    }

    private static byte[] zipped(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The least that is a workbook. */
    private static byte[] workbook(Map<String, List<List<String>>> sheets) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
            number++;
            names.append("<sheet name='%s' sheetId='%d' r:id='r%d'/>".formatted(sheet.getKey(), number, number));
            relations.append("<Relationship Id='r%d' Target='sheet%d.xml'/>".formatted(number, number));
            StringBuilder cells = new StringBuilder();
            for (List<String> row : sheet.getValue()) {
                cells.append("<row>");
                row.forEach(cell ->
                        cells.append("<c t='inlineStr'><is><t>%s</t></is></c>".formatted(cell.replace("&", "&amp;"))));
                cells.append("</row>");
            }
            parts.put(
                    "xl/sheet" + number + ".xml", bytes("<worksheet><sheetData>" + cells + "</sheetData></worksheet>"));
        }
        parts.put(
                "[Content_Types].xml",
                bytes("<Types><Override PartName='/xl/workbook.xml' ContentType='" + type
                        + "sheet.main+xml'/><Override PartName='/xl/styles.xml' ContentType='" + type
                        + "styles+xml'/></Types>"));
        parts.put(
                "xl/workbook.xml",
                bytes("<workbook xmlns:r='" + office + "'><sheets>" + names + "</sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", bytes("<Relationships>" + relations + "</Relationships>"));
        parts.put("xl/styles.xml", bytes("<styleSheet/>"));
        return zipped(parts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
