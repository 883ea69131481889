package org.preventionnetwork.registry.api.time;

import org.preventionnetwork.registry.api.text.Excerpt;

/** A text that is no historical date. Its message says what is wrong with it and what is accepted, and can be shown. */
public final class InvalidHistoricalDate extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The forms that {@link HistoricalDate#parse} takes, for messages and help. */
    public static final String ACCEPTED = "2012, 2012-03, 2012-03-15, a season 2012-21 (spring) to 2012-24 (winter),"
            + " [2014-10-10..2015-07-16], [..2017], [2012..] or unknown; ?, ~ or % may follow all but unknown";

    InvalidHistoricalDate(String text, String whatIsWrong) {
        super(Excerpt.of(text) + " is not a historical date: " + whatIsWrong + ". Accepted: " + ACCEPTED + ".");
    }
}
