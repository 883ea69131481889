package org.preventionnetwork.registry.access.accounts;

import java.util.EnumSet;
import java.util.Optional;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account {@value #NAME}, which may do everything, where there is no account yet. Its password is the one that
 * was configured, or else one that is made up. The latter is known to nobody but whom it is given to, so that account is
 * made last: a start that fails on the way makes none.
 */
public final class FirstAdministrator {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    public static final String NAME = "admin";

    private final AccountStore store;
    private final Accounts accounts;
    private final String configured;
    private boolean made;

    /** @param configured empty for one that is made up */
    FirstAdministrator(AccountStore store, Accounts accounts, String configured) {
        this.store = store;
        this.accounts = accounts;
        this.configured = configured;
    }

    /** Whether this start has made the account with the password that was configured. */
    public boolean hasConfiguredPassword() {
        return made && !configured.isEmpty();
    }

    /** @return the password that was made up, when this call has made the account: show it, it is kept nowhere */
    public Optional<String> makeUp() {
        if (!configured.isEmpty() || !store.isEmpty()) {
            return Optional.empty();
        }
        String password = Passwords.generate();
        make(password);
        return made ? Optional.of(password) : Optional.empty();
    }

    void makeWithConfiguredPassword() {
        if (!configured.isEmpty() && store.isEmpty()) {
            make(configured);
        }
    }

    private void make(String password) {
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
        made = true;
    }
}
