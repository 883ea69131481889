package org.preventionnetwork.registry.api.text;

import java.util.Locale;

/**
 * What people type and others read must look like what it is: the one rule for every name, title and text. Something of
 * it can be seen, nothing in it turns the direction of what follows, and a name has no characters in it that nobody sees,
 * by which two names would look the same. What scripts and emoji need (joiners, marks of direction, variants) is left
 * alone.
 */
public final class VisibleText {
    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;
    private static final int BRAILLE_BLANK = 0x2800;

    private VisibleText() {}

    /**
     * @param lines whether it is a text of several lines, in which what nobody sees between words deceives nobody
     * @return what is wrong, in English and without repeating the text; the empty string when nothing is
     */
    public static String problem(String text, boolean lines) {
        boolean visible = false;
        int place = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            place++;
            if (turnsDirection(codePoint)) {
                return "characters that turn the direction of writing are not accepted: take out "
                        + named(codePoint, place);
            }
            if (!lines && isInvisible(codePoint) && !isNeeded(codePoint)) {
                return "characters that nobody sees are not accepted: take out " + named(codePoint, place);
            }
            visible |= isVisible(codePoint);
            i += Character.charCount(codePoint);
        }
        return visible || text.isBlank() ? "" : "a text of which something can be seen is accepted";
    }

    private static String named(int codePoint, int place) {
        return String.format(Locale.ROOT, "U+%04X at place %d", codePoint, place);
    }

    /** Embeddings, overrides and isolates: what comes after them is shown in an order that it does not have. */
    private static boolean turnsDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.UNASSIGNED,
                    // Marks stand on something, or else may not be seen.
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !isInvisible(codePoint);
        };
    }

    /** What Unicode lets a reader show nothing for, and what is a letter or a symbol by name and blank by shape. */
    private static boolean isInvisible(int codePoint) {
        return (Character.getType(codePoint) == Character.FORMAT && !isShownBeforeDigits(codePoint))
                || isVariant(codePoint)
                || codePoint == COMBINING_GRAPHEME_JOINER
                || codePoint == BRAILLE_BLANK
                || (codePoint >= 0x115F && codePoint <= 0x1160)
                || (codePoint >= 0x17B4 && codePoint <= 0x17B5)
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF)
                || Character.getType(codePoint) == Character.LINE_SEPARATOR
                || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isShownBeforeDigits(int codePoint) {
        return (codePoint >= 0x0600 && codePoint <= 0x0605)
                || codePoint == 0x06DD
                || codePoint == 0x070F
                || (codePoint >= 0x0890 && codePoint <= 0x0891)
                || codePoint == 0x08E2
                || codePoint == 0x110BD
                || codePoint == 0x110CD;
    }

    private static boolean isVariant(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0x180B && codePoint <= 0x180D)
                || codePoint == 0x180F
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /** Joiners and marks of direction, without which some languages cannot be written; variants of what is seen. */
    private static boolean isNeeded(int codePoint) {
        return (codePoint >= 0x200C && codePoint <= 0x200F) || codePoint == 0x061C || isVariant(codePoint);
    }
}
