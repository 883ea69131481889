package org.preventionnetwork.registry.query.http;

/** An answer with a part of a list, whose neighbours {@link PageLinks} names. */
public interface Paged {
    int page();

    int size();

    long total();
}
