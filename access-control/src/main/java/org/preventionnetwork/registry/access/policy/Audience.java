package org.preventionnetwork.registry.access.policy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;

/**
 * Who may.
 *
 * @param everybody even without a login
 * @param roles of which one is enough
 * @param inPerson only with the password or a session, not with a token: what concerns logins
 */
public record Audience(boolean everybody, Set<Role> roles, boolean inPerson) {
    static final Audience PUBLIC = new Audience(true, Set.of(), false);
    static final Audience LOGGED_IN = new Audience(false, EnumSet.allOf(Role.class), false);

    public Audience {
        roles = Set.copyOf(roles);
    }

    static Audience of(Role first, Role... more) {
        return new Audience(false, EnumSet.of(first, more), false);
    }

    Audience onlyInPerson() {
        return new Audience(everybody, roles, true);
    }

    /** @param caller empty for nobody who has logged in */
    public boolean includes(Optional<Caller> caller) {
        return everybody
                || caller.filter(known -> roles.stream().anyMatch(known::is)).isPresent();
    }
}
