package org.preventionnetwork.registry.access.accounts;

import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are kept.
 *
 * @param bcryptCost one more takes twice the time, of who logs in and of who guesses
 */
@ConfigurationProperties("registry.access")
record AccessSettings(@DefaultValue("12") int bcryptCost) {
    AccessSettings {
        Checked.between("registry.access.bcrypt-cost", 10, 20, bcryptCost);
    }
}
