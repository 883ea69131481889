package org.preventionnetwork.registry.command.infrastructure;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are decided and recorded.
 *
 * @param aggregateCacheSize aggregates that are kept at hand, at most
 * @param idleTransactionTimeout after which PostgreSQL ends a session that forgot its transaction
 */
@ConfigurationProperties("registry.command")
record CommandSettings(
        @DefaultValue("10000") int aggregateCacheSize, @DefaultValue("60s") Duration idleTransactionTimeout) {
    CommandSettings {
        Checked.atLeast("registry.command.aggregate-cache-size", 1, aggregateCacheSize);
        Checked.positive("registry.command.idle-transaction-timeout", idleTransactionTimeout);
    }
}
