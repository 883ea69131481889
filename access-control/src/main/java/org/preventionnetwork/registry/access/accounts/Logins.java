package org.preventionnetwork.registry.access.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.accounts.AccountChanges.Action;
import org.preventionnetwork.registry.access.limits.Guesses;
import org.preventionnetwork.registry.api.facts.SystemActor;

/**
 * Tells whether a name and a password belong together. A comparison is slow on purpose, so one that succeeded is
 * remembered for a few minutes, under a keyed hash that this process alone can compute, and only as long as the account
 * stays as it was. Whoever guesses is slowed down twice: the account is locked for a growing time, and the address is
 * not listened to. An unknown name takes as long, and is answered as, a wrong password.
 */
public final class Logins {
    static final int TOLERATED_FAILURES = 5;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int STRIPES = 64;

    private final AccountStore store;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Object[] stripes = new Object[STRIPES];
    private final Cache<ByteBuffer, Verified> verified = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Logins(
            AccountStore store,
            Accounts accounts,
            AccountChanges changes,
            Passwords passwords,
            Guesses guesses,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.changes = changes;
        this.passwords = passwords;
        this.guesses = guesses;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    private record Verified(long id, int generation) {}

    /**
     * @param address whose guesses are counted
     * @return the account, or empty where anything at all is wrong
     * @throws org.preventionnetwork.registry.access.limits.TooManyGuesses when the address is not listened to now
     */
    public Optional<Account> login(String typedName, String password, String address) {
        String name = AccountName.typed(typedName);
        ByteBuffer fingerprint = fingerprint(name, password);
        Optional<Account> known = remembered(fingerprint);
        if (known.isPresent()) {
            return known;
        }
        guesses.requireFew(address);
        // One at a time, so that a hundred guesses at once are not a hundred guesses before the lock.
        synchronized (stripes[Math.floorMod(name.hashCode(), STRIPES)]) {
            Optional<Account> meanwhile = remembered(fingerprint);
            return meanwhile.isPresent() ? meanwhile : compare(name, password, address, fingerprint);
        }
    }

    private Optional<Account> compare(String name, String password, String address, ByteBuffer fingerprint) {
        Instant now = clock.instant();
        AccountStore.@Nullable Stored stored =
                AccountName.isOne(name) ? stored(name).orElse(null) : null;
        boolean open = stored != null
                && !stored.account().disabled()
                && !stored.account().isLocked(now);
        boolean right = passwords.matches(password, stored != null && open ? stored.passwordHash() : null);
        if (stored == null || !right) {
            if (stored != null && open) {
                noteFailure(stored.account(), now);
            }
            guesses.count(address);
            return Optional.empty();
        }
        Account account = stored.account();
        if (account.failedAttempts() > 0) {
            store.unlock(account.id());
        }
        if (passwords.isOutdated(stored.passwordHash())) {
            store.setHash(account.id(), stored.passwordHash(), passwords.hash(password));
        }
        verified.put(fingerprint, new Verified(account.id(), account.generation()));
        return Optional.of(account);
    }

    /** A name that is reserved is nobody's but whose it was before. */
    private Optional<AccountStore.Stored> stored(String name) {
        return SystemActor.isReserved(name) ? store.byFormerName(name) : store.byName(name);
    }

    private void noteFailure(Account account, Instant now) {
        Instant until = store.failed(account.id(), now);
        if (until != null) {
            changes.add(AccountChanges.REGISTRY, Action.LOCKED, account.name(), "until " + until);
        }
    }

    private Optional<Account> remembered(ByteBuffer fingerprint) {
        Verified before = verified.getIfPresent(fingerprint);
        return before == null
                ? Optional.empty()
                : accounts.current(before.id())
                        .filter(account -> account.generation() == before.generation()
                                && !account.disabled()
                                && !account.isLocked(clock.instant()));
    }

    private ByteBuffer fingerprint(String name, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
