package org.preventionnetwork.registry.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.springframework.context.MessageSource;

/** Every text of the pages is there in all four languages, and nothing is left in English by oversight. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextsTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z0-9._]+)|say\\.text\\('([a-zA-Z0-9._]+)'");
    private static final Pattern PLACES = Pattern.compile("\\{\\d}");
    /** Words that are the same in another language; names of languages are in their own. */
    private static final Map<String, Set<String>> THE_SAME = Map.of(
            "es", Set.of("no", "presence.NO", "networkKind.REGIONAL"),
            "fr",
                    Set.of(
                            "map.certain",
                            "chart.certain",
                            "chart.possible",
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
                            "state.initiatives"),
            "pt", Set.of("networkKind.REGIONAL"));

    private static Properties texts(String suffix) {
        try (InputStream file = TextsTest.class.getResourceAsStream("/messages" + suffix + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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

    @Test
    void every_text_that_a_page_names_is_there_and_each_is_named_by_one() throws IOException {
        Set<String> named = new TreeSet<>();
        StringBuilder everything = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String template = Files.readString(file);
                everything.append(template);
                Matcher found = USED.matcher(template);
                while (found.find()) {
                    named.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
        }
        named.removeIf(key -> key.endsWith("."));
        Set<String> known = texts("").stringPropertyNames();
        assertThat(known).containsAll(named);
        Set<String> unused = new TreeSet<>(known);
        unused.removeAll(named);
        unused.removeIf(key -> key.startsWith("date."));
        unused.removeIf(key -> everything.indexOf("'" + key.substring(0, key.lastIndexOf('.')) + "'") >= 0
                || everything.indexOf("'" + key.substring(0, key.indexOf('.')) + ".'") >= 0);
        assertThat(unused).isEmpty();
    }

    @Test
    void every_constant_that_is_shown_has_a_name() {
        Set<String> known = texts("").stringPropertyNames();
        Stream.of(
                        named("metric", FigureName.values()),
                        named("metric.about", FigureName.values()),
                        named("metric", Metric.values()),
                        named("qualifier", Qualifier.values()),
                        named("networkKind", NetworkKind.values()),
                        named("membershipKind", MembershipKind.values()),
                        named("initiativeType", InitiativeType.values()),
                        named("stage", InitiativeStage.values()),
                        named("mode", Mode.values()),
                        named("correctionKind", CorrectionKind.values()),
                        Stream.of(EntityType.values()).map(type -> "entityType." + type.prefix()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(known).contains(key));
    }

    private static Stream<String> named(String kind, Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> kind + "." + constant.name());
    }

    @Test
    void dates_are_said_in_the_language_and_stay_as_imprecise_as_they_are() {
        MessageSource texts = WebConfiguration.messageSource();
        Wording english = new Wording(Locale.ENGLISH, texts);
        assertThat(english.date("2012-03-29")).isEqualTo("29 Mar 2012");
        assertThat(english.date("2015~")).isEqualTo("about 2015");
        assertThat(english.date("2013-05?")).isEqualTo("May 2013 (uncertain)");
        assertThat(english.date("2012-22")).isEqualTo("summer 2012");
        assertThat(english.date("[2014-10-10..2015-07-16]")).isEqualTo("between 10 Oct 2014 and 16 Jul 2015");
        assertThat(english.date("[..2017]%")).isEqualTo("about 2017 or before (uncertain)");
        assertThat(english.date("unknown")).isEqualTo("on an unknown date");
        Wording spanish = new Wording(Locale.forLanguageTag("es"), texts);
        assertThat(spanish.date("2015~")).isEqualTo("hacia 2015");
        assertThat(spanish.state("BR")).isEqualTo("Brasil");
        Wording french = new Wording(Locale.FRENCH, texts);
        assertThat(french.date("2012-03")).isEqualTo("mars 2012");
        Wording portuguese = new Wording(Locale.forLanguageTag("pt"), texts);
        assertThat(portuguese.date("2012-21")).isEqualTo("primavera de 2012");
        assertThat(portuguese.number(11_000)).isEqualTo("11.000");
    }
}
