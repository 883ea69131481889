package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** Files that are not what they should be: what is said of them, in every language, and that nothing of them is recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddFilesTest {
    private static final List<String> OTHERS = List.of("es", "fr", "pt");
    /** What programs are told. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(accepted|is required|did you mean|it could be|there is no|write|whole number|the fact|the file|the row|recorded)\\b");

    private static final String HEADER = "network,state,kind,from,until,source,note\n";
    private final Client registry = RunningRegistry.shared().client();

    @BeforeAll
    void record_a_network() {
        registry.put("/api/networks/odd-1", "{'name': 'Odd files', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        registry.put("/api/networks/odd-1/memberships/odd-pe", "{'state': 'PE', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        RunningRegistry.shared().settle();
    }

    /** @param codes of what is told of it */
    private record Odd(String what, String name, byte[] content, String... codes) {
        static Odd of(String what, String name, String content, String... codes) {
            return new Odd(what, name, content.getBytes(StandardCharsets.UTF_8), codes);
        }

        static Odd members(String what, String rows, String... codes) {
            return of(what, "memberships.csv", HEADER + rows, codes);
        }
    }

    private static List<Odd> files() {
        String member = "odd-1,Chile,MEMBER,2015,,,\n";
        List<Odd> files = new ArrayList<>(List.of(
                Odd.of("no header", "memberships.csv", member + member, "MISSING_COLUMN"),
                Odd.of("no header, no name", "list.csv", member, "UNKNOWN_FILE"),
                Odd.of("other columns", "memberships.csv", "land,art,seit\nChile,x,2012\n", "MISSING_COLUMN"),
                Odd.of("one column more", "memberships.csv", "colour," + HEADER + "red," + member, "UNKNOWN_COLUMN"),
                Odd.of("a column twice", "memberships.csv", "state," + HEADER + "Chile," + member, "REPEATED_COLUMN"),
                Odd.members("two headers", HEADER, "INVALID"),
                Odd.of("nothing", "memberships.csv", "", "NO_HEADER"),
                Odd.of("blanks", "memberships.csv", " \n\n,,\n", "NO_HEADER"),
                Odd.of("nothing, no name", "x.csv", "", "UNKNOWN_FILE"),
                Odd.of("a header", "memberships.csv", HEADER),
                Odd.of(
                        "semicolons",
                        "memberships.csv",
                        (HEADER + "odd-1,Malta,COLOUR,2015,,,\n").replace(',', ';'),
                        "INVALID"),
                Odd.of("tabs", "memberships.csv", HEADER.replace(',', '\t'), "MISSING_COLUMN"),
                new Odd("UTF-16", "memberships.csv", (HEADER + member).getBytes(StandardCharsets.UTF_16), "NOT_UTF8"),
                new Odd(
                        "UTF-16LE",
                        "memberships.csv",
                        (HEADER + member).getBytes(StandardCharsets.UTF_16LE),
                        "NOT_UTF8"),
                new Odd(
                        "windows",
                        "memberships.csv",
                        (HEADER + "odd-1,España,MEMBER,2015,,,\n").getBytes(Charset.forName("windows-1252")),
                        "NOT_UTF8"),
                Odd.members("1 MB", "odd-1," + "x".repeat(1 << 20) + ",MEMBER,2015,,,\n", "CELL_TOO_LONG"),
                Odd.members("more", "odd-1," + "x".repeat((1 << 20) + 9) + ",MEMBER,2015,,,\n", "CELL_TOO_LONG"),
                Odd.members("long", "odd-1,Chile,MEMBER,2015,,," + "y".repeat(60_000) + "\n", "CELL_TOO_LONG"),
                Odd.members("NUL", "odd-1,Chi\0le,MEMBER,2015,,,\n", "NOT_TEXT"),
                Odd.members("a bell", "odd-1,Chi\7le,MEMBER,2015,,,\n", "CONTROL_CHARACTER"),
                Odd.members("a quote", "odd-1,\"Chi\"le,MEMBER,2015,,,\n", "NOT_CSV"),
                Odd.members("open quote", "odd-1,\"Chile,MEMBER,2015,,,\n", "NOT_CSV"),
                Odd.members("open quote over rows", "odd-1,\"Chile,MEMBER,2015,,,\n" + member, "QUOTE_RUNS_OVER_ROWS"),
                Odd.members(
                        "short and long rows",
                        "odd-1,Chile\nodd-1,Chile,MEMBER,2015,,,x,y\n",
                        "ROW_WIDTH",
                        "ROW_WIDTH"),
                Odd.members(
                        "wrong cells",
                        "odd-1,Guatemla,MEMBER,2015,,,\nodd-1,Nirgendland,MEMBER,2015,,,\nodd-1,Chile,MEMBR,2015,,,\n"
                                + "odd-1,Chile,MEMBER,31/02/2012,,,\nodd-1,Chile,MEMBER,03/04/2012,,,\nodd-1,Chile,MEMBER,23 Sep 2012,,,\n"
                                + "odd-1,,MEMBER,2015,,,\nodd-1,Chile,MEMBER,=1+1,,,\nODD 1,Chile,MEMBER,2015,,,\n",
                        "INVALID"),
                Odd.members(
                        "what the registry refuses",
                        "odd-2,Chile,MEMBER,2015,,,\nodd-1,Chile,MEMBER,2001,,,\nodd-1,PE,OBSERVER,2013,,,\n"
                                + "odd-1,USSR,MEMBER,2015,,,\nodd-1,Chile,MEMBER,2015,2012,,\n",
                        "UNKNOWN_ENTITY"),
                Odd.of("a conflict", "networks.csv", "network,name,kind\nodd-1,Other files,COMMUNITY\n", "CONFLICT"),
                Odd.of(
                        "numbers",
                        "statements.csv",
                        "statement,stated_on,metric,qualifier,value\nodd-s,2012,ALUMNI,EXACTLY,many\nodd-t,2012,ALUMNI,EXACTLY,-1\n",
                        "WRONG_TYPE"),
                Odd.of(
                        "seminars",
                        "seminars.csv",
                        "seminar,title,programme,edition,mode,starts_on,status,foundational,city\n"
                                + "odd-s,Title,none,GLOBAL,ONLINE,2012,FINISHED,perhaps,A\u202eB\n",
                        "INVALID"),
                Odd.of(
                        "persons",
                        "officials.csv",
                        "Sex,Name,Country,Email,Phone\nM,Odd One,Nirgendland,odd@example.org,1\nF,,Kenya,nobody,2\n",
                        "PASSED_OVER"),
                Odd.of(
                        "enrolments",
                        "enrollments.csv",
                        "seminar,official,status,on\nodd-s,Nobody Odd,ATTENDD,31/02/2012\nodd-s,odd-o,COMPLETED,2012\n",
                        "PERSON_NOT_KNOWN"),
                new Odd(
                        "a picture",
                        "memberships.csv",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
                        "NOT_UTF8"),
                new Odd(
                        "an old workbook",
                        "x.xls",
                        new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
                        },
                        "PROTECTED"),
                new Odd("no archive", "x.zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5}, "DAMAGED"),
                new Odd("an archive of others", "x.zip", zip("picture.png", "x"), "UNKNOWN_FILE"),
                new Odd("an archive with a path", "x.zip", zip("../memberships.csv", HEADER), "UNSAFE_PATH"),
                new Odd("an archive of nothing known", "x.zip", zip("holiday.csv", "a,b\n1,2\n"), "UNKNOWN_FILE")));
        return files;
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void odd_files_are_refused_with_what_is_wrong_in_the_pages_language_and_nothing_of_them_is_recorded() {
        Map<String, Object> wrong = new TreeMap<>();
        long before = events();
        for (Odd odd : files()) {
            for (boolean dry : new boolean[] {true, false}) {
                String location = registry.upload("/api/imports?dryRun=" + dry, odd.name(), odd.content())
                        .expect(202)
                        .header("Location");
                Imports.awaitAll(registry);
                JsonNode report = registry.get(location).expect(200).json();
                List<String> codes = new ArrayList<>();
                report.get("problems")
                        .forEach(problem -> codes.add(problem.get("code").asString()));
                if (!codes.containsAll(Arrays.asList(odd.codes()))
                        || codes.isEmpty() != (odd.codes().length == 0)
                        || !dry && report.get("recorded").asLong() != 0
                        || codes.contains("INTERNAL_ERROR")) {
                    wrong.put(odd.what() + (dry ? " dry" : ""), report.toString());
                }
                for (String language : OTHERS) {
                    List<String> english = english(report, location.replace("/api", "") + "?lang=" + language);
                    if (!english.isEmpty()) {
                        wrong.put(odd.what() + " " + language, english);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(events()).isEqualTo(before);
    }

    private List<String> english(JsonNode report, String path) {
        String page = registry.get(path).expect(200).body();
        String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        String text =
                HtmlUtils.htmlUnescape(main.replaceAll("<code.*?</code>", "").replaceAll("<[^>]*>", " | "));
        List<String> found = new ArrayList<>();
        if (main.contains("lang=\"en\"")) {
            found.add("lang=en");
        }
        report.get("problems").forEach(problem -> {
            if (text.contains(problem.get("detail").asString())) {
                found.add(problem.get("detail").asString());
            }
        });
        ENGLISH.matcher(text).results().forEach(word -> found.add(word.group()));
        return found;
    }

    private long events() {
        return registry.get("/api/history?size=1")
                .expect(200)
                .json()
                .get("position")
                .asLong();
    }

    @Test
    void every_cause_of_a_problem_has_a_sentence_in_each_language_with_the_same_places() throws IOException {
        Map<String, Object> wrong = new TreeMap<>();
        for (String suffix : List.of("", "_es", "_fr", "_pt")) {
            Properties texts = new Properties();
            try (InputStream file = getClass().getResourceAsStream("/texts/operations" + suffix + ".properties")) {
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            for (Cause cause : Cause.values()) {
                String text = texts.getProperty("imports.cause." + cause);
                String english = cause.with().detail();
                if (cause != Cause.REFUSED && (text == null || !places(text).equals(places(english)))) {
                    wrong.put(suffix + " " + cause, String.valueOf(text));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(place -> place.group())
                .sorted()
                .distinct()
                .toList();
    }
}
