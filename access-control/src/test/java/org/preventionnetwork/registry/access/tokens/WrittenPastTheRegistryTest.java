package org.preventionnetwork.registry.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.NodeOfAccounts;

/** The statements that docs/security.md gives to operators. */
class WrittenPastTheRegistryTest {
    @Test
    void what_the_threat_model_compares_names_what_nobody_has_done_and_nothing_else() throws Exception {
        NodeOfAccounts node = new NodeOfAccounts(NodeOfAccounts.database());
        Tokens tokens = new Tokens(
                new TokenStore(node.jdbc),
                node.accounts,
                node.changes,
                node.guesses,
                node.transaction,
                Clock.systemUTC());
        Account admin = node.administrator("admin");
        Account clerk = node.make(admin.caller(), "clerk");
        tokens.make(clerk, "made", null, null);
        node.accounts.setPassword(admin.caller(), "clerk", "quite another one");
        node.accounts.changeOwnPassword(admin, "a third one, my own");
        List<String> compared = statements();
        assertThat(compared).hasSize(2);
        assertThat(compared).allSatisfy(sql -> assertThat(named(node, sql)).isEmpty());

        node.jdbc
                .sql("UPDATE access.account SET password_hash = 'x', password_changed_at = now() WHERE name = 'clerk'")
                .update();
        node.jdbc
                .sql("INSERT INTO access.account (name, password_hash, roles) VALUES ('ghost', 'x', '{AUDITOR}')")
                .update();
        node.jdbc
                .sql(
                        "INSERT INTO access.token (id, account, label, hash, expires_at) VALUES ('forged', ?, 'l', 'h', now())")
                .param(clerk.id())
                .update();
        assertThat(named(node, compared.get(0))).containsExactlyInAnyOrder("clerk", "ghost");
        assertThat(named(node, compared.get(1))).containsExactly("forged");
    }

    private static List<String> named(NodeOfAccounts node, String sql) {
        return node.jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private static List<String> statements() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "security.md"));
        return Pattern.compile("SELECT [at]\\.[^;]+;")
                .matcher(document)
                .results()
                .map(MatchResult::group)
                .map(sql -> sql.substring(0, sql.length() - 1))
                .toList();
    }
}
