package org.preventionnetwork.registry.query.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.settings.BadSetting;
import org.preventionnetwork.registry.api.settings.Checked;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What answers need to know of the signed log.
 *
 * @param vkey its public key; blank for the one beside its private key
 * @param directory where that is; blank for the data folder's own
 * @param signedWithin how long an answer waits for what is recorded to be signed
 */
@ConfigurationProperties("registry.ledger")
record LogSettings(
        @DefaultValue("") String vkey, @DefaultValue("") String directory, @DefaultValue("2s") Duration signedWithin) {
    LogSettings {
        Checked.notNegative("registry.ledger.signed-within", signedWithin);
        if (!directory.isBlank()) {
            Checked.path("registry.ledger.directory", directory);
        }
        try {
            parsed(vkey);
        } catch (EvidenceRejected e) {
            throw new BadSetting("registry.ledger.vkey", "the log's public key as it stands in log.vkey");
        }
    }

    @Nullable
    NoteVerifier key() {
        return parsed(vkey);
    }

    private static @Nullable NoteVerifier parsed(String vkey) {
        return vkey.isBlank() ? null : NoteVerifier.parse(vkey.strip());
    }
}
