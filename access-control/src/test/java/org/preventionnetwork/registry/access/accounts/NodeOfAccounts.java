package org.preventionnetwork.registry.access.accounts;

import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.limits.Guesses;
import org.preventionnetwork.registry.testing.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one node knows of accounts and logins; any number of them share a database. */
public final class NodeOfAccounts {
    public static final String PASSWORD = "correct horse battery";
    private static final int CHEAPEST = 4;

    public final JdbcClient jdbc;
    public final TransactionTemplate transaction;
    public final AccountChanges changes;
    private final AccountStore store;
    public final Guesses guesses = new Guesses(1000);
    public final Accounts accounts;
    public final Logins logins;

    public NodeOfAccounts(DataSource database) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        changes = new AccountChanges(jdbc);
        store = new AccountStore(jdbc);
        Passwords passwords = new Passwords(CHEAPEST);
        accounts = new Accounts(store, changes, passwords, transaction);
        logins = new Logins(store, accounts, changes, passwords, guesses, Clock.systemUTC());
    }

    public static DataSource database() throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.empty());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/access")
                .schemas("access")
                .table("migration")
                .placeholders(Map.of("command_role", "postgres"))
                .load()
                .migrate();
        return database;
    }

    /** An account with every role, made by nobody. */
    public Account administrator(String name) {
        return accounts.createConfigured("test", name, PASSWORD, EnumSet.allOf(Role.class));
    }

    public Account make(Caller by, String name) {
        return accounts.create(by, name, PASSWORD, Set.of(Role.SECRETARIAT, Role.AUDITOR), Set.of());
    }

    public boolean letsIn(String name, String password) {
        return logins.login(name, password, "127.0.0.1").isPresent();
    }

    /** As at a login that has found this one too weak. */
    public boolean renewsForm(Account account, String hash) {
        return store.setHash(account.id(), hash, "{bcrypt}of the password of before");
    }
}
