package org.preventionnetwork.registry.command.dispatch;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;

/** Which records of officials are merged, and so of one person; as it is recorded at the moment, without any delay. */
public interface SamePersons {
    /** All other records of the person, whichever of them stands for it. */
    Set<OfficialId> of(OfficialId official);

    /**
     * Keeps what the command of the current transaction makes of a record.
     *
     * @param into null where it is merged into none
     */
    void keep(OfficialId official, @Nullable OfficialId into);
}
