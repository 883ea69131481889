package org.preventionnetwork.registry.api.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateAliasesTest {

    private static final List<List<String>> ROWS = CsvResource.rows("state-aliases.csv", 3);

    @Test
    void every_alias_names_the_state_of_its_row() {
        assertThat(ROWS).hasSizeGreaterThan(600).allSatisfy(row -> {
            assertThat(States.parse(row.get(0))).hasToString(row.get(1));
            assertThat(row.get(2)).isNotBlank();
        });
    }

    @Test
    void no_alias_is_given_twice() {
        assertThat(ROWS.stream().map(row -> NameFolding.fold(row.get(0))))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void no_alias_repeats_or_contradicts_a_name_that_the_library_has() {
        Map<String, StateCode> known = new HashMap<>();
        for (StateCode state : States.all()) {
            StateNames.everyNameOf(state).forEach(name -> assertThat(known.put(NameFolding.fold(name), state))
                    .as(name)
                    .isIn(null, state));
        }
        assertThat(ROWS.stream().map(row -> NameFolding.fold(row.get(0)))).doesNotContainAnyElementsOf(known.keySet());
    }

    @Test
    void no_alias_is_shadowed_by_a_code() {
        assertThat(ROWS)
                .allSatisfy(row -> assertThat(StateCodes.find(row.get(0))).isEmpty());
    }
}
