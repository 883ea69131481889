package org.preventionnetwork.registry.access.accounts;

import org.preventionnetwork.registry.access.accounts.AccountChanges.Action;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an account that was made when its name was not reserved yet another one, so that from then on nothing it does can
 * be taken for the registry's. Its password, roles and tokens stay, and it may still log in by the name of before.
 */
final class ReservedNames {
    private static final Logger log = LoggerFactory.getLogger(ReservedNames.class);

    private final AccountStore store;
    private final AccountChanges changes;
    private final TransactionTemplate transaction;

    ReservedNames(AccountStore store, AccountChanges changes, TransactionTemplate transaction) {
        this.store = store;
        this.changes = changes;
        this.transaction = transaction;
    }

    void giveUp() {
        for (Account account : store.all()) {
            if (SystemActor.isReserved(account.name())) {
                rename(account);
            }
        }
    }

    private void rename(Account account) {
        int attempt = 0;
        while (stillCalledSo(account) && !renamed(account, AccountName.instead(account.name(), attempt))) {
            attempt++;
        }
    }

    /** Another node may start at the same time. */
    private boolean stillCalledSo(Account account) {
        return store.byId(account.id())
                .filter(now -> now.name().equals(account.name()))
                .isPresent();
    }

    private boolean renamed(Account account, String name) {
        boolean done = Boolean.TRUE.equals(transaction.execute(tx -> {
            boolean free = store.rename(account.id(), account.name(), name);
            if (free) {
                changes.add(
                        AccountChanges.REGISTRY, Action.RENAMED, name, "was " + account.name() + ", which is reserved");
            }
            return free;
        }));
        if (done) {
            log.warn(
                    "The account '{}' is called '{}' from now on: the old name is the registry's own",
                    account.name(),
                    name);
        }
        return done;
    }
}
