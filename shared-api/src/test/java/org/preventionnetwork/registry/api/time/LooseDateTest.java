package org.preventionnetwork.registry.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as people write them. */
class LooseDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2012 | 2012",
                "2012-03-29 | 2012-03-29",
                "[2014..2015] | [2014..2015]",
                "about 2015 | 2015~",
                "ca. 2015 | 2015~",
                "hacia marzo de 2015 | 2015-03~",
                "vers 2015 | 2015~",
                "por volta de 2015 | 2015~",
                "probably 2013 | 2013?",
                "spring 2012 | 2012-21",
                "été 2012 | 2012-22",
                "otoño de 2012 | 2012-23",
                "inverno de 2012 | 2012-24",
                "March 2012 | 2012-03",
                "Sept. 2012 | 2012-09",
                "29 March 2012 | 2012-03-29",
                "March 29, 2012 | 2012-03-29",
                "29 de marzo de 2012 | 2012-03-29",
                "1er août 2013 | 2013-08-01",
                "7 de março de 2014 | 2014-03-07",
                "29.3.2012 | 2012-03-29",
                "3/29/2012 | 2012-03-29",
                "5.5.2012 | 2012-05-05",
                "2012-3-9 | 2012-03-09",
                "between 2014 and 2015 | [2014..2015]",
                "entre mars 2014 et mai 2015 | [2014-03..2015-05]",
                "2014–2016 | [2014..2016]",
                "2017 or before | [..2017]",
                "2012 o después | [2012..]",
                "10 Mar 1998 a | 1998-03-10",
                "23 Feb 1993 d | 1993-02-23",
                "2012-03-29 00:00:00 | 2012-03-29",
                "2012-03-29T00:00:00.000Z | 2012-03-29",
                "23 Sep 1968 | 1968-09-23",
                "c. 2012 | 2012~",
                "Spring 2012 | 2012-21",
                "el 5 de julio de 2020 | 2020-07-05",
                "5 de julio del 2020 | 2020-07-05",
                "1.º de junio de 2013 | 2013-06-01",
                "en julio de 2020 | 2020-07",
                "hacia el 20 de febrero de 2025 | 2025-02-20~",
                "entre el 3 y el 7 de marzo de 2025 | [2025-03-03..2025-03-07]",
                "15 abr 2019 (incierto) | 2019-04-15?",
                "l’été 2012 | 2012-22",
                "unknown | unknown",
                "Desconocida | unknown"
            })
    void is_read_where_it_can_mean_no_other(String text, String date) {
        assertThat(LooseDate.read(text)).map(Object::toString).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "Hoy", "aujourd'hui", "aujourd’hui", " hoje "})
    void may_be_today_s(String text) {
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        LocalDate read = LooseDate.read(text).orElseThrow().earliest();
        assertThat(read).isBetween(before, LocalDate.now(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "3.4.2012",
                "before 2017",
                "after 2012",
                "2012-13",
                "31 February 2012",
                "2012-03-29 14:30:00",
                "March 2012 a",
                "10 Mar 1998 x",
                "29 Blah 2012",
                "about",
                "between 2015 and 2014",
                "March",
                "12",
                "1/13/13"
            })
    void is_not_guessed_at(String text) {
        assertThat(LooseDate.read(text)).isEmpty();
    }
}
