package org.preventionnetwork.registry.query.infrastructure;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The query side's own way to the database. In order: connection details qualified as {@code query},
 * {@code registry.query.datasource.*}, and for what is not given there, the application's {@code spring.datasource.*}.
 */
@Configuration(proxyBeanMethods = false)
class QueryDataSourceConfiguration {
    private static final String PREFIX = "registry.query.datasource.";

    @Bean(defaultCandidate = false)
    @Qualifier("query")
    HikariDataSource queryDataSource(
            @Qualifier("query") ObjectProvider<JdbcConnectionDetails> own,
            ObjectProvider<JdbcConnectionDetails> shared,
            Environment environment) {
        JdbcConnectionDetails separate = own.getIfAvailable();
        JdbcConnectionDetails details = separate != null ? separate : shared.getObject();
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("query");
        pool.setJdbcUrl(setting(environment, "url", separate == null, details.getJdbcUrl()));
        pool.setUsername(setting(environment, "username", separate == null, details.getUsername()));
        pool.setPassword(setting(environment, "password", separate == null, details.getPassword()));
        pool.setMaximumPoolSize(environment.getProperty(PREFIX + "maximum-pool-size", Integer.class, 16));
        return pool;
    }

    private static @Nullable String setting(
            Environment environment, String name, boolean configurable, @Nullable String otherwise) {
        String configured = configurable ? environment.getProperty(PREFIX + name) : null;
        return configured != null ? configured : otherwise;
    }
}
