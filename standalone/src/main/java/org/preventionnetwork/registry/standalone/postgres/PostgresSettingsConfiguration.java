package org.preventionnetwork.registry.standalone.postgres;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Used before there are beans; one all the same, as all settings are that there are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostgresSettings.class)
class PostgresSettingsConfiguration {}
