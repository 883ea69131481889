package org.preventionnetwork.registry.query.infrastructure;

import com.zaxxer.hikari.HikariDataSource;
import org.preventionnetwork.registry.personal.OwnDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The query side's own way to the database. */
@Configuration(proxyBeanMethods = false)
class QueryDataSourceConfiguration {
    @Bean(defaultCandidate = false)
    @Qualifier("query")
    HikariDataSource queryDataSource(
            @Qualifier("query") ObjectProvider<JdbcConnectionDetails> own,
            ObjectProvider<JdbcConnectionDetails> shared,
            Environment environment) {
        return OwnDataSource.of("query", own, shared, environment);
    }
}
