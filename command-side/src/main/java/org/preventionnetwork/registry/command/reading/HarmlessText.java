package org.preventionnetwork.registry.command.reading;

import org.preventionnetwork.registry.api.text.Excerpt;
import org.preventionnetwork.registry.api.text.VisibleText;

/** Which characters a text may hold, and how a sender's word is repeated. */
final class HarmlessText {
    private HarmlessText() {}

    /** What is wrong with the characters of a text, or the empty string. */
    static String problem(String text, boolean lines) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int type = Character.getType(codePoint);
            if (type == Character.SURROGATE) {
                return "it holds half of a surrogate pair, which is no character";
            }
            if (type == Character.CONTROL && !(lines && isLayout(codePoint))) {
                return lines
                        ? "control characters other than line breaks and tabs are not accepted"
                        : "control characters are not accepted, nor are line breaks";
            }
            i += Character.charCount(codePoint);
        }
        return VisibleText.problem(text, lines);
    }

    private static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    /** The word on one line, of at most {@value Excerpt#LIMIT} characters. */
    static String excerpt(String word) {
        String quoted = Excerpt.of(word);
        return quoted.substring(1, quoted.length() - 1);
    }
}
