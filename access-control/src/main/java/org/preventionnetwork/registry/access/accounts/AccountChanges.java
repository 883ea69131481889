package org.preventionnetwork.registry.access.accounts;

import java.time.Instant;
import java.util.List;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done to accounts and tokens, by whom and when; only ever added to. */
public final class AccountChanges {
    /** Where nobody did it but the registry itself. */
    public static final String REGISTRY = SystemActor.REGISTRY.actor();

    private final JdbcClient jdbc;

    AccountChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Action {
        CREATED,
        RENAMED,
        PASSWORD_SET,
        PASSWORD_CHANGED,
        ROLES_CHANGED,
        DISABLED,
        ENABLED,
        LOCKED,
        UNLOCKED,
        TOKEN_MADE,
        TOKEN_REVOKED
    }

    public record AccountChange(long number, Instant at, String actor, String action, String account, String detail) {}

    /** @param detail holds no secret */
    public void add(String actor, Action action, String account, String detail) {
        NotStored.unlessOne(
                jdbc.sql("INSERT INTO access.account_change (actor, action, account, detail) VALUES (?, ?, ?, ?)")
                        .params(actor, action.name(), account, detail)
                        .update(),
                "what was done to an account");
    }

    /** The newest first. */
    public List<AccountChange> page(int page, int size) {
        return jdbc.sql("SELECT * FROM access.account_change ORDER BY number DESC LIMIT ? OFFSET ?")
                .params(size, (long) page * size)
                .query((row, n) -> new AccountChange(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("account"),
                        row.getString("detail")))
                .list();
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM access.account_change")
                .query(Long.class)
                .single();
    }
}
