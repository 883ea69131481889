package org.preventionnetwork.registry.api.text;

/** What a refusal may repeat of the text that it refuses: short, on one line, and harmless in a log or a terminal. */
public final class Excerpt {

    /** No more characters of the input than this are ever repeated. */
    public static final int LIMIT = 40;

    private Excerpt() {}

    /**
     * The text in single quotes, cut after {@value #LIMIT} characters. Control and formatting characters, lone
     * surrogates, unassigned characters and separators other than the space appear as {@code \}{@code u001b}.
     */
    public static String of(String text) {
        var excerpt = new StringBuilder("'");
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            int next = index + Character.charCount(codePoint);
            if (next > LIMIT) {
                return excerpt.append("…'").toString();
            }
            append(excerpt, codePoint);
            index = next;
        }
        return excerpt.append('\'').toString();
    }

    private static void append(StringBuilder excerpt, int codePoint) {
        if (isHarmless(codePoint)) {
            excerpt.appendCodePoint(codePoint);
        } else {
            for (char unit : Character.toChars(codePoint)) {
                excerpt.append(String.format("\\u%04x", (int) unit));
            }
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
