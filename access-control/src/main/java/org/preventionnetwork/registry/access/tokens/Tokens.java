package org.preventionnetwork.registry.access.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.LoggedIn;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.AccountChanges;
import org.preventionnetwork.registry.access.accounts.AccountChanges.Action;
import org.preventionnetwork.registry.access.accounts.AccountRefused;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.limits.Guesses;
import org.preventionnetwork.registry.api.text.VisibleText;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Personal API tokens. A token is its account with fewer roles, or the same: it never has a role that the account has
 * lost, and none while the account is disabled.
 */
public final class Tokens {
    public static final Duration STANDARD_LIFE = Duration.ofDays(90);
    static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final int MOST_OF_AN_ACCOUNT = 50;
    private static final int LONGEST_LABEL = 100;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(10);

    private final TokenStore store;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Guesses guesses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tokens(
            TokenStore store,
            Accounts accounts,
            AccountChanges changes,
            Guesses guesses,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.changes = changes;
        this.guesses = guesses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param secret is told this once and never again */
    public record Made(ApiToken token, String secret) {}

    /** Whether this looks like one, and not like a token of somebody else's making. */
    public static boolean isOurs(String bearer) {
        return bearer.startsWith(TokenSecret.PREFIX);
    }

    /**
     * @param life null for {@link #STANDARD_LIFE}
     * @param roles null for all of the account
     */
    public Made make(Account account, String label, @Nullable Duration life, @Nullable Set<Role> roles) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        requireSound(account, label, life, roles);
        String secret = TokenSecret.make();
        ApiToken token = new ApiToken(
                TokenSecret.makeId(),
                account.name(),
                label.strip(),
                roles,
                now,
                now.plus(life == null ? STANDARD_LIFE : life),
                null,
                null);
        transaction.executeWithoutResult(tx -> {
            accounts.requireStill(account);
            if (store.usable(account.id(), now) >= MOST_OF_AN_ACCOUNT) {
                throw new AccountRefused(
                        Code.TOO_MANY_TOKENS, "an account has at most " + MOST_OF_AN_ACCOUNT + " tokens: revoke some");
            }
            store.insert(account.id(), token, TokenSecret.hash(secret));
            changes.add(account.name(), Action.TOKEN_MADE, account.name(), token.id() + " until " + token.expiresAt());
        });
        return new Made(token, secret);
    }

    private static void requireSound(
            Account account, String label, @Nullable Duration life, @Nullable Set<Role> roles) {
        String unseen = VisibleText.problem(label, false);
        if (!unseen.isEmpty()) {
            throw new AccountRefused(Code.MALFORMED, unseen, "label");
        }
        if (label.isBlank() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw new AccountRefused(
                    Code.MALFORMED, "a label has 1 to " + LONGEST_LABEL + " characters, in one line", "label");
        }
        if (life != null && (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0)) {
            throw new AccountRefused(
                    Code.MALFORMED, "a token lives for 1 to " + LONGEST_LIFE.toDays() + " days", "days");
        }
        if (roles != null && (roles.isEmpty() || !account.roles().containsAll(roles))) {
            throw new AccountRefused(Code.ROLES_NOT_HELD, "a token has some of the account's own roles", "roles");
        }
    }

    public List<ApiToken> of(Account account) {
        return store.of(account.id());
    }

    /** @throws AccountRefused when the account has no such token in use */
    public void revoke(String actor, Account account, String id) {
        if (!revokeOne(actor, account, id)) {
            throw new AccountRefused(Code.UNKNOWN_TOKEN, "the account has no such token in use");
        }
    }

    /**
     * All of another's.
     *
     * @throws AccountRefused when whoever does it does not manage the account; then none is revoked
     */
    public void revokeAll(Caller by, String name) {
        transaction.executeWithoutResult(tx -> {
            revokeEach(by.name(), accounts.managed(by, name));
        });
    }

    /** All of the account's, in the transaction of whoever asks, who has made sure that the actor may. */
    public void revokeEach(String actor, Account account) {
        store.of(account.id()).stream()
                .filter(token -> token.revokedAt() == null)
                .forEach(token -> revokeOne(actor, account, token.id()));
    }

    private boolean revokeOne(String actor, Account account, String id) {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            boolean one = store.revoke(account.id(), id, clock.instant());
            if (one) {
                changes.add(actor, Action.TOKEN_REVOKED, account.name(), id);
            }
            return one;
        }));
    }

    /**
     * @return whom the token speaks for, or empty where it is not, or no longer, one
     * @throws org.preventionnetwork.registry.access.limits.TooManyGuesses when the address has tried too many
     */
    public Optional<LoggedIn> login(String secret, String address) {
        Instant now = clock.instant();
        Optional<LoggedIn> login = TokenSecret.isOne(secret)
                ? find(secret).filter(token -> isUsable(token.token(), now)).flatMap(token -> login(token, now))
                : Optional.empty();
        if (login.isEmpty()) {
            guesses.requireFew(address);
            guesses.count(address);
        }
        return login;
    }

    /** Asked anew at each request, so that a token revoked on any node is of no use on all of them. */
    private Optional<TokenStore.Stored> find(String secret) {
        Optional<TokenStore.Stored> stored = store.byHash(TokenSecret.hash(secret));
        stored.ifPresent(token -> noteUse(token.token()));
        return stored;
    }

    private void noteUse(ApiToken token) {
        Instant now = clock.instant();
        Instant noted = token.lastUsedAt();
        if (isUsable(token, now)
                && (noted == null || noted.plus(USE_IS_NOTED_EVERY).isBefore(now))) {
            store.used(token.id(), now);
        }
    }

    private static boolean isUsable(ApiToken token, Instant now) {
        return token.revokedAt() == null && now.isBefore(token.expiresAt());
    }

    private Optional<LoggedIn> login(TokenStore.Stored stored, Instant now) {
        Set<Role> only = stored.token().roles();
        return accounts.current(stored.account())
                .filter(account -> !account.disabled())
                .map(account -> account.loginByToken(now, only == null ? account.roles() : only));
    }
}
