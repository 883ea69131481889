package org.preventionnetwork.registry.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Refuses a start with settings that there are not, before anything is made. */
@Component
final class SettingsCheck implements BeanFactoryPostProcessor {
    /** Spring calls what settings are read into by their prefix and its class. */
    private static final String OURS = "registry";

    private final ConfigurableEnvironment environment;

    SettingsCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** @throws UnknownSettings when there are some */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<Class<?>> records = new ArrayList<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = name.startsWith(OURS) ? beans.getType(name, false) : null;
            if (type != null && type.isAnnotationPresent(ConfigurationProperties.class)) {
                records.add(type);
            }
        }
        Map<String, Optional<String>> unknown =
                new KnownSettings(records).unknown(environment.getPropertySources());
        if (!unknown.isEmpty()) {
            throw new UnknownSettings(unknown);
        }
    }
}
