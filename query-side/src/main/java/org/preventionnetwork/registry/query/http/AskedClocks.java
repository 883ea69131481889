package org.preventionnetwork.registry.query.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Where on both clocks something is asked, and what must be known there; {@link Questions} finds the {@link Clocks}. */
@Question
public record AskedClocks(
        @Means(
                        value =
                                "True on: the day that the answer is for, the last that the date can mean. Without it, today.",
                        example = "2012-06-01")
                @Nullable
                HistoricalDate asOf,
        @Means("Known on: what was recorded by this moment. Without it, everything.") @Nullable Instant knownAt,
        @Means(value = "Known on, as a position of the ledger; goes before knownAt.", example = "1200") @Nullable
                Long knownAtPosition,
        @Means(value = Awaited.POSITION, example = "1200") @Nullable Long atLeastPosition,
        @Means(value = Awaited.VERSION, example = "3") @Nullable Long atLeastVersion) {

    /** Today, and all that is known. */
    public static final AskedClocks NOW = new AskedClocks(null, null, null, null, null);
}
