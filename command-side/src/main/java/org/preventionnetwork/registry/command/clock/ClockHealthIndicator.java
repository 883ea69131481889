package org.preventionnetwork.registry.command.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while nothing is recorded because the clock is in doubt; says also when it is behind what was recorded. */
final class ClockHealthIndicator extends AbstractHealthIndicator {
    private final RecordingClock guard;
    private final ClockConfirmations confirmations;
    private final Clock wall;

    ClockHealthIndicator(RecordingClock guard, ClockConfirmations confirmations, Clock wall) {
        super("The last recorded instant could not be asked for");
        this.guard = guard;
        this.confirmations = confirmations;
        this.wall = wall;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Optional<RecordingClock.Doubt> doubt = guard.doubt();
        Instant now = wall.instant();
        Instant last = confirmations.lastKnown();
        builder.up().withDetail("now", now.toString());
        doubt.ifPresent(found -> builder.down().withDetail("nothingIsRecorded", found.why()));
        if (last != null && last.isAfter(now)) {
            builder.withDetail("lastKnownAt", last.toString())
                    .withDetail("behind", Duration.between(now, last).toString());
        }
    }
}
