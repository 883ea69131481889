package org.preventionnetwork.registry.query.ledger;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Two sizes of the log. */
@Question
record AskedSizes(
        @Means(value = "The size of the earlier tree, from 1; needed.", example = "100") @Nullable Long from,
        @Means(value = "The size of the later tree; the newest checkpoint's without it.", example = "1200") @Nullable
                Long to) {}
