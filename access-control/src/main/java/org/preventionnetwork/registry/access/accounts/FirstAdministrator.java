package org.preventionnetwork.registry.access.accounts;

import java.util.EnumSet;
import java.util.Set;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;

/**
 * Makes the account {@value #NAME}, which may do everything, where there is no account yet. Its password is the one that
 * was configured, or else one that is made up and printed once: on the console, not in the log, which is kept.
 */
final class FirstAdministrator {
    static final String NAME = "admin";

    private final AccountStore store;
    private final Accounts accounts;

    FirstAdministrator(AccountStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** @param configured empty for one that is made up */
    void makeIfMissing(String configured) {
        if (!store.isEmpty()) {
            return;
        }
        String password = configured.isEmpty() ? Passwords.generate() : configured;
        try {
            accounts.create(AccountChanges.REGISTRY, NAME, password, EnumSet.allOf(Role.class), Set.of());
        } catch (AccountRefused refused) {
            if (refused.code() == Code.ALREADY_THERE) {
                return;
            }
            throw new IllegalStateException(
                    "REGISTRY_ADMIN_PASSWORD is not accepted: " + refused.getMessage(), refused);
        }
        if (configured.isEmpty()) {
            System.out.println("\nThe first account is '" + NAME + "', its password " + password
                    + "\nIt is not shown again. Change it, and make accounts for others.\n");
            System.out.flush();
        }
    }
}
