package org.preventionnetwork.registry.api.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

class ExistenceTest {

    @Test
    void a_state_that_is_gone_has_a_first_and_a_last_day_and_successors_that_lead_to_states_of_today() {
        for (StateCode gone : States.gone()) {
            Existence existence = States.existence(gone);
            assertThat(existence.hasEnded()).as("%s", gone).isTrue();
            assertThat(existence.from().isDay() && existence.until().isDay())
                    .as("whole days: %s", gone)
                    .isTrue();
            assertThat(existence.from().certainlyBefore(existence.until())).isTrue();
            assertThat(existence.successors()).isNotEmpty().doesNotContain(gone);
            assertThat(States.thereOn(LocalDate.of(2020, 1, 1), gone))
                    .as("what stands there today: %s", gone)
                    .isNotEmpty()
                    .isSubsetOf(States.all());
        }
    }

    @Test
    void a_state_that_is_gone_has_a_name_in_each_language_by_which_it_is_found_and_a_region() {
        for (StateCode gone : States.gone()) {
            for (String language : StateNames.LANGUAGES) {
                String name = States.name(gone, Locale.forLanguageTag(language));
                assertThat(States.parse(name)).as(name).isEqualTo(gone);
            }
            assertThat(States.parse(gone.value().toLowerCase(Locale.ROOT))).isEqualTo(gone);
            assertThat(States.region(gone).name()).isNotBlank();
            if (!States.alpha3(gone).isEmpty()) {
                assertThat(States.parse(States.alpha3(gone))).isEqualTo(gone);
            }
        }
    }

    @Test
    void no_code_means_two_states() {
        List<String> codes = new ArrayList<>();
        for (List<StateCode> states : List.of(States.all(), States.gone())) {
            states.forEach(state -> codes.addAll(List.of(state.value(), States.alpha3(state))));
        }
        codes.removeIf(String::isEmpty);
        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void a_state_of_today_is_bounded_by_nothing() {
        for (StateCode state : States.all()) {
            Existence existence = States.existence(state);
            assertThat(existence.hasEnded()).isFalse();
            assertThat(existence.excludes(HistoricalDate.parse("0001"))).isFalse();
            assertThat(existence.days().until()).isNull();
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Soviet Union                        | SUHH
            U.R.S.S.                            | SUHH
            Union of Soviet Socialist Republics | SUHH
            Federal Republic of Yugoslavia      | CSXX
            Serbia & Montenegro                 | CSXX
            Yugoslavia                          | YUCS
            Iugoslávia                          | YUCS
            Czechoslovakia                      | CSHH
            German Democratic Republic          | DDDE
            East Germany                        | DDDE
            German Federal Republic             | DE
            West Germany                        | DE
            Yemen Arab Republic                 | XYYE
            Democratic Yemen                    | YDYE
            Yemen                               | YE
            Tanganyika                          | XTTZ
            Republic of Viet-Nam                | XVVN
            Viet Nam                            | VN
            Netherlands Antilles                | ANHH
            EE.UU.                              | US
            """)
    void a_name_of_a_state_that_is_gone_is_never_silently_one_of_today(String name, String code) {
        assertThat(States.parse(name)).hasToString(code);
    }

    @ParameterizedTest(name = "from {1} until {2} lies outside of {0}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SUHH | 1950    |            | false
            SUHH | unknown |            | false
            SUHH | 1991    | 1991       | false
            SUHH | 1991~   | unknown    | false
            SUHH | 1950    | 1991-12-26 | false
            SUHH | 1950    | 1991-12-27 | true
            SUHH | 1950    | [1991..]   | false
            SUHH | 1991-12-25 |         | false
            SUHH | 1991-12-26 |         | true
            SUHH | 1992    |            | true
            SUHH | 1992?   |            | true
            SUHH | 1922    |            | false
            SUHH | 1922-12-29 |         | true
            SUHH | [..1921] |           | true
            CSXX | 1956    | 1957       | true
            XTTZ | 1972    | 1973       | true
            RU   | 1954    |            | false
            """)
    void only_what_certainly_lies_outside_of_its_days_is_excluded(
            String state, String from, String until, boolean excluded) {
        Period spell = new Period(HistoricalDate.parse(from), until == null ? null : HistoricalDate.parse(until));
        assertThat(States.existence(new StateCode(state)).excludes(spell)).isEqualTo(excluded);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CSHH | 1993  | Czechoslovakia (CSHH) existed from 1918-10-28 until 1993-01-01; on 1993-01-01 there were Czechia (CZ) and Slovakia (SK)
            CSXX | 1956  | Serbia and Montenegro (CSXX) existed from 1992-04-27 until 2006-06-03; on 1956-12-31 there was Yugoslavia (YUCS)
            XTTZ | 1972~ | Tanganyika (XTTZ) existed from 1961-12-09 until 1964-04-26; on 1972-01-01 there was Tanzania (TZ)
            SUHH | 1910  | Soviet Union (SUHH) existed from 1922-12-30 until 1991-12-26
            """)
    void a_refusal_names_the_days_and_what_was_there_instead(String state, String date, String sentence) {
        assertThat(States.existence(new StateCode(state)).refusal(HistoricalDate.parse(date)))
                .isEqualTo(sentence);
    }

    @ParameterizedTest(name = "where {0} stood, there was on {1}: {2}")
    @CsvSource({
        "CSXX, 1956-01-01, YUCS",
        "CSXX, 1998-01-01, CSXX",
        "CSXX, 2010-01-01, ME RS",
        "YUCS, 1998-01-01, BA CSXX HR MK SI",
        "YUCS, 2010-01-01, BA ME RS HR MK SI",
        "XTTZ, 1972-01-01, TZ",
        "DDDE, 1990-10-03, DE",
        "DDDE, 1990-10-02, DDDE",
        "SUHH, 1900-01-01, ''"
    })
    void what_stood_there_on_another_day_is_known(String state, LocalDate day, String there) {
        assertThat(States.thereOn(day, new StateCode(state)).stream().map(StateCode::value))
                .containsExactlyElementsOf(there.isEmpty() ? List.of() : Arrays.asList(there.split(" ")));
    }

    @ParameterizedTest(name = "on {1} {0} was {3} ({2})")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SZ   | 2018-04-18 | en | Swaziland
            SZ   | 2018-04-18 | es | Swazilandia
            SZ   | 2018-04-18 | fr | Swaziland
            SZ   | 2018-04-18 | pt | Suazilândia
            SZ   | 2018-04-19 | en | Eswatini
            SZ   | 1900-01-01 | en | Swaziland
            CD   | 1970-01-01 | en | Democratic Republic of the Congo
            CD   | 1980-01-01 | fr | Zaïre
            CD   | 1997-05-17 | en | Democratic Republic of the Congo
            CSXX | 1999-01-01 | en | Federal Republic of Yugoslavia
            CSXX | 2003-02-04 | en | Serbia and Montenegro
            TR   | 2022-05-31 | en | Turkey
            TR   | 2022-06-01 | en | Türkiye
            TR   | 2022-05-31 | pl | Turkey
            BO   | 1900-01-01 | es | Bolivia
            """)
    void the_name_of_a_day_is_the_one_that_it_had(String state, LocalDate day, String language, String name) {
        assertThat(States.name(new StateCode(state), Locale.forLanguageTag(language), day))
                .isEqualTo(name);
    }

    @Test
    void a_former_name_differs_from_the_next_in_some_language_and_finds_its_state() {
        List<List<String>> rows = CsvResource.rows("state-former-names.csv", 7);
        for (List<String> row : rows) {
            StateCode state = new StateCode(row.get(0));
            LocalDate until = LocalDate.parse(row.get(1));
            assertThat(StateNames.LANGUAGES.stream().map(Locale::forLanguageTag).filter(language -> !States.name(
                                    state, language, until)
                            .equals(States.name(state, language, until.minusDays(1)))))
                    .as("%s until %s", state, until)
                    .isNotEmpty();
            assertThat(row.subList(2, 6))
                    .allSatisfy(name -> assertThat(States.parse(name)).as(name).isEqualTo(state));
        }
        assertThat(rows).hasSizeGreaterThan(25);
    }
}
