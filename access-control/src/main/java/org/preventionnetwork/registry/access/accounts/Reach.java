package org.preventionnetwork.registry.access.accounts;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;

/**
 * What an administrator may make of accounts: nobody gives more than they have, and nobody changes what they have
 * themselves. So whatever administrators do, with whatever accounts they make, none of them comes to read or record more.
 */
final class Reach {
    private Reach() {}

    /**
     * Who is limited in what they record manages no account that is limited less.
     *
     * @throws AccountRefused saying so
     */
    static void requireManages(Caller by, Account account) {
        requireWithin(by, account.scopes());
    }

    /**
     * As {@link #requireManages}; and where a deed hands the account over, or could, it has no role that whoever does it
     * lacks.
     */
    static void requireHandsOver(Caller by, Account account) {
        requireManages(by, account);
        requireHeld(by, account.roles(), "this account has roles that yours lacks: ");
    }

    /** @throws AccountRefused when roles or scopes are more than the own */
    static void requireGives(Caller by, Set<Role> roles, Set<String> scopes) {
        requireWithin(by, scopes);
        if (!by.scopes().isEmpty() && roles.contains(Role.AUDITOR)) {
            throw new AccountRefused(
                    Code.OUT_OF_SCOPE,
                    "an auditor reads everything, which no scopes limit: only an administrator without limits gives that"
                            + " role",
                    "roles");
        }
        requireHeld(by, roles, "nobody gives a role without having it; yours lacks: ");
    }

    /** @throws AccountRefused when it is the own account */
    static void requireAnother(Caller by, Account account) {
        if (account.name().equals(by.name())) {
            throw new AccountRefused(
                    Code.OWN_ACCOUNT, "nobody changes the own roles and limits: another administrator can");
        }
    }

    private static void requireWithin(Caller by, Set<String> scopes) {
        Set<String> own = by.scopes();
        if (!own.isEmpty() && (scopes.isEmpty() || !own.containsAll(scopes))) {
            throw new AccountRefused(
                    Code.OUT_OF_SCOPE,
                    "this account manages accounts that record within its own limits: "
                            + String.join(" ", new TreeSet<>(own)));
        }
    }

    private static void requireHeld(Caller by, Set<Role> roles, String sentence) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(by.roles());
        if (by.seesPersons()) {
            held.add(Role.DASHBOARD);
        }
        Set<Role> more =
                roles.stream().filter(role -> !held.contains(role)).collect(Collectors.toCollection(TreeSet::new));
        if (!more.isEmpty()) {
            throw new AccountRefused(
                    Code.ROLES_NOT_HELD,
                    sentence + more.stream().map(Role::name).collect(Collectors.joining(", ")),
                    "roles");
        }
    }
}
