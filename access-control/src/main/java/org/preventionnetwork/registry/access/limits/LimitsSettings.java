package org.preventionnetwork.registry.access.limits;

import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one account, address or moment may ask for.
 *
 * @param failedLoginsPerAddress failed logins of an address before it has to wait
 * @param requestsAtOnce requests that are answered at the same time
 * @param requestsPerSecond requests of one account or address
 */
@ConfigurationProperties("registry.limits")
record LimitsSettings(
        @DefaultValue("30") int failedLoginsPerAddress,
        @DefaultValue("64") int requestsAtOnce,
        @DefaultValue("200") int requestsPerSecond) {
    LimitsSettings {
        Checked.atLeast("registry.limits.failed-logins-per-address", 1, failedLoginsPerAddress);
        Checked.atLeast("registry.limits.requests-at-once", 1, requestsAtOnce);
        Checked.atLeast("registry.limits.requests-per-second", 1, requestsPerSecond);
    }
}
