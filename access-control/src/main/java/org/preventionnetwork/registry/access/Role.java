package org.preventionnetwork.registry.access;

/** What an account may do; an account can have several. */
public enum Role {
    /** Records, and reads all. */
    SECRETARIAT,
    /** Reads all, history and personal data included; records nothing. */
    AUDITOR,
    /** Reads figures and public facts; never a name, an e-mail or an official's id. */
    DASHBOARD,
    /** Manages accounts, rebuilds, takes imports back, and erases. */
    ADMIN
}
