package org.preventionnetwork.registry.command.erasure;

import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.command.ledger.LedgerHead;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.preventionnetwork.registry.personal.ErasedPersons;
import org.preventionnetwork.registry.personal.PersonKeys;
import org.preventionnetwork.registry.personal.Remains;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureSettings.class)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class ErasureConfiguration {

    @Bean
    Erasures erasures(
            PersonKeys keys,
            Remains remains,
            Cache aggregateCache,
            DataSource database,
            LedgerHome home,
            LedgerHead settledHead,
            ErasedPersons history,
            ErasureSettings settings) {
        return new Erasures(
                keys,
                remains,
                aggregateCache,
                new ErasureReceipts(JdbcClient.create(database), home),
                settledHead,
                history,
                settings.patience());
    }

    @Bean
    @Order(2)
    Check receiptsCheck(DataSource database, LedgerHome home) {
        return new ReceiptsCheck(new ErasureReceipts(JdbcClient.create(database), home), home);
    }

    @Bean
    ErasureKeeper erasureKeeper(Erasures erasures, ErasureSettings settings) {
        return new ErasureKeeper(erasures, settings.lookEvery());
    }
}
