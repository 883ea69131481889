package org.preventionnetwork.registry.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                " =1+1",
                "\u3000=1+1",
                "\u00a0=1",
                "\u200b=1",
                "\ufeff=1",
                "\t=1",
                "\ttext",
                "\rtext",
                "\ntext",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "﹦1",
                "﹣1",
                "﹢1",
                "﹫x",
                "⁼1",
                "−1",
                "+48 22",
                "-3",
                "@x",
                "\u0001x",
                "'=1",
                "''=1",
                "' =1",
                "'＝1",
                "'\tx"
            })
    void what_a_spreadsheet_could_calculate_is_led_by_one_apostrophe_more(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.restored("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'", "''", "' ", "'tis", "a=b", "Côte d'Ivoire", "'n' -", "1-2", "–1", "(=1)", "\"=1\""})
    void other_texts_stay_as_they_are_with_the_apostrophe_that_somebody_wrote(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
        assertThat(SpreadsheetText.restored(text)).isEqualTo(text);
    }

    @Test
    void whatever_the_text_it_comes_back_and_no_two_texts_look_the_same() {
        long seed = Long.getLong("seed", 20260702);
        Random random = new Random(seed);
        String letters = "'''==+-@＝＋ \t\r\n\u3000\u00a0\u200b−a1;,\"\ud83d\ude00\ud83d";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(7); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String harmless = SpreadsheetText.harmless(text.toString());
            assertThat(SpreadsheetText.restored(harmless)).as("seed %d", seed).isEqualTo(text.toString());
            assertThat(harmless.stripLeading()).as("seed %d", seed).doesNotMatch("(?s)[=+\\-@＝＋−].*");
        }
    }
}
