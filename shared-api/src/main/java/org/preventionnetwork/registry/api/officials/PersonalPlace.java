package org.preventionnetwork.registry.api.officials;

/**
 * Where a personal text stands. A sealed text can be opened there and nowhere else, so none can be put in the place of
 * another. Hence neither the stored name of such a fact nor the names of its personal fields may ever change.
 *
 * <p>A fact and its corrections are one place: what a correction leaves as it was keeps its sealed text, and whoever
 * cannot open it can still tell that it did not change.
 *
 * @param fact the stored name of the fact, e.g. {@code official.OfficialRegistered}
 * @param field its field, e.g. {@code fullName}
 */
public record PersonalPlace(String fact, String field, String factId) {}
