package org.preventionnetwork.registry.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.access.accounts.NodeOfAccounts.PASSWORD;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.AccountRefused;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.preventionnetwork.registry.access.accounts.NodeOfAccounts;

/** What one node has answered as done, every other node knows at its next request. */
class ChangedElsewhereTest {
    private static final String OTHER_PASSWORD = "quite another one";

    private NodeOfAccounts here;
    private NodeOfAccounts there;
    private Tokens tokensHere;
    private Tokens tokensThere;
    private Caller admin;

    @BeforeEach
    void start() throws Exception {
        DataSource database = NodeOfAccounts.database();
        here = new NodeOfAccounts(database);
        there = new NodeOfAccounts(database);
        tokensHere = tokens(here);
        tokensThere = tokens(there);
        admin = here.administrator("admin").caller();
    }

    private static Tokens tokens(NodeOfAccounts node) {
        return new Tokens(
                new TokenStore(node.jdbc),
                node.accounts,
                node.changes,
                node.guesses,
                node.transaction,
                Clock.systemUTC());
    }

    /** And uses all of it there, so that the other node could remember. */
    private Tokens.Made clerkWithToken() {
        Account clerk = here.make(admin, "clerk");
        Tokens.Made made = tokensHere.make(clerk, "script", null, null);
        assertThat(there.letsIn("clerk", PASSWORD)).isTrue();
        assertThat(there.accounts.current(clerk.id())).isPresent();
        assertThat(tokensThere.login(made.secret(), "127.0.0.1")).isPresent();
        return made;
    }

    private boolean worksThere(Tokens.Made made) {
        return tokensThere.login(made.secret(), "127.0.0.1").isPresent();
    }

    @Test
    void who_is_disabled_is_let_in_nowhere() {
        Tokens.Made token = clerkWithToken();
        here.accounts.disable(admin, "clerk");
        assertThat(worksThere(token)).isFalse();
        assertThat(there.letsIn("clerk", PASSWORD)).isFalse();
        assertThat(there.accounts.current(here.accounts.named("clerk").id()))
                .hasValueSatisfying(now -> assertThat(now.disabled()).isTrue());
    }

    @Test
    void a_role_that_is_taken_away_is_gone_everywhere() {
        Tokens.Made token = clerkWithToken();
        here.accounts.setRoles(admin, "clerk", Set.of(Role.DASHBOARD), Set.of());
        assertThat(tokensThere.login(token.secret(), "127.0.0.1"))
                .hasValueSatisfying(login -> assertThat(login.caller().roles()).containsExactly(Role.DASHBOARD));
        assertThat(there.logins.login("clerk", PASSWORD, "127.0.0.1"))
                .hasValueSatisfying(now -> assertThat(now.roles()).containsExactly(Role.DASHBOARD));
    }

    @Test
    void a_password_of_before_opens_nothing_anywhere() {
        clerkWithToken();
        int before = here.accounts.named("clerk").generation();
        here.accounts.setPassword(admin, "clerk", OTHER_PASSWORD);
        assertThat(there.letsIn("clerk", PASSWORD)).isFalse();
        assertThat(there.accounts.current(here.accounts.named("clerk").id()))
                .hasValueSatisfying(now -> assertThat(now.generation()).isNotEqualTo(before));
    }

    @Test
    void a_token_that_is_revoked_is_of_no_use_anywhere() {
        Tokens.Made one = clerkWithToken();
        Account clerk = here.accounts.named("clerk");
        tokensHere.revoke("clerk", clerk, one.token().id());
        assertThat(worksThere(one)).isFalse();
        Tokens.Made another = tokensHere.make(clerk, "another", null, null);
        assertThat(worksThere(another)).isTrue();
        tokensHere.revokeAll(admin, "clerk");
        assertThat(worksThere(another)).isFalse();
    }

    /** Each was let in while nothing had changed yet, as requests at the same moment are. */
    @Test
    void whoever_is_disabled_meanwhile_changes_no_account() {
        Caller second = here.administrator("second").caller();
        here.administrator("third");
        here.make(admin, "clerk");
        here.accounts.disable(admin, "second");
        List.<Runnable>of(
                        () -> there.accounts.disable(second, "admin"),
                        () -> there.accounts.enable(second, "second"),
                        () -> there.accounts.unlock(second, "clerk"),
                        () -> there.accounts.setRoles(second, "clerk", Set.of(Role.ADMIN), Set.of()),
                        () -> there.accounts.setPassword(second, "clerk", OTHER_PASSWORD),
                        () -> there.make(second, "another-clerk"),
                        () -> tokensThere.revokeAll(second, "clerk"))
                .forEach(deed -> assertThatThrownBy(deed::run)
                        .isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.code())
                                .isEqualTo(Code.FORBIDDEN)));
        here.accounts.setRoles(admin, "third", Set.of(Role.SECRETARIAT), Set.of());
        Caller third = new Caller("third", Set.of(Role.values()), Set.of());
        assertThatThrownBy(() -> there.accounts.disable(third, "admin")).isInstanceOf(AccountRefused.class);
        assertThat(here.accounts.named("admin").disabled()).isFalse();
    }

    @Test
    void two_administrators_who_disable_each_other_at_once_do_not_both_succeed() throws Exception {
        here.administrator("last");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Caller one = here.administrator("one-" + round).caller();
                Caller other = here.administrator("other-" + round).caller();
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Boolean>> both = new ArrayList<>();
                both.add(threads.submit(() -> disables(here, one, other, together)));
                both.add(threads.submit(() -> disables(there, other, one, together)));
                assertThat(both.get(0).get()).isNotEqualTo(both.get(1).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean disables(NodeOfAccounts node, Caller by, Caller whom, CyclicBarrier together)
            throws Exception {
        together.await();
        try {
            node.accounts.disable(by, whom.name());
            return true;
        } catch (AccountRefused refused) {
            assertThat(refused.code()).isEqualTo(Code.FORBIDDEN);
            return false;
        }
    }

    @Test
    void who_has_lost_the_account_meanwhile_takes_nothing_out_of_it() {
        Account before = here.make(admin, "clerk");
        here.accounts.setPassword(admin, "clerk", OTHER_PASSWORD);
        assertThatThrownBy(() -> there.accounts.changeOwnPassword(before, "a third one, my own"))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> tokensThere.make(before, "kept", null, null)).isInstanceOf(AccountRefused.class);
        assertThat(there.letsIn("clerk", OTHER_PASSWORD)).isTrue();
    }

    @Test
    void a_password_whose_form_is_renewed_never_replaces_a_newer_one() {
        Account clerk = here.make(admin, "clerk");
        String hash = hash();
        here.accounts.setPassword(admin, "clerk", OTHER_PASSWORD);
        assertThat(there.renewsForm(clerk, hash)).isFalse();
        assertThat(there.letsIn("clerk", OTHER_PASSWORD)).isTrue();
    }

    private String hash() {
        return here.jdbc
                .sql("SELECT password_hash FROM access.account WHERE name = 'clerk'")
                .query(String.class)
                .single();
    }

    @Test
    void tokens_outlive_a_password_unless_they_are_revoked_with_it() {
        Tokens.Made token = clerkWithToken();
        here.accounts.setPassword(admin, "clerk", OTHER_PASSWORD);
        assertThat(worksThere(token)).isTrue();
        here.accounts.setPassword(admin, "clerk", PASSWORD, account -> tokensHere.revokeEach(admin.name(), account));
        assertThat(worksThere(token)).isFalse();

        Account clerk = here.accounts.named("clerk");
        Tokens.Made own = tokensHere.make(clerk, "own", null, null);
        clerk = here.accounts.changeOwnPassword(clerk, OTHER_PASSWORD);
        assertThat(worksThere(own)).isTrue();
        here.accounts.changeOwnPassword(clerk, PASSWORD, account -> tokensHere.revokeEach("clerk", account));
        assertThat(worksThere(own)).isFalse();
    }
}
