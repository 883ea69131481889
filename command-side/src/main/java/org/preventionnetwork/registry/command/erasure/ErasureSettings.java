package org.preventionnetwork.registry.command.erasure;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the erasure of a person goes on.
 *
 * @param patience with a ledger that is behind
 * @param lookEvery between looks for what another node left
 */
@ConfigurationProperties("registry.erasure")
record ErasureSettings(@DefaultValue("5s") Duration patience, @DefaultValue("30s") Duration lookEvery) {
    ErasureSettings {
        Checked.positive("registry.erasure.patience", patience);
        Checked.positive("registry.erasure.look-every", lookEvery);
    }
}
