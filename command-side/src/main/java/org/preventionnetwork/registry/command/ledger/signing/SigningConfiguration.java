package org.preventionnetwork.registry.command.ledger.signing;

import java.nio.file.Path;
import java.util.List;
import org.preventionnetwork.registry.command.ledger.LedgerSessions;
import org.preventionnetwork.registry.personal.KeyFingerprints;
import org.springframework.beans.factory.annotation.Value;
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
    LedgerHome ledgerHome(
            @Value("${registry.ledger.directory:${registry.data:data}/ledger}") Path directory,
            @Value("${registry.ledger.outside:}") List<String> outside,
            @Value("${registry.ledger.origin:}") String origin,
            JdbcTemplate database) {
        String storeId = database.queryForObject("SELECT store_id FROM ledger.state", String.class);
        List<Path> copies = outside.stream()
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        return new LedgerHome(directory, copies, origin.isBlank() ? "prevention-network-registry/" + storeId : origin);
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
