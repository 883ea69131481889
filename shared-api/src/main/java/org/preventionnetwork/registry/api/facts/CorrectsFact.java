package org.preventionnetwork.registry.api.facts;

/** Says how a recorded fact should have been recorded. */
public interface CorrectsFact extends CarriesPatch {
    FactId factId();
}
