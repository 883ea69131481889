package org.preventionnetwork.registry.query.infrastructure;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Holds no bean, only an order. Axon 4.13 sorts itself after Spring Boot 3 class names that Boot 4 has moved; without
 * this it may be configured before the data source and then runs <em>silently without transactions</em>.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration"
        })
public class QueryAxonOrderingAutoConfiguration {}
