package org.preventionnetwork.registry.query.projection.engine;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections are brought up to date and rebuilt.
 *
 * @param rebuildBatch events at once
 * @param rebuildLease of the node that rebuilds
 * @param rememberedEntities whose facts are kept at hand
 * @param workers threads
 */
@ConfigurationProperties("registry.query")
record ProjectionSettings(
        @DefaultValue("5000") int rebuildBatch,
        @DefaultValue("15s") Duration rebuildLease,
        @DefaultValue("50000") int rememberedEntities,
        @DefaultValue("4") int workers) {
    ProjectionSettings {
        Checked.atLeast("registry.query.rebuild-batch", 1, rebuildBatch);
        Checked.positive("registry.query.rebuild-lease", rebuildLease);
        Checked.atLeast("registry.query.remembered-entities", 0, rememberedEntities);
        Checked.atLeast("registry.query.workers", 1, workers);
    }
}
