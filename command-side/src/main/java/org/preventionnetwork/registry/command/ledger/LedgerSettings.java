package org.preventionnetwork.registry.command.ledger;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sequencer works.
 *
 * @param sessionTimeout after which a session that hangs is given up
 * @param poll between looks for events that nobody has told of
 * @param pause before it looks again for what is being committed
 * @param retry after a failure
 * @param batch events that get their positions at once
 * @param patience of a command for which the ledger is behind
 * @param stalledAfter without progress before health says so
 */
@ConfigurationProperties("registry.ledger")
record LedgerSettings(
        @DefaultValue("60s") Duration sessionTimeout,
        @DefaultValue("50ms") Duration poll,
        @DefaultValue("2ms") Duration pause,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("10000") int batch,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("2m") Duration stalledAfter) {
    LedgerSettings {
        Checked.positive("registry.ledger.session-timeout", sessionTimeout);
        Checked.positive("registry.ledger.poll", poll);
        Checked.positive("registry.ledger.pause", pause);
        Checked.positive("registry.ledger.retry", retry);
        Checked.atLeast("registry.ledger.batch", 1, batch);
        Checked.positive("registry.ledger.patience", patience);
        Checked.positive("registry.ledger.stalled-after", stalledAfter);
    }
}
