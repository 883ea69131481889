package org.preventionnetwork.registry.access.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** How many requests an account may send each second; without a login, an address. */
public final class RequestRate {
    private static final int KNOWN = 100_000;

    private final LoadingCache<String, Bucket> senders;

    public RequestRate(int perSecond) {
        senders = Caffeine.newBuilder()
                .maximumSize(KNOWN)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build(sender -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** @return how long an account has to wait, or empty when it need not */
    public Optional<Duration> account(String name) {
        return take("account " + name);
    }

    /** @return how long an address has to wait, or empty when it need not */
    public Optional<Duration> address(String address) {
        return take("address " + Addresses.network(address));
    }

    private Optional<Duration> take(String sender) {
        ConsumptionProbe probe = senders.get(sender).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
