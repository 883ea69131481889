package org.preventionnetwork.registry.access.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Counts the failed logins of each address, whichever account or token was tried. */
public final class Guesses {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int ADDRESSES = 100_000;

    private final LoadingCache<String, Bucket> failures;

    /** @param tolerated failures in five minutes */
    public Guesses(int tolerated) {
        failures = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tolerated).refillGreedy(tolerated, WINDOW))
                        .build());
    }

    /** @throws TooManyGuesses when there were too many; nothing is compared then */
    public void requireFew(String address) {
        var estimate = failures.get(Addresses.network(address)).estimateAbilityToConsume(1);
        if (!estimate.canBeConsumed()) {
            throw new TooManyGuesses(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
        }
    }

    public void count(String address) {
        failures.get(Addresses.network(address)).tryConsume(1);
    }
}
