package org.preventionnetwork.registry.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.time.HistoricalDate;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2012-03-29               | 2012-03-29                        | on 2012-03-29
                    2012-03                  | 2012-03                           | in 2012-03
                    2012                     | 2012                              | in 2012
                    2015~                    | about 2015                        | in about 2015
                    2013?                    | 2013 (uncertain)                  | in 2013 (uncertain)
                    2013-05-02%              | about 2013-05-02 (uncertain)      | on about 2013-05-02 (uncertain)
                    2012-21                  | spring 2012                       | in spring 2012
                    2012-24?                 | winter 2012 (uncertain)           | in winter 2012 (uncertain)
                    [2014-10-10..2015-07-16] | between 2014-10-10 and 2015-07-16 | on a day between 2014-10-10 and 2015-07-16
                    [..2017]                 | in or before 2017                 | on a day in or before 2017
                    [2012..]                 | in or after 2012                  | on a day in or after 2012
                    unknown                  | an unknown date                   | on an unknown date
                    """)
    void in_the_api_dates_are_as_written_with_words_for_what_is_imprecise(String date, String words, String on) {
        assertThat(Tongue.API.words("date", HistoricalDate.parse(date))).isEqualTo(words);
        assertThat(Tongue.API.words("on", HistoricalDate.parse(date))).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | 2012-03-29               | on      | on 29 March 2012
                    en | 2012-03                  | from    | from March 2012
                    en | 2015~                    | on      | in about 2015
                    en | [2014-10-10..2015-07-16] | until   | until a day between 10 October 2014 and 16 July 2015
                    es | 2012-03-29               | on      | el 29 de marzo de 2012
                    es | 2012-03-01               | from    | desde el 1.º de marzo de 2012
                    es | 2012-03                  | on      | en marzo de 2012
                    es | 2015~                    | on      | hacia 2015
                    es | 2015~                    | from    | desde aproximadamente 2015
                    es | 2013?                    | on      | en 2013 (fecha incierta)
                    es | 2012-21                  | from    | desde la primavera de 2012
                    es | [2014-10-10..2015-07-16] | from    | desde una fecha entre el 10 de octubre de 2014 y el 16 de julio de 2015
                    es | [..2017]                 | on      | en 2017 o antes
                    es | 2012-03-29               | begins  | del 29 de marzo de 2012
                    es | 2012-03-30               | ends    | al 30 de marzo de 2012
                    es | unknown                  | date    | fecha desconocida
                    fr | 2012-03-29               | from    | à compter du 29 mars 2012
                    fr | 2012-04                  | from    | dès avril 2012
                    fr | 2012                     | from    | à compter de 2012
                    fr | 2012-01-01               | on      | le 1er janvier 2012
                    fr | 2012-21                  | on      | au printemps 2012
                    fr | 2012-22                  | on      | à l’été 2012
                    fr | 2012-22                  | from    | à compter de l’été 2012
                    fr | 2015~                    | on      | vers 2015
                    fr | 2012-03                  | until   | jusqu’en mars 2012
                    fr | [2016..2019]             | from    | à compter d’une date comprise entre 2016 et 2019
                    fr | unknown                  | from    | à compter d’une date inconnue
                    pt | 2012-03-29               | on      | em 29 de março de 2012
                    pt | 2012-03                  | from    | desde março de 2012
                    pt | 2012-22                  | on      | no verão de 2012
                    pt | 2015~                    | on      | por volta de 2015
                    pt | [2016..]                 | until   | até 2016 ou depois
                    pt | [2016..2019]             | on      | em uma data entre 2016 e 2019
                    """)
    void in_a_sentence_a_date_takes_the_preposition_of_its_language(
            String language, String date, String part, String said) {
        assertThat(Tongue.of(Locale.forLanguageTag(language)).words(part, date)).isEqualTo(said);
    }

    @Test
    void a_state_takes_the_article_that_its_name_takes() {
        assertThat(List.of("BO", "BR", "US", "HT", "AR", "CU", "RE").stream()
                        .map(state -> Tongue.of(Locale.FRENCH).words("ofState", state)))
                .containsExactly(
                        "de la Bolivie",
                        "du Brésil",
                        "des États-Unis",
                        "d’Haïti",
                        "de l’Argentine",
                        "de Cuba",
                        "de La Réunion");
        assertThat(Tongue.of(Locale.forLanguageTag("pt")).words("ofState", "BO"))
                .isEqualTo("da Bolívia");
        assertThat(Tongue.of(Locale.forLanguageTag("es")).words("ofState", "SV"))
                .isEqualTo("de El Salvador");
    }

    @Test
    void lists_end_in_and() {
        assertThat(Tongue.API.words("list", List.of("a"))).isEqualTo("a");
        assertThat(Tongue.API.words("list", List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(Tongue.of(Locale.forLanguageTag("es")).words("states", List.of("BO", "IR")))
                .isEqualTo("Bolivia e Irán");
    }
}
