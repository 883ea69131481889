package org.preventionnetwork.registry.access.accounts;

import org.preventionnetwork.registry.api.settings.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first account.
 *
 * @param password empty for one that is made up
 */
@ConfigurationProperties("registry.admin")
record AdministratorSettings(@DefaultValue("") String password) {
    AdministratorSettings {
        if (Passwords.isTooLong(password)) {
            throw new BadSetting(
                    "registry.admin.password (REGISTRY_ADMIN_PASSWORD)",
                    "a password of at most " + Passwords.MAX_BYTES + " bytes");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AdministratorSettings";
    }
}
