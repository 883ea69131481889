package org.preventionnetwork.registry.api.facts;

/** The fact as it should have been recorded. Nothing is edited: the earlier belief stays answerable for ever. */
public interface Correction extends RegistryEvent {
    /** Same {@code factId} and type as the fact it replaces. */
    Fact replacement();

    CorrectionKind correctionKind();
}
