package org.preventionnetwork.registry.command.ledger.signing;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the ledger is signed.
 *
 * @param signEvery where something new is in it
 * @param signRetry after a failure
 */
@ConfigurationProperties("registry.ledger")
record SigningSettings(@DefaultValue("1s") Duration signEvery, @DefaultValue("5s") Duration signRetry) {
    SigningSettings {
        Checked.positive("registry.ledger.sign-every", signEvery);
        Checked.positive("registry.ledger.sign-retry", signRetry);
    }
}
