package org.preventionnetwork.registry.access;

import java.io.Serializable;
import java.util.Set;

/**
 * Who sends a request, as the login says and nothing else.
 *
 * @param name goes into the metadata of what is recorded
 * @param scopes stored ids of the programmes and networks to which recording is limited, e.g. {@code network:africa};
 *     empty for no limit
 */
public record Caller(String name, Set<Role> roles, Set<String> scopes) implements Serializable {
    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Names, e-mails, positions and the ids of officials. */
    public boolean seesPersons() {
        return is(Role.SECRETARIAT) || is(Role.AUDITOR);
    }

    /** The role that goes into the metadata of what is recorded. */
    public Role recordingRole() {
        return is(Role.SECRETARIAT) ? Role.SECRETARIAT : is(Role.ADMIN) ? Role.ADMIN : Role.DASHBOARD;
    }
}
