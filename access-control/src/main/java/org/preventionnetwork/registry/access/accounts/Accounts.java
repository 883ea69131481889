package org.preventionnetwork.registry.access.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.AccountChanges.Action;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What can be done to accounts; each deed leaves a row among the {@link AccountChanges}, in the same transaction. One
 * enabled account at least can always manage the others.
 */
public final class Accounts {
    /** Another node's change is seen no later. */
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

    private static final Pattern SCOPE = Pattern.compile("(programme|network):[a-z0-9][a-z0-9-]{1,62}");
    private static final int MAX_SCOPES = 100;

    private final AccountStore store;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Cache<Long, Optional<Account>> current = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(SEEN_WITHIN)
            .build();

    Accounts(AccountStore store, AccountChanges changes, Passwords passwords, TransactionTemplate transaction) {
        this.store = store;
        this.changes = changes;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    public List<Account> all() {
        return store.all();
    }

    /** @throws AccountRefused when there is none of this name */
    public Account named(String name) {
        return stored(name).account();
    }

    /** As it is now, or was a few seconds ago where another node has changed it. */
    public Optional<Account> current(long id) {
        Optional<Account> known = current.getIfPresent(id);
        if (known == null) {
            known = store.byId(id);
            current.put(id, known);
        }
        return known;
    }

    void forget(long id) {
        current.invalidate(id);
    }

    public Account create(String actor, String name, String password, Set<Role> roles, Set<String> scopes) {
        if (!AccountName.isOne(name)) {
            throw new AccountRefused(Code.MALFORMED, "a name is " + AccountName.RULE, "name");
        }
        if (SystemActor.isReserved(name)) {
            throw new AccountRefused(
                    Code.NAME_RESERVED,
                    "this name would be taken for the registry itself or for somebody whom an identity provider vouches"
                            + " for: choose one such as 'maria.g' or 'press-office'",
                    "name");
        }
        requireSound(password, name);
        return insert(actor, name, password, roles, scopes);
    }

    /** With a password that whoever starts the registry has chosen, weak as it may be. */
    Account createConfigured(String actor, String name, String password, Set<Role> roles) {
        return insert(actor, name, password, roles, Set.of());
    }

    private Account insert(String actor, String name, String password, Set<Role> roles, Set<String> scopes) {
        requireSound(roles, scopes);
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(tx -> {
            if (!store.insert(name, hash, roles, scopes)) {
                throw new AccountRefused(Code.ALREADY_THERE, "there is an account of this name");
            }
            changes.add(actor, Action.CREATED, name, describe(roles, scopes));
        });
        return named(name);
    }

    /** Ends all its logins; its tokens stay. */
    public void setPassword(String actor, String name, String password) {
        requireSound(password, name);
        Account account = named(name);
        replacePassword(account, password, actor, Action.PASSWORD_SET);
    }

    /**
     * For somebody who has just shown the old one. Ends all other logins of the account.
     *
     * @return the account as it is then
     */
    public Account changeOwnPassword(Account account, String password) {
        requireSound(password, account.name());
        replacePassword(account, password, account.name(), Action.PASSWORD_CHANGED);
        return named(account.name());
    }

    private void replacePassword(Account account, String password, String actor, Action action) {
        String hash = passwords.hash(password);
        change(account, actor, action, "", () -> store.setPassword(account.id(), hash));
    }

    public void setRoles(String actor, String name, Set<Role> roles, Set<String> scopes) {
        requireSound(roles, scopes);
        Account account = named(name);
        change(account, actor, Action.ROLES_CHANGED, describe(roles, scopes), () -> {
            if (!roles.contains(Role.ADMIN)) {
                requireAnotherAdministrator(account);
            }
            store.setRoles(account.id(), roles, scopes);
        });
    }

    /** Ends all its logins, and its tokens are of no use until it is enabled. */
    public void disable(String actor, String name) {
        Account account = named(name);
        change(account, actor, Action.DISABLED, "", () -> {
            requireAnotherAdministrator(account);
            store.setDisabled(account.id(), true);
        });
    }

    public void enable(String actor, String name) {
        Account account = named(name);
        change(account, actor, Action.ENABLED, "", () -> store.setDisabled(account.id(), false));
    }

    public void unlock(String actor, String name) {
        Account account = named(name);
        change(account, actor, Action.UNLOCKED, "", () -> store.unlock(account.id()));
    }

    private void change(Account account, String actor, Action action, String detail, Runnable deed) {
        transaction.executeWithoutResult(tx -> {
            deed.run();
            changes.add(actor, action, account.name(), detail);
        });
        forget(account.id());
    }

    private void requireAnotherAdministrator(Account account) {
        List<Long> administrators = store.lockAdministrators();
        if (administrators.contains(account.id()) && administrators.size() == 1) {
            throw new AccountRefused(
                    Code.LAST_ADMINISTRATOR, "nobody else can manage accounts: make another administrator first");
        }
    }

    private AccountStore.Stored stored(String name) {
        return AccountName.isOne(name) ? store.byName(name).orElseThrow(Accounts::unknown) : fail(unknown());
    }

    private static <T> T fail(RuntimeException failure) {
        throw failure;
    }

    private static AccountRefused unknown() {
        return new AccountRefused(Code.UNKNOWN_ACCOUNT, "there is no account of this name");
    }

    private static void requireSound(String password, String name) {
        String problem = Passwords.problem(password, name);
        if (problem != null) {
            throw new AccountRefused(Code.MALFORMED, problem, "password");
        }
    }

    private static void requireSound(Set<Role> roles, Set<String> scopes) {
        if (roles.isEmpty()) {
            throw new AccountRefused(Code.MALFORMED, "an account has a role at least; else disable it", "roles");
        }
        if (scopes.size() > MAX_SCOPES
                || !scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw new AccountRefused(
                    Code.MALFORMED,
                    "scopes are at most " + MAX_SCOPES + " like network:africa, programme:lemkin",
                    "scopes");
        }
    }

    private static String describe(Set<Role> roles, Set<String> scopes) {
        return "roles " + new TreeSet<>(roles) + (scopes.isEmpty() ? "" : ", scopes " + new TreeSet<>(scopes));
    }
}
