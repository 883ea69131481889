package org.preventionnetwork.registry.personal;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys of persons are, and how long this node remembers them.
 *
 * @param directory of the master keys; blank for the data folder's own
 * @param kms the URI of a KMS key that encrypts the master keys; blank for none
 * @param remembered how long a key stays in memory
 * @param shared whether other nodes use the same keys
 * @param cluster the folder of the database's PostgreSQL, where it is this process's to delete from; blank where not
 * @param datasource where the keys are, if not in the registry's database
 */
@ConfigurationProperties("registry.keys")
record KeySettings(
        @DefaultValue("") String directory,
        @DefaultValue("") String kms,
        @DefaultValue("60s") Duration remembered,
        @DefaultValue("true") boolean shared,
        @DefaultValue("") String cluster,
        @DefaultValue OwnDatabase datasource) {
    KeySettings {
        Checked.notNegative("registry.keys.remembered", remembered);
        Checked.atLeast("registry.keys.datasource.maximum-pool-size", 1, datasource.maximumPoolSize());
        if (!directory.isBlank()) {
            Checked.path("registry.keys.directory", directory);
        }
        if (!cluster.isBlank()) {
            Checked.path("registry.keys.cluster", cluster);
        }
    }
}
