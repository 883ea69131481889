package org.preventionnetwork.registry.query.http;

/** A query parameter has no value that is accepted; the answer is 400. */
public final class MalformedQuestion extends RuntimeException {
    private final String parameter;

    /** @param accepted says what would be accepted, in a sentence */
    public MalformedQuestion(String parameter, String accepted) {
        super(accepted, null, false, false);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
