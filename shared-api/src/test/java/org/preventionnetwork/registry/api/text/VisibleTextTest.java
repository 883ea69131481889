package org.preventionnetwork.registry.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VisibleTextTest {

    @Test
    void what_people_write_in_any_script_is_accepted() {
        for (String text : new String[] {
            "Ñandú – “Red” 网络 שלום 🕊",
            "می\u200cخواهم",
            "क्\u200dष",
            "👩\u200d⚖\ufe0f",
            "العربية\u200f (2012)",
            "Zoe\u0308",
            "葛\udb40\udd00城市",
            "\u0600123",
            "non\u00a0breaking",
            ""
        }) {
            assertThat(VisibleText.problem(text, false)).as(text).isEmpty();
        }
    }

    @Test
    void what_turns_the_direction_is_refused_everywhere() {
        for (int codePoint : new int[] {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
            String text = "ab" + Character.toString(codePoint) + "cd";
            assertThat(VisibleText.problem(text, true)).contains("direction", "U+%04X at place 3".formatted(codePoint));
            assertThat(VisibleText.problem(text, false)).contains("direction");
        }
    }

    @Test
    void what_nobody_sees_is_refused_in_a_name_and_tolerated_between_the_words_of_a_text() {
        for (int codePoint : new int[] {
            0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x2028, 0x2029, 0x2060, 0x2064, 0x206A, 0x2800,
            0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0x1D173, 0xE0001, 0xE0041
        }) {
            String text = "Boli" + Character.toString(codePoint) + "via";
            assertThat(VisibleText.problem(text, false)).as("U+%04X", codePoint).isNotEmpty();
            assertThat(VisibleText.problem(text, true)).as("U+%04X", codePoint).isEmpty();
        }
    }

    @Test
    void of_every_text_something_can_be_seen() {
        for (String text :
                new String[] {"\u200c\u200d", "\u200f \u200e", "\ufe0f", "\u0301", "\u00a0\u200d", "\udb40\udd00"}) {
            assertThat(VisibleText.problem(text, false)).as(Excerpt.of(text)).contains("can be seen");
            assertThat(VisibleText.problem(text, true)).as(Excerpt.of(text)).contains("can be seen");
        }
        assertThat(VisibleText.problem("\u200b\n\u2060", true)).contains("can be seen");
    }
}
