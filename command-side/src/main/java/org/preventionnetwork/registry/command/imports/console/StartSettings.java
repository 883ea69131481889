package org.preventionnetwork.registry.command.imports.console;

import org.preventionnetwork.registry.api.settings.BadSetting;
import org.preventionnetwork.registry.api.settings.Checked;
import org.preventionnetwork.registry.command.imports.samples.InstituteSample;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What is to be imported at the start.
 *
 * @param sample the name of a sample that is loaded, blank for none
 * @param path a file, ZIP or folder after whose import the process ends, blank for none
 * @param dryRun whether that is only checked
 */
@ConfigurationProperties("registry")
record StartSettings(
        @DefaultValue("") String sample,
        @Name("import") @DefaultValue("") String path,
        @Name("import.dry-run") @DefaultValue("false") boolean dryRun) {
    StartSettings {
        if (!sample.isEmpty() && !sample.equals(InstituteSample.NAME)) {
            throw new BadSetting("registry.sample", InstituteSample.NAME);
        }
        if (!path.isEmpty()) {
            Checked.path("registry.import", path);
        }
    }
}
