package org.preventionnetwork.registry.access;

/** What every login leaves in Spring Security's context, whichever way it was made. */
public interface KnownPrincipal {
    Caller caller();
}
