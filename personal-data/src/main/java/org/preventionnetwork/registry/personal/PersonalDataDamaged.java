package org.preventionnetwork.registry.personal;

import org.preventionnetwork.registry.api.officials.OfficialId;

/** A sealed text was changed, or stands in a place that is not its own. */
public final class PersonalDataDamaged extends RuntimeException {
    PersonalDataDamaged(OfficialId person, Throwable cause) {
        super("a personal text of " + person + " was changed, or put in the place of another", cause);
    }
}
