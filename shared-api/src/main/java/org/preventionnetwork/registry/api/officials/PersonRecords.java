package org.preventionnetwork.registry.api.officials;

import java.util.Set;

/** Which records of officials are of one person, for whoever decides about persons and knows no merges. */
@FunctionalInterface
public interface PersonRecords {
    /** All other records of the person, whichever of them stands for it; empty for none. */
    Set<OfficialId> others(OfficialId official);
}
