package org.preventionnetwork.registry.api.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class M49RegionTest {

    @ParameterizedTest(name = "{0} is in {1} {2}")
    @CsvSource({
        "BO, 005, South America",
        "MX, 013, Central America",
        "DO, 029, Caribbean",
        "US, 021, Northern America",
        "CD, 017, Middle Africa",
        "RW, 014, Eastern Africa",
        "PL, 151, Eastern Europe",
        "MK, 039, Southern Europe",
        "XK, 039, Southern Europe",
        "KH, 035, Southeast Asia",
        "PS, 145, Western Asia",
        "AQ, 001, World"
    })
    void a_state_is_in_its_narrowest_region(String state, String code, String name) {
        assertThat(States.region(new StateCode(state))).isEqualTo(new M49Region(code, name));
    }

    @Test
    void only_codes_of_the_standard_are_used() {
        assertThat(States.all().stream()
                        .map(state -> States.region(state).code())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "001", "005", "011", "013", "014", "015", "017", "018", "021", "029", "030", "034", "035",
                        "039", "053", "054", "057", "061", "143", "145", "151", "154", "155");
    }
}
