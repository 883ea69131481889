package org.preventionnetwork.registry.personal;

import java.nio.file.Path;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the registry keeps files, which are its owner's alone. Every part of it has a folder of its own there.
 *
 * @param data the folder, made when it is missing
 */
@ConfigurationProperties("registry")
public record DataFolder(@DefaultValue("data") String data) {
    public DataFolder {
        Checked.path("registry.data", data);
    }

    public Path path() {
        return Path.of(data);
    }

    /**
     * Where a part's files are: where its own setting says, or else in the data folder.
     *
     * @param setting the name of the part's own setting
     * @param configured its value, blank for none
     * @param part the folder's name in the data folder
     */
    public Path folder(String setting, String configured, String part) {
        return configured.isBlank() ? path().resolve(part) : Checked.path(setting, configured);
    }
}
