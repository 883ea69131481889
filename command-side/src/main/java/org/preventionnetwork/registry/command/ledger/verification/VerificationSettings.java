package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When everything is derived again from what is stored.
 *
 * @param patience with a ledger or projection that is behind
 * @param every between two runs, zero for none but those asked for
 */
@ConfigurationProperties("registry.verification")
record VerificationSettings(@DefaultValue("30s") Duration patience, @DefaultValue("24h") Duration every) {
    VerificationSettings {
        Checked.positive("registry.verification.patience", patience);
        Checked.notNegative("registry.verification.every", every);
    }
}
