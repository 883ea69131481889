package org.preventionnetwork.registry.api.verification;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not fit.
 *
 * @param position in the ledger, from 1; null when it is about no position
 * @param eventId of the event at fault, when it is known
 * @param code stable, such as {@code EVENT_CHANGED}
 * @param detail a sentence for people, without personal data
 */
public record Finding(@Nullable Long position, @Nullable String eventId, String code, String detail) {}
