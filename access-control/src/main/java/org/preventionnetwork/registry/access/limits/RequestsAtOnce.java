package org.preventionnetwork.registry.access.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests of one account may be answered at the same time, whatever holds them up: a large answer that nobody
 * reads, for instance, holds a thread for as long as its receiver likes.
 */
public final class RequestsAtOnce {
    private final int most;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    /** @param most of one account */
    public RequestsAtOnce(int most) {
        this.most = most;
    }

    /** @return whether it may begin; then it is to be {@link #end ended} */
    public boolean begin(String account) {
        boolean[] begun = {false};
        running.compute(account, (name, now) -> {
            int before = now == null ? 0 : now;
            begun[0] = before < most;
            return begun[0] ? Integer.valueOf(before + 1) : now;
        });
        return begun[0];
    }

    public void end(String account) {
        running.computeIfPresent(account, (name, now) -> now == 1 ? null : now - 1);
    }
}
