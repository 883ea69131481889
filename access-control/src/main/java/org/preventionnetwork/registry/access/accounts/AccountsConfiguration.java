package org.preventionnetwork.registry.access.accounts;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.limits.Guesses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what knows accounts: in a schema of their own, made by its owner, used with no more rights than needed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, AdministratorSettings.class})
class AccountsConfiguration {

    @Bean(defaultCandidate = false, initMethod = "migrate")
    @Qualifier("access")
    Flyway accessMigrations(JdbcConnectionDetails user, ObjectProvider<FlywayConnectionDetails> owner) {
        FlywayConnectionDetails own = owner.getIfAvailable();
        return Flyway.configure()
                .dataSource(
                        otherwise(own == null ? null : own.getJdbcUrl(), user.getJdbcUrl()),
                        otherwise(own == null ? null : own.getUsername(), user.getUsername()),
                        otherwise(own == null ? null : own.getPassword(), user.getPassword()))
                .locations("classpath:db/migration/access")
                .schemas("access")
                .table("migration")
                .placeholders(Map.of(
                        "command_role",
                        Objects.requireNonNull(
                                user.getUsername(),
                                "Rights are granted to a named user: set spring.datasource.username")))
                .load();
    }

    private static @Nullable String otherwise(@Nullable String own, @Nullable String shared) {
        return own != null ? own : shared;
    }

    /** Comes after the migrations. */
    @Bean(defaultCandidate = false)
    @Qualifier("access")
    JdbcClient accessJdbc(DataSource database, @Qualifier("access") Flyway migrated) {
        return JdbcClient.create(database);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("access")
    TransactionTemplate accessTransaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    AccountStore accountStore(@Qualifier("access") JdbcClient jdbc) {
        return new AccountStore(jdbc);
    }

    @Bean
    AccountChanges accountChanges(@Qualifier("access") JdbcClient jdbc) {
        return new AccountChanges(jdbc);
    }

    @Bean
    Passwords accountPasswords(AccessSettings settings) {
        return new Passwords(settings.bcryptCost());
    }

    @Bean
    Accounts accounts(
            AccountStore store,
            AccountChanges changes,
            Passwords passwords,
            @Qualifier("access") TransactionTemplate transaction) {
        return new Accounts(store, changes, passwords, transaction);
    }

    @Bean
    Logins logins(AccountStore store, Accounts accounts, AccountChanges changes, Passwords passwords, Guesses guesses) {
        return new Logins(store, accounts, changes, passwords, guesses, Clock.systemUTC());
    }

    @Bean
    FirstAdministrator firstAdministrator(AccountStore store, Accounts accounts, AdministratorSettings settings) {
        return new FirstAdministrator(store, accounts, settings.password());
    }

    /** Before the first request can come in. */
    @Bean
    SmartInitializingSingleton configuredAdministrator(
            FirstAdministrator first,
            AccountStore store,
            AccountChanges changes,
            @Qualifier("access") TransactionTemplate transaction) {
        return () -> {
            new ReservedNames(store, changes, transaction).giveUp();
            first.makeWithConfiguredPassword();
        };
    }
}
