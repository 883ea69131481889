package org.preventionnetwork.registry.access.tokens;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens in the database. */
final class TokenStore {
    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(ApiToken token, long account) {}

    void insert(long account, ApiToken token, byte[] hash) {
        Set<Role> roles = token.roles();
        String[] names = roles == null ? null : roles.stream().map(Role::name).toArray(String[]::new);
        NotStored.unlessOne(
                jdbc.sql(
                                """
                        INSERT INTO access.token (id, account, label, hash, roles, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                        .params(Arrays.asList(
                                token.id(),
                                account,
                                token.label(),
                                hash,
                                names,
                                Timestamp.from(token.createdAt()),
                                Timestamp.from(token.expiresAt())))
                        .update(),
                "a token");
    }

    Optional<Stored> byHash(byte[] hash) {
        return jdbc.sql(
                        """
                        SELECT t.*, a.name AS account_name FROM access.token t JOIN access.account a ON a.id = t.account
                        WHERE t.hash = ?""")
                .param(hash)
                .query((row, number) -> stored(row))
                .optional();
    }

    List<ApiToken> of(long account) {
        return jdbc.sql(
                        """
                        SELECT t.*, a.name AS account_name FROM access.token t JOIN access.account a ON a.id = t.account
                        WHERE t.account = ? ORDER BY t.created_at DESC, t.id""")
                .param(account)
                .query((row, number) -> stored(row).token())
                .list();
    }

    int usable(long account, Instant now) {
        return jdbc.sql("SELECT count(*) FROM access.token WHERE account = ? AND revoked_at IS NULL AND expires_at > ?")
                .params(account, Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /** @return whether the account has such a token that was not revoked before */
    boolean revoke(long account, String id, Instant now) {
        return jdbc.sql("UPDATE access.token SET revoked_at = ? WHERE account = ? AND id = ? AND revoked_at IS NULL")
                        .params(Timestamp.from(now), account, id)
                        .update()
                == 1;
    }

    void used(String id, Instant now) {
        jdbc.sql("UPDATE access.token SET last_used_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        ApiToken token = new ApiToken(
                row.getString("id"),
                row.getString("account_name"),
                row.getString("label"),
                roles == null
                        ? null
                        : Arrays.stream((String[]) roles.getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
        return new Stored(token, row.getLong("account"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
