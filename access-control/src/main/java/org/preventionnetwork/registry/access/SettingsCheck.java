package org.preventionnetwork.registry.access;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Refuses a start with settings that there are not, before there is a folder or a database that was not meant. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** @throws UnknownSettings when there are some */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Optional<String>> unknown =
                KnownSettings.all().unknown(context.getEnvironment().getPropertySources());
        if (!unknown.isEmpty()) {
            throw new UnknownSettings(unknown);
        }
    }
}
