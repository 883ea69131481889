package org.preventionnetwork.registry.api.facts;

/** A correction of a fact, or of all facts of a part, by the fields that should have been recorded otherwise. */
public interface CarriesPatch extends RegistryCommand {
    FactPatch patch();

    CorrectionKind correctionKind();
}
