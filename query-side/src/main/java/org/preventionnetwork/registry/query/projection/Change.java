package org.preventionnetwork.registry.query.projection;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.KnownFact;

/**
 * One event, with what is known of its entity once it is brought in.
 *
 * @param before the fact it is about as it was known before, or null for a first recording
 * @param after the fact as it is known now, or null after an annulment
 */
public record Change(RecordedEvent at, KnownFacts facts, @Nullable KnownFact before, @Nullable KnownFact after) {}
