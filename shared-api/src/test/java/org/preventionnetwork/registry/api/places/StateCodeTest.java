package org.preventionnetwork.registry.api.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class StateCodeTest {

    /** Facts are stored with these codes for ever: one that a new ICU no longer has must be kept by ourselves. */
    private static final String EVERY_CODE =
            """
            AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
            BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
            FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
            IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
            ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
            PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
            TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW""";

    @Test
    void no_code_that_was_ever_accepted_disappears() {
        List<String> codes = States.all().stream().map(StateCode::value).toList();
        assertThat(codes).hasSize(250).containsExactly(EVERY_CODE.split("\\s+"));
        assertThat(States.gone().stream().map(StateCode::value))
                .containsExactly(
                        "ANHH", "CSHH", "CSXX", "DDDE", "SUHH", "VDVN", "XTTZ", "XVVN", "XYYE", "XZTZ", "YDYE", "YUCS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ar", "ARG", "ZZ", "EU", "UK", "AN", "SU", "EA", "IC", "DG", "QO", "005", "A", "ＡＲ"})
    void only_an_existing_code_in_capitals_makes_one(String text) {
        assertThatThrownBy(() -> new StateCode(text))
                .isInstanceOf(UnknownState.class)
                .hasMessage("unknown state '" + text
                        + "'. Accepted: ISO 3166-1 code or a name in English, Spanish, French or Portuguese.");
    }

    @Test
    void is_its_code_in_json_and_read_from_a_name_as_well() {
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(new StateCode("BO"))).isEqualTo("\"BO\"");
        assertThat(json.readValue("\"BO\"", StateCode.class)).isEqualTo(new StateCode("BO"));
        assertThat(json.readValue("\"Plurinational State of Bolivia\"", StateCode.class))
                .isEqualTo(new StateCode("BO"));
        assertThatThrownBy(() -> json.readValue("\"Atlantis\"", StateCode.class))
                .hasRootCauseInstanceOf(UnknownState.class);
    }

    @Test
    void serves_as_a_key_in_json() {
        var json = JsonMapper.builder().build();
        var counts = Map.of(new StateCode("AR"), 3);
        assertThat(json.writeValueAsString(counts)).isEqualTo("{\"AR\":3}");
        assertThat(json.readValue("{\"AR\":3}", new TypeReference<Map<StateCode, Integer>>() {}))
                .isEqualTo(counts);
    }

    @Test
    void prints_and_sorts_as_its_code() {
        assertThat(new StateCode("XK")).hasToString("XK").isGreaterThan(new StateCode("VE"));
    }
}
