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
 */
public record Audience(boolean everybody, Set<Role> roles) {
    static final Audience PUBLIC = new Audience(true, Set.of());
    static final Audience LOGGED_IN = new Audience(false, EnumSet.allOf(Role.class));

    public Audience {
        roles = Set.copyOf(roles);
    }

    static Audience of(Role first, Role... more) {
        return new Audience(false, EnumSet.of(first, more));
    }

    /** @param caller empty for nobody who has logged in */
    public boolean includes(Optional<Caller> caller) {
        return everybody
                || caller.filter(known -> roles.stream().anyMatch(known::is)).isPresent();
    }
}
