package org.preventionnetwork.registry.query.evidence;

import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Packs of evidence.
 *
 * @param mostEvents in one
 */
@ConfigurationProperties("registry.evidence")
record EvidenceSettings(@DefaultValue("10000") int mostEvents) {
    /** A ZIP in its simple form has 65,535 files, and a pack five for each event. */
    private static final int MOST_EVER = 13_000;

    EvidenceSettings {
        Checked.between("registry.evidence.most-events", 1, MOST_EVER, mostEvents);
    }
}
