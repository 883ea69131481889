package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.personal.KeyRefused;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;

/**
 * Down when the next start would be refused for want of a key, with what to do before it. What is recorded meanwhile is
 * sealed and encrypted with the keys in memory, which are right.
 */
final class KeysHealthIndicator extends AbstractHealthIndicator {
    private final KeysCheck keys;
    private final Duration every;
    private @Nullable List<KeyRefused> found;
    private long lookedAt;

    /** @param every how long what was found is told again, before the files are read anew */
    KeysHealthIndicator(KeysCheck keys, Duration every) {
        this.keys = keys;
        this.every = every;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        try {
            tell(found(), builder);
        } catch (DataAccessException away) {
            builder.status(Status.UNKNOWN).withDetail("keys", "by what they are known again cannot be read now");
        }
    }

    private synchronized List<KeyRefused> found() {
        List<KeyRefused> known = found;
        if (known == null || System.nanoTime() - lookedAt >= every.toNanos()) {
            known = keys.look();
            found = known;
            lookedAt = System.nanoTime();
        }
        return known;
    }

    private static void tell(List<KeyRefused> found, Health.Builder builder) {
        if (found.isEmpty()) {
            builder.up();
            return;
        }
        builder.down()
                .withDetail("found", found.stream().map(KeyRefused::fault).toList())
                .withDetail(
                        "beforeTheNextStart",
                        found.stream().map(KeyRefused::cure).distinct().toList());
    }
}
