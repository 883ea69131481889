package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.LedgerSessions;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The check of the ledger, and the job that runs it with all other checks of this process. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class VerificationConfiguration {

    @Bean
    LedgerCheck ledgerCheck(LedgerSessions sessions, LedgerHome home, EventSeal seal) {
        return new LedgerCheck(sessions, home, seal);
    }

    @Bean
    VerificationJob verificationJob(
            List<Check> checks, @Value("${registry.verification.every:24h}") Duration interval) {
        return new VerificationJob(checks, Clock.systemUTC(), interval);
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
