package org.preventionnetwork.registry.access.accounts;

import java.util.EnumSet;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account {@value #NAME}, which may do everything, where there is no account yet. Its password is the one that
 * was configured, or else one that is made up and printed once: on the console, not in the log, which is kept.
 */
final class FirstAdministrator {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
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
        if (Passwords.isTooLong(password)) {
            throw new IllegalStateException(
                    "REGISTRY_ADMIN_PASSWORD is not accepted: it has more than " + Passwords.MAX_BYTES + " bytes");
        }
        String weakness = Passwords.problem(password, NAME);
        if (weakness != null) {
            log.warn(
                    "REGISTRY_ADMIN_PASSWORD is weak, as {}: change it before others can reach the registry", weakness);
        }
        try {
            accounts.createConfigured(AccountChanges.REGISTRY, NAME, password, EnumSet.allOf(Role.class));
        } catch (AccountRefused otherNodeWasFaster) {
            if (otherNodeWasFaster.code() != Code.ALREADY_THERE) {
                throw otherNodeWasFaster;
            }
            return;
        }
        if (configured.isEmpty()) {
            System.out.println("\nThe first account is '" + NAME + "', its password " + password
                    + "\nIt is not shown again. Change it, and make accounts for others.\n");
            System.out.flush();
        }
    }
}
