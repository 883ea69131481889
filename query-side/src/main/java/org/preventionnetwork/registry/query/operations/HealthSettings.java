package org.preventionnetwork.registry.query.operations;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When projections that are behind are not well.
 *
 * @param toleratedLag events that one may be behind
 * @param patience for how long it may be further behind, or stand still
 */
@ConfigurationProperties("registry.query.health")
record HealthSettings(@DefaultValue("10000") int toleratedLag, @DefaultValue("30s") Duration patience) {
    HealthSettings {
        Checked.atLeast("registry.query.health.tolerated-lag", 0, toleratedLag);
        Checked.notNegative("registry.query.health.patience", patience);
    }
}
