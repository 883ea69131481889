package org.preventionnetwork.registry.standalone.postgres;

import java.time.Duration;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The registry's own PostgreSQL, where it has no other.
 *
 * @param programs where PostgreSQL's programs are unpacked; blank for the data folder's own
 * @param port 0 for a free one
 * @param startTimeout how long recovery after a crash may take
 */
@ConfigurationProperties("registry.postgres")
record PostgresSettings(
        @DefaultValue("") String programs, @DefaultValue("0") int port, @DefaultValue("10m") Duration startTimeout) {
    private static final int LAST_PORT = 65_535;

    PostgresSettings {
        if (!programs.isBlank()) {
            Checked.path("registry.postgres.programs", programs);
        }
        Checked.between("registry.postgres.port", 0, LAST_PORT, port);
        Checked.positive("registry.postgres.start-timeout", startTimeout);
    }
}
