package org.preventionnetwork.registry.access.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts in the database. */
final class AccountStore {
    private static final long ADMINISTRATION = 0x61646D696E697374L;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(Account account, String passwordHash) {}

    Optional<Stored> byName(String name) {
        return jdbc.sql("SELECT * FROM access.account WHERE name = ?")
                .param(name)
                .query((row, number) -> stored(row))
                .optional();
    }

    /** The one that was called so before its name was reserved. */
    Optional<Stored> byFormerName(String name) {
        return jdbc.sql("SELECT * FROM access.account WHERE former_name = ?")
                .param(name)
                .query((row, number) -> stored(row))
                .optional();
    }

    Optional<Account> byId(long id) {
        return jdbc.sql("SELECT * FROM access.account WHERE id = ?")
                .param(id)
                .query((row, number) -> stored(row).account())
                .optional();
    }

    /** As it is, and stays until the transaction ends. */
    Account locked(long id) {
        return jdbc.sql("SELECT * FROM access.account WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> stored(row).account())
                .single();
    }

    List<Account> all() {
        return jdbc.sql("SELECT * FROM access.account ORDER BY name")
                .query((row, number) -> stored(row).account())
                .list();
    }

    boolean isEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM access.account)")
                .query(Boolean.class)
                .single();
    }

    /** @return whether the name was free */
    boolean insert(String name, String hash, Set<Role> roles, Set<String> scopes) {
        return jdbc.sql(
                                """
                                INSERT INTO access.account (name, password_hash, roles, scopes) VALUES (?, ?, ?, ?)
                                ON CONFLICT (name) DO NOTHING""")
                        .params(name, hash, names(roles), scopes.toArray(String[]::new))
                        .update()
                == 1;
    }

    /**
     * Its owner may log in by the name of before.
     *
     * @return whether it was called so before, and the new name was free
     */
    boolean rename(long id, String before, String name) {
        return jdbc.sql(
                                """
                                UPDATE access.account SET name = :name, former_name = :before
                                WHERE id = :id AND name = :before
                                  AND NOT EXISTS (SELECT FROM access.account WHERE name = :name)""")
                        .param("name", name)
                        .param("before", before)
                        .param("id", id)
                        .update()
                == 1;
    }

    void setPassword(long id, String hash) {
        kept(jdbc.sql(
                        """
                        UPDATE access.account SET password_hash = ?, password_changed_at = now(),
                            generation = generation + 1, failed_attempts = 0, locked_until = NULL
                        WHERE id = ?""")
                .params(hash, id)
                .update());
    }

    /**
     * The same password in a newer form.
     *
     * @return whether it was still the password
     */
    boolean setHash(long id, String before, String hash) {
        return jdbc.sql("UPDATE access.account SET password_hash = ? WHERE id = ? AND password_hash = ?")
                        .params(hash, id, before)
                        .update()
                == 1;
    }

    void setRoles(long id, Set<Role> roles, Set<String> scopes) {
        kept(jdbc.sql("UPDATE access.account SET roles = ?, scopes = ? WHERE id = ?")
                .params(names(roles), scopes.toArray(String[]::new), id)
                .update());
    }

    void setDisabled(long id, boolean disabled) {
        kept(jdbc.sql("UPDATE access.account SET disabled = ?, generation = generation + 1 WHERE id = ?")
                .params(disabled, id)
                .update());
    }

    void unlock(long id) {
        kept(jdbc.sql("UPDATE access.account SET failed_attempts = 0, locked_until = NULL WHERE id = ?")
                .param(id)
                .update());
    }

    /** @return until when it is locked by that */
    @Nullable
    Instant failed(long id, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE access.account SET failed_attempts = failed_attempts + 1,
                            locked_until = CASE WHEN failed_attempts + 1 < :tolerated THEN NULL ELSE
                                CAST(:now AS timestamptz) + least(interval '1 hour',
                                    interval '1 minute' * power(2, least(failed_attempts + 1 - :tolerated, 10))) END
                        WHERE id = :id RETURNING locked_until""")
                .param("tolerated", Logins.TOLERATED_FAILURES)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(instant(row, "locked_until")))
                .single()
                .orElse(null);
    }

    /** Lets one at a time administer, on whatever node, until the transaction ends. */
    void holdAdministration() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(ADMINISTRATION)
                .query((row, number) -> number)
                .list();
    }

    /** Keeps those who may manage all accounts as they are, until the transaction ends. */
    List<Long> lockAdministrators() {
        return jdbc.sql(
                        """
                                SELECT id FROM access.account
                                WHERE 'ADMIN' = ANY(roles) AND scopes = '{}' AND NOT disabled ORDER BY id FOR UPDATE""")
                .query(Long.class)
                .list();
    }

    private static void kept(int rows) {
        NotStored.unlessOne(rows, "an account");
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Account account = new Account(
                row.getLong("id"),
                row.getString("name"),
                roles(row.getArray("roles")),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getBoolean("disabled"),
                row.getInt("generation"),
                row.getInt("failed_attempts"),
                instant(row, "locked_until"),
                row.getTimestamp("password_changed_at").toInstant(),
                row.getTimestamp("created_at").toInstant());
        return new Stored(account, row.getString("password_hash"));
    }

    static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toSet());
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
