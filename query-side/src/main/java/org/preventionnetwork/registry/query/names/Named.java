package org.preventionnetwork.registry.query.names;

import java.util.Map;

/** Something as it is called on the day that an answer is for, so that what it is called today can stand beside. */
public interface Named {
    String id();

    /** As it calls itself. */
    String name();

    /** In languages, by their tags. */
    Map<String, String> names();
}
