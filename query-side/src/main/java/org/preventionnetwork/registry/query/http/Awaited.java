package org.preventionnetwork.registry.query.http;

import org.jspecify.annotations.Nullable;

/** What must be known before an answer is given, where the clocks themselves are asked otherwise. */
@Question
public record Awaited(
        @Means(value = Awaited.POSITION, example = "1200") @Nullable Long atLeastPosition,
        @Means(value = Awaited.VERSION, example = "3") @Nullable Long atLeastVersion) {
    static final String POSITION = "Waits until this position of the ledger is known, or answers 503 with Retry-After.";
    static final String VERSION = "Waits until this version (the ETag) of the thing that is asked about is known, or"
            + " answers 503 with Retry-After.";
}
