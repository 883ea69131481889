package org.preventionnetwork.registry.access;

/** What every login leaves in Spring Security's context, whichever way it was made. */
public interface KnownPrincipal {
    Caller caller();

    /**
     * Whether a person has shown a password, here or at a provider, for this request or for the session it belongs to.
     * A token is not its account: it must not be able to make, end or lock logins.
     */
    boolean inPerson();
}
