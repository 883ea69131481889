package org.preventionnetwork.registry.query.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Two points of the clocks, to be compared. */
@Question
public record TwoPoints(
        @Means(value = "True on, of the first point. Without it, today.", example = "2012") @Nullable
                HistoricalDate asOf1,
        @Means("Known on, of the first point. Without it, everything.") @Nullable Instant knownAt1,
        @Means(
                        value = "Known on, of the first point, as a position of the ledger; goes before knownAt1.",
                        example = "100")
                @Nullable
                Long knownAtPosition1,
        @Means(value = "True on, of the second point. Without it, today.", example = "2016") @Nullable
                HistoricalDate asOf2,
        @Means("Known on, of the second point. Without it, everything.") @Nullable Instant knownAt2,
        @Means(
                        value = "Known on, of the second point, as a position of the ledger; goes before knownAt2.",
                        example = "1200")
                @Nullable
                Long knownAtPosition2) {

    /** @param awaited what must be known at either point */
    public AskedClocks first(Awaited awaited) {
        return new AskedClocks(asOf1, knownAt1, knownAtPosition1, awaited.atLeastPosition(), awaited.atLeastVersion());
    }

    /** @param awaited what must be known at either point */
    public AskedClocks second(Awaited awaited) {
        return new AskedClocks(asOf2, knownAt2, knownAtPosition2, awaited.atLeastPosition(), awaited.atLeastVersion());
    }
}
