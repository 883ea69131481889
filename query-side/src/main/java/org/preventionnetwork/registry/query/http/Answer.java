package org.preventionnetwork.registry.query.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** One thing, with where on both clocks it is from; its fields and these stand side by side. */
public record Answer<T>(@JsonUnwrapped T item, String asOf, Instant knownAt, long position, long lag) {
    public static <T> Answer<T> of(T item, Clocks clocks) {
        return new Answer<>(item, clocks.asOf(), clocks.knownAt(), clocks.position(), clocks.lag());
    }
}
