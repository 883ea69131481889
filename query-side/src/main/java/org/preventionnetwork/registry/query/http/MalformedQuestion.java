package org.preventionnetwork.registry.query.http;

import java.util.List;

/** A query parameter has no value that is accepted; the answer is 400, and a page says it where the parameter stands. */
public final class MalformedQuestion extends RuntimeException {
    private static final String ANY = "fault.other";

    private final String parameter;
    private final String text;
    private final List<String> values;

    /** @param accepted says what would be accepted, in a sentence */
    public MalformedQuestion(String parameter, String accepted) {
        this(parameter, accepted, ANY);
    }

    /**
     * Of what people type on pages.
     *
     * @param accepted says what would be accepted, in a sentence
     * @param text key of the same sentence among the pages' texts
     * @param values for its places
     */
    public MalformedQuestion(String parameter, String accepted, String text, String... values) {
        super(accepted, null, false, false);
        this.parameter = parameter;
        this.text = text;
        this.values = List.of(values);
    }

    public String parameter() {
        return parameter;
    }

    public String text() {
        return text;
    }

    public List<String> values() {
        return values;
    }
}
