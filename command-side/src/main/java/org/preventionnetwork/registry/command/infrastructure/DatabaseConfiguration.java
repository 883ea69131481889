package org.preventionnetwork.registry.command.infrastructure;

import java.util.Map;
import java.util.Objects;
import org.preventionnetwork.registry.command.dispatch.MergeLock;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command side's schemas, who may use them, and how long a session may sit on an open transaction. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessLogSettings.class, CommandSettings.class, QueryRoleSettings.class})
class DatabaseConfiguration {
    private static final long MERGES = 0x6d657267_65730000L;

    /**
     * Events and ledger have their own migrations and history. The roles of both sides get their rights by name; where
     * the query side has no user of its own, it is the command side's.
     *
     * @param kept how long the access log is; part of the migrations, so that who serves answers cannot shorten it
     */
    @Bean
    FlywayConfigurationCustomizer commandMigrations(
            JdbcConnectionDetails command,
            @Qualifier("query") ObjectProvider<JdbcConnectionDetails> query,
            AccessLogSettings kept,
            QueryRoleSettings configured) {
        String commandRole = userOf(command);
        JdbcConnectionDetails separate = query.getIfAvailable();
        String queryRole =
                separate != null ? userOf(separate) : Objects.requireNonNullElse(configured.username(), commandRole);
        return flyway -> flyway.locations("classpath:db/migration/command")
                .defaultSchema("events")
                .schemas("events", "ledger")
                .placeholders(Map.of(
                        "command_role", commandRole,
                        "query_role", queryRole,
                        "access_log_retention", kept.retention().toString()));
    }

    /** Across all nodes: the lock is the database's, and given back after what was recorded can be seen. */
    @Bean
    MergeLock mergeLock(JdbcTemplate database) {
        return command -> database.queryForList("SELECT pg_advisory_xact_lock(?)", MERGES);
    }

    @Bean
    SamePersons samePersons(JdbcTemplate database) {
        return new MergedOfficials(database);
    }

    private static String userOf(JdbcConnectionDetails details) {
        return Objects.requireNonNull(
                details.getUsername(), "Rights are granted to a named user: set spring.datasource.username");
    }

    /**
     * An open transaction that has appended an event holds up the ledger, so PostgreSQL ends sessions that leave one
     * idle for too long. Asked for by every session itself, so that it holds on a PostgreSQL that others administer. And
     * whoever waits for an answer is not left waiting for a database that gives none.
     */
    @Bean
    static BeanPostProcessor idleTransactionLimit(ObjectProvider<CommandSettings> settings) {
        return new CommandPool(() -> settings.getObject().idleTransactionTimeout());
    }
}
