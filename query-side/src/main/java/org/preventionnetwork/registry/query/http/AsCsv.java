package org.preventionnetwork.registry.query.http;

import java.util.List;

/** An answer that is no {@link Page}, since it says more than a list does, and has a list in it all the same. */
public interface AsCsv {
    /** Records of {@link #lineType()}, a line each. */
    List<?> lines();

    /** Whose fields are the header, also where there is no line. */
    Class<? extends Record> lineType();
}
