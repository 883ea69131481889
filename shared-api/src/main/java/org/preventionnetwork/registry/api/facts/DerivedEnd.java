package org.preventionnetwork.registry.api.facts;

import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Something that is over by what was recorded of something else: a state that is a member from a day on ends being an
 * observer, though nobody said so. Whoever records the one is told of the other.
 *
 * @param resourceId the membership that ends
 * @param kind as what the state belonged, as the API calls it
 * @param since when it began
 * @param until the first day that it no longer holds
 */
public record DerivedEnd(String resourceId, StateCode state, String kind, HistoricalDate since, HistoricalDate until) {}
