package org.preventionnetwork.registry.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
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
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.LooseDate;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.language.Tongue;
import org.springframework.context.MessageSource;

/** Constants have names, and dates are said as imprecise as they are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextsTest {
    private static Properties texts(String suffix) {
        try (InputStream file = TextsTest.class.getResourceAsStream("/messages" + suffix + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_text_is_said_twice() throws IOException {
        for (String suffix : List.of("", "_es", "_fr", "_pt")) {
            try (InputStream file = TextsTest.class.getResourceAsStream("/messages" + suffix + ".properties")) {
                List<String> keys = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.matches("[\\w.]+ *=.*"))
                        .map(line -> line.replaceFirst(" *=.*", ""))
                        .toList();
                assertThat(keys).as(suffix).hasSizeGreaterThan(100).doesNotHaveDuplicates();
            }
        }
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

    @Test
    void a_banner_says_any_day_that_a_page_can_be_asked_for_as_its_language_does() {
        Map<String, List<String>> said = Map.of(
                "2012-06-03",
                List.of(
                        "la situación el 3 de junio de 2012",
                        "la situation le 3 juin 2012",
                        "a situação em 3 de junho de 2012"),
                "2012-06",
                List.of("la situación en junio de 2012", "la situation en juin 2012", "a situação em junho de 2012"),
                "2012",
                List.of("la situación en 2012", "la situation en 2012", "a situação em 2012"),
                "2012-21",
                List.of(
                        "la situación en la primavera de 2012",
                        "la situation au printemps 2012",
                        "a situação na primavera de 2012"),
                "2012-06~",
                List.of(
                        "la situación hacia junio de 2012",
                        "la situation vers juin 2012",
                        "por volta de junho de 2012"),
                "[2012..2013]",
                List.of(
                        "en una fecha entre 2012 y 2013",
                        "à une date comprise entre 2012 et 2013",
                        "entre 2012 e 2013"),
                "[..2012]",
                List.of("en 2012 o antes", "en 2012 ou avant", "em 2012 ou antes"),
                "unknown",
                List.of("en una fecha desconocida", "à une date inconnue", "em data desconhecida"));
        MessageSource texts = WebConfiguration.messageSource();
        said.forEach((date, languages) -> {
            for (String language : List.of("es", "fr", "pt")) {
                Wording say = new Wording(Locale.forLanguageTag(language), texts);
                assertThat(say.text("banner.asOf", say.on(date)))
                        .contains(languages.get(List.of("es", "fr", "pt").indexOf(language)));
            }
        });
    }

    /** Whoever reads a date off a page can type it into a field, in each part that it plays by itself. */
    @Test
    void what_is_written_is_read() {
        MessageSource texts = WebConfiguration.messageSource();
        Map<String, String> wrong = new TreeMap<>();
        for (String date : List.of(
                "2012-03-29",
                "2012-03-01",
                "2012-08",
                "2012",
                "2012-21",
                "2012-22",
                "2012-23",
                "2012-24",
                "2015~",
                "2012-03-29~",
                "2013?",
                "2013-05-02%",
                "2012-22?",
                "[2014-10-10..2015-07-16]",
                "[2016..2019]",
                "[2014-03..2014-05]",
                "[..2017]",
                "[..2017-05-01]",
                "[2012..]",
                "unknown")) {
            for (String language : List.of("en", "es", "fr", "pt")) {
                Locale locale = Locale.forLanguageTag(language);
                for (String said : List.of(
                        Tongue.of(locale).date("date", HistoricalDate.parse(date)),
                        Tongue.of(locale).date("on", HistoricalDate.parse(date)),
                        new Wording(locale, texts).date(date))) {
                    if (!LooseDate.read(said).equals(Optional.of(HistoricalDate.parse(date)))) {
                        wrong.put(language + " " + said, date + " is read as " + LooseDate.read(said));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
