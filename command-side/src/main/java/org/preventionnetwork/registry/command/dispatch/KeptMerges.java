package org.preventionnetwork.registry.command.dispatch;

import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.api.officials.OfficialId;

/** What is kept of merges beside the events, all of it, to be compared with them. */
public interface KeptMerges {
    /** Each record that is merged, with the one into which it is. */
    Map<OfficialId, OfficialId> kept();

    /** Records of which the events say, or said once, that they are merged. */
    Set<OfficialId> everMerged();
}
