package org.preventionnetwork.registry.standalone;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses that no other test of this run uses. */
final class Ids {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Ids() {}

    /** {@code /api/networks/network-7} for {@code network}. */
    static String next(String type) {
        return "/api/" + type + "s/" + type + "-" + NEXT.incrementAndGet();
    }
}
