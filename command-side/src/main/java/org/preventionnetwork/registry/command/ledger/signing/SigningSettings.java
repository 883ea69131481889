package org.preventionnetwork.registry.command.ledger.signing;

import java.time.Duration;
import java.util.List;
import org.preventionnetwork.registry.api.settings.BadSetting;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the ledger is signed, with which keys, and where copies go.
 *
 * @param directory of the keys and the first copy; blank for the data folder's own
 * @param outside folders of further copies
 * @param origin the log's name in every checkpoint; blank for the store's own
 * @param signEvery where something new is in it
 * @param signRetry after a failure
 */
@ConfigurationProperties("registry.ledger")
record SigningSettings(
        @DefaultValue("") String directory,
        @DefaultValue List<String> outside,
        @DefaultValue("") String origin,
        @DefaultValue("1s") Duration signEvery,
        @DefaultValue("5s") Duration signRetry) {
    SigningSettings {
        Checked.positive("registry.ledger.sign-every", signEvery);
        Checked.positive("registry.ledger.sign-retry", signRetry);
        if (!directory.isBlank()) {
            Checked.path("registry.ledger.directory", directory);
        }
        outside = outside.stream()
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .toList();
        outside.forEach(folder -> Checked.path("registry.ledger.outside", folder));
        if (!origin.isBlank() && origin.codePoints().anyMatch(SigningSettings::isUnfitForName)) {
            throw new BadSetting("registry.ledger.origin", "a name without spaces and without +");
        }
    }

    private static boolean isUnfitForName(int character) {
        return character == '+' || Character.isSpaceChar(character) || Character.isISOControl(character);
    }
}
