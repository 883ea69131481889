package org.preventionnetwork.registry.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void text_is_found_without_its_accents_case_and_punctuation() {
        assertThat(SearchWords.vector("Asunción, 2012-03-29", "network:latin-american-network"))
                .isEqualTo("'03' '2012' '29' 'american' 'asuncion' 'latin' 'network'");
        assertThat(SearchWords.query("ASUNCION d' & | ! network:*")).isEqualTo("'asuncion':* & 'd' & 'network':*");
        assertThat(SearchWords.query("-- ''' %")).isNull();
    }
}
