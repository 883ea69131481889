package org.preventionnetwork.registry.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void quotes_ordinary_text_of_any_script_as_it_is() {
        assertThat(Excerpt.of("")).isEqualTo("''");
        assertThat(Excerpt.of("Côte d'Ivoire, Україна ½")).isEqualTo("'Côte d'Ivoire, Україна ½'");
        assertThat(Excerpt.of("<b>&amp;")).isEqualTo("'<b>&amp;'");
    }

    @Test
    void cuts_after_forty_characters_and_never_inside_a_surrogate_pair() {
        String forty = "x".repeat(40);
        assertThat(Excerpt.of(forty)).isEqualTo("'" + forty + "'");
        assertThat(Excerpt.of(forty + "y")).isEqualTo("'" + forty + "…'");
        assertThat(Excerpt.of("x".repeat(38) + "𝄞y")).isEqualTo("'" + "x".repeat(38) + "𝄞…'");
        assertThat(Excerpt.of("x".repeat(39) + "𝄞")).isEqualTo("'" + "x".repeat(39) + "…'");
        assertThat(Excerpt.of("x".repeat(10_000_000))).hasSize(43);
    }

    @Test
    void escapes_whatever_could_disturb_a_log_or_a_terminal() {
        assertThat(Excerpt.of("a\u001b[31m\u0000\r\n\tb")).isEqualTo("'a\\u001b[31m\\u0000\\u000d\\u000a\\u0009b'");
        assertThat(Excerpt.of("\u202e\u200b\u2028\u00a0")).isEqualTo("'\\u202e\\u200b\\u2028\\u00a0'");
        assertThat(Excerpt.of("\ud834")).isEqualTo("'\\ud834'");
        assertThat(Excerpt.of("\udb40\udc01")).isEqualTo("'\\udb40\\udc01'");
    }
}
