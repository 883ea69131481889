package org.preventionnetwork.registry.api.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.text.Cases;

class StatesTest {

    private static final String ACCEPTED =
            " Accepted: ISO 3166-1 code or a name in English, Spanish, French or Portuguese.";

    @Test
    void every_state_has_a_name_in_each_language_and_is_found_by_it() {
        for (StateCode state : States.all()) {
            for (String language : StateNames.LANGUAGES) {
                String name = States.name(state, Locale.forLanguageTag(language));
                assertThat(name).as(state + " in " + language).isNotBlank().isNotEqualTo(state.value());
                assertThat(States.parse(name)).as(name).isEqualTo(state);
            }
        }
    }

    @Test
    void every_state_is_found_by_both_codes_in_any_case() {
        for (StateCode state : States.all()) {
            String alpha3 = States.alpha3(state);
            assertThat(alpha3).matches("[A-Z]{3}");
            for (String code : List.of(state.value(), alpha3)) {
                assertThat(States.parse(code)).isEqualTo(state);
                assertThat(States.parse(" " + code.toLowerCase(Locale.ROOT) + " "))
                        .isEqualTo(state);
            }
        }
        assertThat(States.all().stream().map(States::alpha3)).doesNotHaveDuplicates();
        assertThat(States.parse("XKX")).isEqualTo(States.parse("XKK")).isEqualTo(new StateCode("XK"));
    }

    @Test
    void names_are_short_and_in_english_unless_another_language_is_known() {
        assertThat(States.name(new StateCode("BO"), Locale.ENGLISH)).isEqualTo("Bolivia");
        assertThat(States.name(new StateCode("BR"), Locale.forLanguageTag("es-MX")))
                .isEqualTo("Brasil");
        assertThat(States.name(new StateCode("PY"), Locale.forLanguageTag("pt-BR")))
                .isEqualTo("Paraguai");
        assertThat(States.name(new StateCode("AR"), Locale.FRENCH)).isEqualTo("Argentine");
        assertThat(States.name(new StateCode("PL"), Locale.forLanguageTag("pl")))
                .isEqualTo("Poland");
        assertThat(States.name(new StateCode("BA"), Locale.ENGLISH)).isEqualTo("Bosnia and Herzegovina");
        assertThat(States.name(new StateCode("KN"), Locale.ENGLISH)).isEqualTo("Saint Kitts and Nevis");
        assertThat(States.name(new StateCode("CD"), Locale.ROOT)).isEqualTo("Democratic Republic of the Congo");
        assertThat(States.name(new StateCode("CG"), Locale.ENGLISH)).isEqualTo("Congo");
        assertThat(States.name(new StateCode("PS"), Locale.ENGLISH)).isEqualTo("State of Palestine");
        assertThat(States.name(new StateCode("CI"), Locale.ENGLISH)).isEqualTo("Côte d’Ivoire");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            The former Yugoslav Republic of Macedonia | MK
            the Former Yugoslav Republic of Macedonia | MK
            Republic of Macedonia                     | MK
            North Macedonia                           | MK
            Turkey                                    | TR
            TÜRKİYE                                   | TR
            Turquía                                   | TR
            Czech Republic                            | CZ
            Czechia                                   | CZ
            República Checa                           | CZ
            Democratic Republic of the Congo          | CD
            Democratic Republic of Congo              | CD
            Congo (Democratic Republic of the)        | CD
            Congo, the Democratic Republic of the     | CD
            D.R. Congo                                | CD
            Congo-Kinshasa                            | CD
            República Democrática do Congo            | CD
            Zaire                                     | CD
            Congo                                     | CG
            the Congo                                 | CG
            Republic of the Congo                     | CG
            Congo-Brazzaville                         | CG
            Guinea                                    | GN
            Guiné                                     | GN
            Guinea-Bissau                             | GW
            Equatorial Guinea                         | GQ
            Papua New Guinea                          | PG
            Swaziland                                 | SZ
            Eswatini                                  | SZ
            Ivory Coast                               | CI
            Cote d'Ivoire                             | CI
            Côte d’Ivoire                             | CI
            Costa de Marfil                           | CI
            Costa do Marfim                           | CI
            Burma                                     | MM
            Myanmar (Burma)                           | MM
            Cape Verde                                | CV
            Cabo Verde                                | CV
            Republic of Moldova                       | MD
            Moldova, Republic of                      | MD
            Iran (Islamic Republic of)                | IR
            Irão                                      | IR
            Bolivia (Plurinational State of)          | BO
            Bolivia, Plurinational State of           | BO
            Estado Plurinacional de Bolivia           | BO
            Venezuela (Bolivarian Republic of)        | VE
            República Bolivariana de Venezuela        | VE
            United Republic of Tanzania               | TZ
            Viet Nam                                  | VN
            Vietnam                                   | VN
            Lao People's Democratic Republic          | LA
            Lao Peoples Democratic Republic           | LA
            State of Palestine                        | PS
            Palestine                                 | PS
            Holy See                                  | VA
            the Holy See *                            | VA
            Santa Sede                                | VA
            Kosovo*                                   | XK
            Kosovo (UNSCR 1244)                       | XK
            Republic of Korea                         | KR
            Korea, Republic of                        | KR
            Democratic People's Republic of Korea     | KP
            Bosnia & Herzegovina                      | BA
            Bosnia-Herzegovina                        | BA
            BOSNIA AND HERZEGOVINA                    | BA
            Bosnia y Herzegovina                      | BA
            Bosnie-et-Herzégovine                     | BA
            El Salvador                               | SV
            Salvador                                  | SV
            República de El Salvador                  | SV
            The Gambia                                | GM
            República Dominicana                      | DO
            Dominica                                  | DM
            l'Équateur                                | EC
            O Brasil                                  | BR
            los Estados Unidos                        | US
            EE. UU.                                   | US
            U.S.A.                                    | US
            USA                                       | US
            UK                                        | GB
            Great Britain                             | GB
            United Kingdom of Great Britain and Northern Ireland | GB
            Saint Lucia                               | LC
            St Lucia                                  | LC
            St Martin (French part)                   | MF
            "  costa   rica "                         | CR
            Syrian Arab Republic                      | SY
            Russian Federation                        | RU
            RU                                        | RU
            Niger                                     | NE
            Nigeria                                   | NG
            Sudan                                     | SD
            Quénia                                    | KE
            Polónia                                   | PL
            Bélarus                                   | BY
            Saint Vincent and the Grenadines          | VC
            Islas Turcas y Caicos                     | TC
            """)
    void finds_short_formal_former_and_foreign_names(String name, String code) {
        assertThat(States.parse(name)).isEqualTo(new StateCode(code));
    }

    @Test
    void finds_every_state_of_a_real_roster() {
        String roster =
                "AL;AM;AR;AT;AU;BA;BE;BG;BI;BO;BR;CD;CF;CL;CN;CO;CR;DE;DO;EC;ES;FI;FJ;GB;GE;GH;GR;GT;HN;HR;ID;IE;"
                        + "IQ;KE;KH;LA;LK;LU;LV;MA;ME;MK;MX;MY;NI;NL;PA;PE;PH;PL;PY;RO;RS;RW;SD;SI;SL;SS;SV;TH;TJ;TN;TZ;UA;UG;US;"
                        + "UY;VE;VN;VU;XK;ZM";
        assertThat(roster.split(";"))
                .allSatisfy(code -> assertThat(States.parse(code)).hasToString(code));
    }

    @Test
    void case_accents_articles_conjunctions_punctuation_and_spaces_make_no_difference() {
        List<StateCode> states = States.all();
        Cases.run(5_000, random -> {
            StateCode state = states.get(random.nextInt(states.size()));
            Locale language = Locale.forLanguageTag(StateNames.LANGUAGES.get(random.nextInt(4)));
            String name = States.name(state, language);
            String varied = vary(random, name);
            assertThat(States.parse(varied)).as("%s as %s", name, varied).isEqualTo(state);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Korea                | it could be South Korea (KR) or North Korea (KP).
            COREA                | it could be South Korea (KR) or North Korea (KP).
            the Virgin Islands   | it could be British Virgin Islands (VG) or U.S. Virgin Islands (VI).
            """)
    void refuses_a_name_of_several_states_and_lists_them(String name, String candidates) {
        assertRefused(name, "ambiguous state '" + name + "': " + candidates);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Bolivva                          | did you mean Bolivia (BO)?
            Urugauy                          | did you mean Uruguay (UY)?
            Cubba                            | did you mean Cuba (CU)?
            Argentinia                       | did you mean Argentina (AR)?
            Nigeri                           | did you mean Niger (NE) or Nigeria (NG)?
            Democratic Republic of the Kongo | did you mean Democratic Republic of the Congo (CD)?
            Cote Divoire                     | did you mean Côte d’Ivoire (CI)?
            Bosnia Herzegowina               | did you mean Bosnia and Herzegovina (BA)?
            Korea, Rep.                      | did you mean South Korea (KR)?
            Korea, Dem. People's Rep.        | did you mean North Korea (KP)?
            Egypt, Arab Rep.                 | did you mean Egypt (EG)?
            Congo, Dem. Rep.                 | did you mean Democratic Republic of the Congo (CD)?
            Congo, Rep.                      | did you mean Congo (CG)?
            Iran, Islamic Rep.               | did you mean Iran (IR)?
            Yemen, Rep.                      | did you mean Yemen (YE)?
            Venezuela, RB                    | did you mean Venezuela (VE)?
            Micronesia, Fed. Sts.            | did you mean Micronesia (FM)?
            Macedonia, FYR                   | did you mean North Macedonia (MK)?
            Lao PDR                          | did you mean Laos (LA)?
            Serbia 5                         | did you mean Serbia (RS)?
            Serbia5                          | did you mean Serbia (RS)?
            Serbia [12]                      | did you mean Serbia (RS)?
            Serbia (b)                       | did you mean Serbia (RS)?
            Serbia²                          | did you mean Serbia (RS)?
            Viet Nam, Rep.                   | did you mean Republic of Viet-Nam (XVVN)?
            """)
    void refuses_an_unknown_name_and_offers_the_nearest(String name, String offer) {
        assertRefused(name, "unknown state '" + name + "': " + offer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            Atlantis
            ZZ
            ""
            " "
            the
            *
            A
            Latin America
            032
            玻利维亚
            """)
    void offers_nothing_where_no_name_is_near(String name) {
        assertRefused(name, "unknown state '" + name + "'.");
    }

    @Test
    void refuses_a_huge_or_disturbing_text_with_a_short_and_harmless_message() {
        assertRefused("Bolivia".repeat(1_000_000), "unknown state 'BoliviaBoliviaBoliviaBoliviaBoliviaBoliv…'.");
        assertRefused("\u001b[2JX\u0000", "unknown state '\\u001b[2JX\\u0000'.");
    }

    private static void assertRefused(String name, String message) {
        assertThatThrownBy(() -> States.parse(name))
                .isInstanceOf(UnknownState.class)
                .hasMessage(message + ACCEPTED);
    }

    private static String vary(Random random, String name) {
        String article = new String[] {"", "", "the ", "La ", "los ", "L'", "l’", "O ", "As "}[random.nextInt(9)];
        String joined = name.replace(" and ", new String[] {" & ", " AND ", " y ", " e ", " et "}[random.nextInt(5)]);
        String spaced = joined.replace(" ", new String[] {" ", "  ", "\u00a0", "-", " - "}[random.nextInt(5)]);
        String decomposed =
                Normalizer.normalize(spaced, random.nextBoolean() ? Normalizer.Form.NFD : Normalizer.Form.NFC);
        String plain = random.nextBoolean()
                ? Normalizer.normalize(spaced, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                : decomposed;
        var varied = new StringBuilder(article);
        plain.chars()
                .forEach(letter -> varied.append(
                        (char) (random.nextBoolean() ? Character.toUpperCase(letter) : Character.toLowerCase(letter))));
        return varied.append(random.nextInt(4) == 0 ? " *" : "").toString();
    }
}
