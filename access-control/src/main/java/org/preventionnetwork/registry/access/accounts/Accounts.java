package org.preventionnetwork.registry.access.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.AccountChanges.Action;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What can be done to accounts; each deed leaves a row among the {@link AccountChanges}, in the same transaction, in
 * which it is also found out whether whoever does it {@link Reach may}. One enabled account at least can always manage
 * all the others.
 */
public final class Accounts {
    private static final Pattern SCOPE = Pattern.compile("(programme|network):[a-z0-9][a-z0-9-]{1,62}");
    private static final int MAX_SCOPES = 100;

    private final AccountStore store;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

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

    /**
     * As it is now. Every request asks, and nothing is remembered of it: what one node has answered as done holds at once
     * on all of them.
     */
    public Optional<Account> current(long id) {
        return store.byId(id);
    }

    public Account create(Caller by, String name, String password, Set<Role> roles, Set<String> scopes) {
        if (!AccountName.isOne(name)) {
            throw new AccountRefused(Code.MALFORMED, "a name is " + AccountName.RULE, "name");
        }
        if (AccountName.isReserved(name)) {
            throw new AccountRefused(
                    Code.NAME_RESERVED,
                    "this name would be taken for the registry itself or for somebody whom an identity provider vouches"
                            + " for: choose one such as 'maria.g' or 'press-office'",
                    "name");
        }
        requireSound(password, name);
        requireSound(roles, scopes);
        Reach.requireGives(by, roles, scopes);
        return insert(() -> requireStill(by), by.name(), name, password, roles, scopes);
    }

    /** With a password that whoever starts the registry has chosen, weak as it may be. */
    Account createConfigured(String actor, String name, String password, Set<Role> roles) {
        return insert(() -> {}, actor, name, password, roles, Set.of());
    }

    private Account insert(
            Runnable first, String actor, String name, String password, Set<Role> roles, Set<String> scopes) {
        requireSound(roles, scopes);
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(tx -> {
            first.run();
            if (!store.insert(name, hash, roles, scopes)) {
                throw new AccountRefused(Code.ALREADY_THERE, "there is an account of this name");
            }
            changes.add(actor, Action.CREATED, name, describe(roles, scopes));
        });
        return named(name);
    }

    /** Ends all its logins; its tokens stay. */
    public void setPassword(Caller by, String name, String password) {
        setPassword(by, name, password, account -> {});
    }

    /**
     * Ends all its logins.
     *
     * @param beside is done together with it, such as revoking the tokens
     */
    public void setPassword(Caller by, String name, String password, Consumer<Account> beside) {
        requireSound(password, name);
        Account account = named(name);
        String hash = passwords.hash(password);
        change(by, account, Action.PASSWORD_SET, "", now -> {
            Reach.requireHandsOver(by, now);
            store.setPassword(now.id(), hash);
            beside.accept(now);
        });
    }

    /** As the longer one; the tokens stay. */
    public Account changeOwnPassword(Account account, String password) {
        return changeOwnPassword(account, password, own -> {});
    }

    /**
     * For somebody who has just shown the old one. Ends all other logins of the account by password.
     *
     * @param beside is done together with it, such as revoking the tokens
     * @return the account as it is then
     */
    public Account changeOwnPassword(Account account, String password, Consumer<Account> beside) {
        requireSound(password, account.name());
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(tx -> {
            requireStill(account);
            store.setPassword(account.id(), hash);
            changes.add(account.name(), Action.PASSWORD_CHANGED, account.name(), "");
            beside.accept(account);
        });
        return named(account.name());
    }

    public void setRoles(Caller by, String name, Set<Role> roles, Set<String> scopes) {
        requireSound(roles, scopes);
        Account account = named(name);
        List<Long> administrators = new ArrayList<>();
        boolean stays = roles.contains(Role.ADMIN) && scopes.isEmpty();
        Runnable first = stays ? () -> {} : () -> administrators.addAll(store.lockAdministrators());
        change(by, first, account, Action.ROLES_CHANGED, describe(roles, scopes), now -> {
            Reach.requireHandsOver(by, now);
            Reach.requireGives(by, roles, scopes);
            requireAnotherAdministrator(now, administrators);
            Reach.requireAnother(by, now);
            store.setRoles(now.id(), roles, scopes);
        });
    }

    /** Ends all its logins, and its tokens are of no use until it is enabled. */
    public void disable(Caller by, String name) {
        Account account = named(name);
        List<Long> administrators = new ArrayList<>();
        Runnable first = () -> administrators.addAll(store.lockAdministrators());
        change(by, first, account, Action.DISABLED, "", now -> {
            Reach.requireManages(by, now);
            requireAnotherAdministrator(now, administrators);
            store.setDisabled(now.id(), true);
        });
    }

    public void enable(Caller by, String name) {
        Account account = named(name);
        change(by, account, Action.ENABLED, "", now -> {
            Reach.requireManages(by, now);
            store.setDisabled(now.id(), false);
        });
    }

    public void unlock(Caller by, String name) {
        Account account = named(name);
        change(by, account, Action.UNLOCKED, "", now -> {
            Reach.requireManages(by, now);
            store.unlock(now.id());
        });
    }

    /**
     * The account of this name, where whoever asks may take its logins away. So it stays until the transaction has ended
     * in which this is asked.
     *
     * @throws AccountRefused when not, or when there is none
     */
    public Account managed(Caller by, String name) {
        requireStill(by);
        Account account = store.locked(named(name).id());
        Reach.requireManages(by, account);
        return account;
    }

    /**
     * Keeps an account as it is until the transaction has ended in which this is asked.
     *
     * @throws AccountRefused when its logins have ended since
     */
    public void requireStill(Account account) {
        Account now = store.locked(account.id());
        if (now.disabled() || now.generation() != account.generation()) {
            throw changedMeanwhile();
        }
    }

    private void change(Caller by, Account account, Action action, String detail, Consumer<Account> deed) {
        change(by, () -> {}, account, action, detail, deed);
    }

    /** @param first locks what is locked before the account, so that no two wait for each other */
    private void change(
            Caller by, Runnable first, Account account, Action action, String detail, Consumer<Account> deed) {
        transaction.executeWithoutResult(tx -> {
            requireStill(by);
            first.run();
            deed.accept(store.locked(account.id()));
            changes.add(by.name(), action, account.name(), detail);
        });
    }

    /**
     * Whoever changes accounts may itself be changed meanwhile, on any node: administrators are heard one after the other,
     * each as what it is by then. Who is vouched for by a provider has no account here.
     */
    private void requireStill(Caller by) {
        store.holdAdministration();
        store.byName(by.name()).map(AccountStore.Stored::account).ifPresent(now -> {
            if (now.disabled() || !now.caller().equals(by)) {
                throw changedMeanwhile();
            }
        });
    }

    private static AccountRefused changedMeanwhile() {
        return new AccountRefused(
                Code.FORBIDDEN, "the account that asks was changed meanwhile by somebody else: log in again");
    }

    private static void requireAnotherAdministrator(Account account, List<Long> administrators) {
        if (administrators.contains(account.id()) && administrators.size() == 1) {
            throw new AccountRefused(
                    Code.LAST_ADMINISTRATOR,
                    "nobody else can manage all accounts: make another administrator without limits first");
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
