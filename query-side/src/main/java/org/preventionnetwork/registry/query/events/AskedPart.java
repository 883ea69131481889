package org.preventionnetwork.registry.query.events;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which part of all events is asked for. */
@Question
record AskedPart(
        @Means(value = "The sequence of the last event that is known already.", example = "1200") @Nullable Long after,
        @Means(value = "How many events at most.", example = "100") @Nullable Long limit) {}
