package org.preventionnetwork.registry.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.time.HistoricalDate;

class WordsTest {
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
    void dates_are_as_written_with_words_for_what_is_imprecise(String date, String words, String on) {
        assertThat(Words.date(HistoricalDate.parse(date))).isEqualTo(words);
        assertThat(Words.on(HistoricalDate.parse(date))).isEqualTo(" " + on);
    }

    @Test
    void lists_end_in_and() {
        assertThat(Words.list(List.of("a"))).isEqualTo("a");
        assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @Test
    void text_is_found_without_its_accents_case_and_punctuation() {
        assertThat(SearchWords.vector("Asunción, 2012-03-29", "network:latin-american-network"))
                .isEqualTo("'03' '2012' '29' 'american' 'asuncion' 'latin' 'network'");
        assertThat(SearchWords.query("ASUNCION d' & | ! network:*")).isEqualTo("'asuncion':* & 'd' & 'network':*");
        assertThat(SearchWords.query("-- ''' %")).isNull();
    }
}
