package org.preventionnetwork.registry.api.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts in cells of a spreadsheet, so that none is taken for a formula there. What an export made harmless, an import
 * undoes, and nothing else: {@code restored(harmless(text))} is the text, whatever it is, and a text that somebody begins
 * with an apostrophe keeps it.
 */
public final class SpreadsheetText {
    /** Without it at the beginning of a file, spreadsheets take UTF-8 for something else: EspaÃ±a. */
    public static final String MARK = "\uFEFF";

    private static final Pattern WANTED = Pattern.compile("(?i)text/csv\\s*;[^,]*\\bbom\\s*=\\s*\"?true\\b");

    /** Whether a request's {@code Accept} asks for the {@link #MARK}: {@code text/csv; bom=true}. */
    public static boolean isMarkWanted(@Nullable String accept) {
        return accept != null && WANTED.matcher(accept).find();
    }

    private static final String FORMULA = "=+-@";
    /** The minus sign of mathematics, which is no compatibility form of the hyphen. */
    private static final int MINUS_SIGN = 0x2212;

    private SpreadsheetText() {}

    /** The text, led by an apostrophe where a spreadsheet could take it for a formula, or an import for such a text. */
    public static String harmless(String text) {
        return isLedByFormula(text) ? "'" + text : text;
    }

    /** The text that {@link #harmless} was given. */
    public static String restored(String cell) {
        return cell.startsWith("'") && isLedByFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** The text as a field of a CSV file (RFC 4180), quoted where some reader would see more than one cell in it. */
    public static String csvCell(String text) {
        return text.matches("(?s).*[\",\r\n;\t\u0085\u2028\u2029].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /**
     * After any number of apostrophes and of what spreadsheets trim or do not show, a character that begins a formula, in
     * whatever width; or, after any number of apostrophes, a control character.
     */
    private static boolean isLedByFormula(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        if (start < text.length() && Character.isISOControl(text.charAt(start))) {
            return true;
        }
        for (int i = start; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!isUnseen(codePoint)) {
                return beginsFormula(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean isUnseen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean beginsFormula(int codePoint) {
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return codePoint == MINUS_SIGN || FORMULA.indexOf(plain.charAt(0)) >= 0;
    }
}
