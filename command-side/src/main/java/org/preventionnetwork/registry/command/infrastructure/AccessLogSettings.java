package org.preventionnetwork.registry.command.infrastructure;

import java.time.Period;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log of who read personal data.
 *
 * @param retention how long it is kept
 */
@ConfigurationProperties("registry.access-log")
record AccessLogSettings(@DefaultValue("2y") Period retention) {
    AccessLogSettings {
        Checked.positive("registry.access-log.retention", retention);
    }
}
