package org.preventionnetwork.registry.command.imports.runs;

import java.time.Duration;
import java.time.Period;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken, and how long is kept what was wrong with them.
 *
 * @param lease of the node that runs an import
 * @param lanes rows that are recorded side by side
 * @param projectionPatience with projections that are behind
 * @param maxUnpacked of all that an archive unpacks to
 * @param reportRetention of reports, after the import
 * @param maxUpload of one file
 */
@ConfigurationProperties("registry.imports")
record ImportSettings(
        @DefaultValue("15s") Duration lease,
        @DefaultValue("8") int lanes,
        @DefaultValue("10m") Duration projectionPatience,
        @DefaultValue("2GB") DataSize maxUnpacked,
        @DefaultValue("90d") Period reportRetention,
        @DefaultValue("64MB") DataSize maxUpload) {
    ImportSettings {
        Checked.positive("registry.imports.lease", lease);
        Checked.atLeast("registry.imports.lanes", 1, lanes);
        Checked.positive("registry.imports.projection-patience", projectionPatience);
        Checked.positiveBytes("registry.imports.max-unpacked", maxUnpacked.toBytes());
        Checked.positive("registry.imports.report-retention", reportRetention);
        Checked.positiveBytes("registry.imports.max-upload", maxUpload.toBytes());
    }
}
