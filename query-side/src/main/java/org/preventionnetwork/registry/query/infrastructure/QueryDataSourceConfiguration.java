package org.preventionnetwork.registry.query.infrastructure;

import com.zaxxer.hikari.HikariDataSource;
import org.preventionnetwork.registry.personal.OwnDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The query side's own way to the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
class QueryDataSourceConfiguration {
    /**
     * A plan for any value takes a condition on a range for a rare one, and reads whole tables in nested loops where all
     * days are asked about, fifty times as long on a large history; planning takes milliseconds.
     */
    private static final String PLANNED_EACH_TIME = "SET plan_cache_mode = force_custom_plan";
    /** What it would remember of a table expression it takes for little, and looks up each row by itself. */
    private static final String JOINED_AT_ONCE = "SET enable_memoize = off";

    @Bean(defaultCandidate = false)
    @Qualifier("query")
    HikariDataSource queryDataSource(
            @Qualifier("query") ObjectProvider<JdbcConnectionDetails> own,
            ObjectProvider<JdbcConnectionDetails> shared,
            QuerySettings settings,
            Environment environment) {
        HikariDataSource pool = OwnDataSource.of("query", settings.datasource(), own, shared, environment);
        pool.setConnectionInitSql(PLANNED_EACH_TIME + "; " + JOINED_AT_ONCE);
        return pool;
    }
}
