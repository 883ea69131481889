package org.preventionnetwork.registry.query.infrastructure;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.preventionnetwork.registry.personal.OwnDatabase;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the query side reads from.
 *
 * @param datasource its own way to the database
 * @param ledger how it reads the events
 */
@ConfigurationProperties("registry.query")
record QuerySettings(@DefaultValue OwnDatabase datasource, @DefaultValue Reading ledger) {
    QuerySettings {
        Checked.atLeast("registry.query.datasource.maximum-pool-size", 1, datasource.maximumPoolSize());
    }

    /**
     * @param batch events at once
     * @param poll between looks for events that nobody has told of
     */
    record Reading(@DefaultValue("2000") int batch, @DefaultValue("50ms") Duration poll) {
        Reading {
            Checked.atLeast("registry.query.ledger.batch", 1, batch);
            Checked.positive("registry.query.ledger.poll", poll);
        }
    }
}
