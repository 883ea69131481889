package org.preventionnetwork.registry.api.statements;

/** How exactly a published figure was meant; ABOUT is plus or minus ten per cent. */
public enum Qualifier {
    EXACTLY,
    AT_LEAST,
    MORE_THAN,
    ABOUT
}
