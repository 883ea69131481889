package org.preventionnetwork.registry.query.projection.engine;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections are held against what they would be.
 *
 * @param patience with one that stands still
 */
@ConfigurationProperties("registry.verification")
record CheckSettings(@DefaultValue("30s") Duration patience) {
    CheckSettings {
        Checked.positive("registry.verification.patience", patience);
    }
}
