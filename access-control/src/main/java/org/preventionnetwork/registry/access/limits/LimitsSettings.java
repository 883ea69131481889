package org.preventionnetwork.registry.access.limits;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one account, address or moment may ask for.
 *
 * @param failedLoginsPerAddress failed logins of an address before it has to wait
 * @param requestsAtOnce requests that are answered at the same time
 * @param requestsPerSecond requests of one account or address
 * @param silenceOfDatabase for how long the database may say nothing while a request waits for it
 * @param longestStatement for how long the database may work on one statement of a request; what a request has given up
 *     waiting for, or died over, would else go on there
 */
@ConfigurationProperties("registry.limits")
record LimitsSettings(
        @DefaultValue("30") int failedLoginsPerAddress,
        @DefaultValue("64") int requestsAtOnce,
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("8s") Duration silenceOfDatabase,
        @DefaultValue("30s") Duration longestStatement) {
    /** Less would be exceeded by a disk that is busy. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    LimitsSettings {
        Checked.atLeast("registry.limits.failed-logins-per-address", 1, failedLoginsPerAddress);
        Checked.atLeast("registry.limits.requests-at-once", 1, requestsAtOnce);
        Checked.atLeast("registry.limits.requests-per-second", 1, requestsPerSecond);
        Checked.between("registry.limits.silence-of-database", LEAST, LONGEST_SILENCE, silenceOfDatabase);
        Checked.between("registry.limits.longest-statement", LEAST, LONGEST_STATEMENT, longestStatement);
    }
}
