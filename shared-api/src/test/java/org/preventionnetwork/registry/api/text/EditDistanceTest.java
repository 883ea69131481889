package org.preventionnetwork.registry.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "'', '', 0",
        "'', cuba, 4",
        "cuba, '', 4",
        "peru, peru, 0",
        "peru, pero, 1",
        "peru, per, 1",
        "peru, peruu, 1",
        "urugauy, uruguay, 1",
        "ab, ba, 1",
        "ca, abc, 3",
        "bolivva, bolivia, 1",
        "kitten, sitting, 3"
    })
    void counts_the_letters_to_change(String one, String other, int distance) {
        assertThat(EditDistance.between(one, other)).isEqualTo(distance);
        assertThat(EditDistance.between(other, one)).isEqualTo(distance);
    }
}
