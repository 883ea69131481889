package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.LedgerSessions;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.preventionnetwork.registry.command.ledger.signing.LedgerKeys;
import org.preventionnetwork.registry.personal.KeyWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The check of the ledger, and the job that runs it with all other checks of this process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationSettings.class)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class VerificationConfiguration {
    private static final Duration KEYS_LOOKED_AT_EVERY = Duration.ofSeconds(10);

    @Bean
    LedgerCheck ledgerCheck(LedgerSessions sessions, LedgerHome home, EventSeal seal, VerificationSettings settings) {
        return new LedgerCheck(sessions, home, seal, settings.patience());
    }

    /** After all others: the projections' is the second, as it always was. */
    @Bean
    KeysCheck keysCheck(KeyWatch watch, LedgerHome home) {
        return new KeysCheck(watch, LedgerKeys.files(home));
    }

    @Bean
    KeysHealthIndicator keysHealthIndicator(KeysCheck keys) {
        return new KeysHealthIndicator(keys, KEYS_LOOKED_AT_EVERY);
    }

    @Bean
    VerificationJob verificationJob(
            LedgerCheck ledger,
            ObjectProvider<Check> others,
            KeysCheck keys,
            JdbcTemplate database,
            VerificationSettings settings) {
        return new VerificationJob(
                ledger,
                Stream.concat(others.orderedStream().filter(check -> check != keys), Stream.of(keys))
                        .toList(),
                new KeptVerdict(JdbcClient.create(database)),
                Clock.systemUTC(),
                settings.every());
    }

    @Bean
    VerificationHealthIndicator verificationHealthIndicator(VerificationJob job) {
        return new VerificationHealthIndicator(job);
    }

    @Bean
    StartVerification startVerification(VerificationJob job, ApplicationContext context) {
        return new StartVerification(job, context);
    }
}
