package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.command.imports.files.Cause;

/** Every text of the pages is there in all four languages, and nothing is left in English by oversight. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextsTest {
    private static final List<String> BUNDLES = List.of(
            "messages", "texts/seminars", "texts/audit", "texts/definitions", "texts/recording", "texts/operations");
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z0-9._]+)|say\\.text\\('([a-zA-Z0-9._]+)'");
    private static final Pattern PLACES = Pattern.compile("\\{\\d}");
    /** Words that are the same in another language; names of languages are in their own. */
    private static final Map<String, Set<String>> THE_SAME = Map.of(
            "es", Set.of("no", "presence.NO", "networkKind.REGIONAL", "recordOption.answer.instructor"),
            "fr",
                    Set.of(
                            "map.certain",
                            "definitions.unit.INITIATIVES",
                            "chart.certain",
                            "chart.possible",
                            "figure.possible",
                            "networkKind.INTERNATIONAL",
                            "membershipKind.LIAISON",
                            "network.initiatives",
                            "column.source",
                            "column.institution",
                            "column.date",
                            "seat.vacant",
                            "activity.initiatives",
                            "difference.initiative",
                            "history.pages",
                            "entityType.programme",
                            "entityType.institution",
                            "entityType.initiative",
                            "event.note",
                            "event.type",
                            "state.initiatives",
                            "seminar.programme",
                            "seminar.cycle",
                            "initiatives.title",
                            "institutions.title",
                            "programmes.title",
                            "record.field.institution",
                            "record.field.programme",
                            "record.field.cycle",
                            "record.collection.institutions",
                            "record.collection.programmes",
                            "recordOption.answer.institution",
                            "recordOption.answer.programme",
                            "recordOption.answer.initiative",
                            "recordOption.answer.affiliation",
                            "recordOption.institutionKind.POLICE"),
            "pt", Set.of("networkKind.REGIONAL"));

    /** All bundles together; no key is in two of them. */
    private static Properties texts(String suffix) {
        Properties all = new Properties();
        for (String bundle : BUNDLES) {
            Properties texts = new Properties();
            try (InputStream file = TextsTest.class.getResourceAsStream("/" + bundle + suffix + ".properties")) {
                assertThat(file).as(bundle + suffix).isNotNull();
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            for (String key : texts.stringPropertyNames()) {
                assertThat(all.setProperty(key, texts.getProperty(key)))
                        .as(bundle + suffix + " " + key)
                        .isNull();
            }
        }
        return all;
    }

    private static List<Path> templates() throws IOException {
        List<Path> templates = new ArrayList<>();
        for (String module : List.of("query-side", "standalone", "access-control")) {
            Path folder = Path.of("..", module, "src/main/resources/templates");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).forEach(templates::add);
                }
            }
        }
        return templates;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher found = PLACES.matcher(text);
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }

    @Test
    void every_text_is_there_in_every_language() {
        Properties english = texts("");
        assertThat(english.size()).isGreaterThan(250);
        Map<String, String> faults = new TreeMap<>();
        for (String language : List.of("es", "fr", "pt")) {
            Properties texts = texts("_" + language);
            assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                String text = texts.getProperty(key);
                String original = english.getProperty(key);
                boolean mayBeSame = key.startsWith("language.")
                        || original.equals("{0}")
                        || THE_SAME.get(language).contains(key);
                if (text.isBlank() || text.equals(original) != mayBeSame && !key.startsWith("language.")) {
                    faults.put(language + " " + key, text);
                }
                if (!places(text).equals(places(original))) {
                    faults.put(language + " " + key + ": other places", text);
                }
                if (text.contains("'") || original.contains("'")) {
                    faults.put(language + " " + key + ": quotes are ’ here", text);
                }
            }
        }
        faults.keySet().removeIf(fault -> fault.endsWith("qualifier.EXACTLY"));
        assertThat(faults).isEmpty();
    }

    /** What is counted, where it is none of a limit, which is never one. */
    private static final Pattern COUNTED = Pattern.compile(
            "\\{\\d} (?:[a-z]+ )?(?:events|rows|officials|seats|states|memberships|lanes|participants|cells|enrolments|"
                    + "columns|seminars|persons|networks|more|others?)\\b");

    private static final Set<String> NEVER_ONE = Set.of(
            "published.evidence.part",
            "initiatives.further",
            "states.further",
            "figure.row.officials",
            "imports.cause.COLUMNS_TOO_MANY",
            "imports.cause.MORE_PROBLEMS",
            "imports.cause.ROW_TOO_LONG",
            "imports.cause.SHEET_TOO_WIDE",
            "imports.cause.SPELLS_TOO_MANY");

    /** Texts that are the same for any number in one language, and are not in another. */
    private static final Set<String> WITHOUT_FORMS = Set.of(
            "fr undecided.missing",
            "en figure.row.notNamed",
            "es figure.row.notNamed",
            "pt figure.row.notNamed",
            "en states.further",
            "es states.further",
            "pt states.further");

    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt");

    @Test
    void what_is_counted_is_said_otherwise_of_none_of_one_and_of_many_in_every_language() {
        Map<String, String> faults = new TreeMap<>();
        Map<String, Set<String>> chosen = new TreeMap<>();
        for (String language : LANGUAGES) {
            Properties texts = texts(language.equals("en") ? "" : "_" + language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                if (text.contains(",choice,")) {
                    chosen.computeIfAbsent(key, k -> new TreeSet<>()).add(language);
                    Matcher place = Pattern.compile("\\{(\\d),choice,").matcher(text);
                    while (place.find()) {
                        faults.putAll(notTold(language + " " + key, text, language, Integer.parseInt(place.group(1))));
                    }
                } else if (language.equals("en") && COUNTED.matcher(text).find() && !NEVER_ONE.contains(key)) {
                    faults.put(key, text);
                }
            }
        }
        chosen.forEach((key, languages) -> LANGUAGES.stream()
                .filter(language -> !languages.contains(language) && !WITHOUT_FORMS.contains(language + " " + key))
                .forEach(language -> faults.put(language + " " + key, "has no forms")));
        assertThat(faults).isEmpty();
        assertThat(chosen).containsKeys("history.count", "banner.lag");
    }

    /** By where it fails. Of what else the text names there are seven, so that only what is counted tells one from another. */
    private static Map<String, String> notTold(String where, String text, String language, int place) {
        Map<String, String> faults = new TreeMap<>();
        Map<String, Integer> told = new TreeMap<>();
        for (int count : List.of(0, 1, 2)) {
            Object[] counts = {7, 7, 7};
            counts[place] = count;
            String said = new MessageFormat(text, Locale.forLanguageTag(language)).format(counts);
            if (said.contains("{")
                    || count == 1 && COUNTED.matcher(said.replace("1 ", "{0} ")).find()) {
                faults.put(where + " " + count, said);
            }
            Integer other = told.put(said, count);
            if (other != null) {
                faults.put(where + " " + count, "said as of " + other + ": " + said);
            }
        }
        return faults;
    }

    @Test
    void spanish_pages_and_forms_call_a_seat_by_one_word() {
        Properties spanish = texts("_es");
        assertThat(spanish.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("seminar.seats.")
                                || key.equals("seminar.waiting.note")
                                || key.equals("recordOption.seatFree")
                                || key.equals("record.refusal.CAPACITY_EXCEEDED"))
                        .map(spanish::getProperty))
                .hasSizeGreaterThan(5)
                .noneMatch(text -> text.matches(".*\\blugar(es)?\\b.*"));
        assertThat(spanish.getProperty("problem.404.since")).contains("desde el {0}");
    }

    /** Texts of what is written by no template. */
    private static Set<String> namedInCode() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Cause cause : Cause.values()) {
            if (cause != Cause.REFUSED) {
                named.add("imports.cause." + cause);
            }
        }
        for (String file : List.of(
                "query-side/src/main/java/org/preventionnetwork/registry/query/subject/PersonPage.java",
                "query-side/src/main/java/org/preventionnetwork/registry/query/statements/WayForward.java",
                "standalone/src/main/java/org/preventionnetwork/registry/standalone/imports/ProblemWords.java",
                "standalone/src/main/java/org/preventionnetwork/registry/standalone/operations/OperationsPages.java")) {
            Matcher found = Pattern.compile("\"((?:held|imports|operations|undecided)\\.[A-Za-z.]+[A-Za-z])\"")
                    .matcher(Files.readString(Path.of("..", file)));
            while (found.find()) {
                named.add(found.group(1));
            }
        }
        return named;
    }

    @Test
    void every_text_that_a_page_names_is_there_and_each_is_named_by_one() throws IOException {
        Set<String> named = new TreeSet<>();
        StringBuilder everything = new StringBuilder();
        for (Path file : templates()) {
            String template = Files.readString(file);
            everything.append(template);
            Matcher found = USED.matcher(template);
            while (found.find()) {
                named.add(found.group(1) == null ? found.group(2) : found.group(1));
            }
        }
        named.addAll(namedInCode());
        named.removeIf(key -> key.endsWith("."));
        Set<String> known = texts("").stringPropertyNames();
        assertThat(known).containsAll(named);
        Set<String> unused = new TreeSet<>(known);
        unused.removeAll(named);
        unused.removeIf(key -> key.startsWith("date.") || key.startsWith("fault."));
        unused.removeIf(key -> everything.indexOf("'" + key.substring(0, key.lastIndexOf('.')) + "'") >= 0
                || everything.indexOf("'" + key.substring(0, key.indexOf('.')) + ".'") >= 0);
        assertThat(unused).isEmpty();
    }
}
