package org.preventionnetwork.registry.api.wire;

import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.officials.OfficialId;

/** An event about one person holds a personal text of another: the store was changed past the registry. */
public final class MisplacedText extends RuntimeException {
    MisplacedText(EntityId about, OfficialId of) {
        super("an event about " + about.aggregateId() + " holds a personal text of " + of.aggregateId());
    }
}
