package org.preventionnetwork.registry.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkNamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

class LanguageNamesTest {
    private static final NetworkId NETWORK = new NetworkId("red");

    private int facts;

    @Test
    void a_name_without_a_date_goes_with_the_first_name_until_it_is_renamed() {
        LanguageNames names = new LanguageNames(List.of(spanish("Red", null)), List.of(renamed("2015")));
        assertThat(on(names, "1990-01-01")).containsExactly(Map.entry("es", "Red"));
        assertThat(on(names, "2014-12-31")).containsExactly(Map.entry("es", "Red"));
        assertThat(on(names, "2015-01-01")).isEmpty();
    }

    @Test
    void a_name_that_may_have_been_given_with_the_new_name_is_a_name_of_the_new_one() {
        for (String[] dates : new String[][] {
            {"2015", "2015"}, {"2015", "2015-06-01"}, {"2015-06-01", "2015"}, {"2015~", "2015-03"}, {"2015", "2014"}
        }) {
            LanguageNames names = new LanguageNames(List.of(spanish("Red", dates[0])), List.of(renamed(dates[1])));
            assertThat(on(names, "2016-01-01"))
                    .as("%s, renamed %s", dates[0], dates[1])
                    .containsEntry("es", "Red");
        }
        LanguageNames earlier = new LanguageNames(List.of(spanish("Red", "2014")), List.of(renamed("2015")));
        assertThat(on(earlier, "2016-01-01")).isEmpty();
    }

    @Test
    void languages_do_not_end_each_other_and_a_later_name_replaces_the_one_of_its_language() {
        LanguageNames names = new LanguageNames(
                List.of(
                        spanish("Red nueva", "2018"),
                        spanish("Red", null),
                        new NetworkNamed(NETWORK, fact(), NameLanguage.PT, "Rede", HistoricalDate.parse("2016"))),
                List.of());
        assertThat(on(names, "2015-06-01")).containsExactly(Map.entry("es", "Red"));
        assertThat(on(names, "2017-06-01")).isEqualTo(Map.of("es", "Red", "pt", "Rede"));
        assertThat(on(names, "2018-06-01")).isEqualTo(Map.of("es", "Red nueva", "pt", "Rede"));
        assertThat(names.certainOn(LocalDate.parse("2018-06-01"))).isFalse();
        assertThat(names.certainOn(LocalDate.parse("2019-01-01"))).isTrue();
    }

    private static Map<String, String> on(LanguageNames names, String day) {
        return names.on(LocalDate.parse(day));
    }

    private NetworkNamed spanish(String name, @Nullable String from) {
        return new NetworkNamed(
                NETWORK, fact(), NameLanguage.ES, name, from == null ? null : HistoricalDate.parse(from));
    }

    private NetworkRenamed renamed(String from) {
        return new NetworkRenamed(NETWORK, fact(), "Network", HistoricalDate.parse(from));
    }

    private FactId fact() {
        return new FactId("fact-" + ++facts);
    }
}
