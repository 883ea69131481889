package org.preventionnetwork.registry.query.figures.definition;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Where a figure can have changed: rather too many places than too few, since who asks looks at each.
 *
 * @param everything positions at which any part of it can have changed
 * @param parts positions by the network, seminar or initiative that they are about
 * @param persons by position the records of persons who are counted one by one; none named means anybody
 */
public record TouchPoints(
        SortedSet<Long> everything, Map<String, SortedSet<Long>> parts, SortedMap<Long, SortedSet<String>> persons) {
    static final TouchPoints NOWHERE = new TouchPoints(Collections.emptySortedSet(), Map.of());

    TouchPoints(SortedSet<Long> everything, Map<String, SortedSet<Long>> parts) {
        this(everything, parts, Collections.emptySortedMap());
    }
}
