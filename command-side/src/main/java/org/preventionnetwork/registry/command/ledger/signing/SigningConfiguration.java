package org.preventionnetwork.registry.command.ledger.signing;

import java.nio.file.Path;
import org.preventionnetwork.registry.command.ledger.LedgerSessions;
import org.preventionnetwork.registry.personal.DataFolder;
import org.preventionnetwork.registry.personal.KeyFingerprints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys, copies and the signer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningSettings.class)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class SigningConfiguration {

    @Bean
    LedgerHome ledgerHome(DataFolder data, SigningSettings settings, JdbcTemplate database) {
        String storeId = database.queryForObject("SELECT store_id FROM ledger.state", String.class);
        String origin = settings.origin().isBlank() ? "prevention-network-registry/" + storeId : settings.origin();
        return new LedgerHome(
                data.folder("registry.ledger.directory", settings.directory(), "ledger"),
                settings.outside().stream().map(Path::of).toList(),
                origin);
    }

    @Bean
    CheckpointSigner checkpointSigner(
            LedgerSessions sessions,
            LedgerHome home,
            KeyFingerprints fingerprints,
            JdbcTemplate database,
            SigningSettings settings) {
        LedgerKeys.requireLogKey(home, fingerprints, database);
        return new CheckpointSigner(sessions, home, settings.signEvery(), settings.signRetry());
    }

    @Bean
    CheckpointHealthIndicator checkpointHealthIndicator(CheckpointSigner signer, LedgerHome home) {
        return new CheckpointHealthIndicator(signer, home);
    }

    @Bean
    CheckpointMeters checkpointMeters(JdbcTemplate database) {
        return new CheckpointMeters(database);
    }
}
