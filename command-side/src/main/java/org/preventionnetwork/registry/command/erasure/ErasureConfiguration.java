package org.preventionnetwork.registry.command.erasure;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.preventionnetwork.registry.command.ledger.LedgerHead;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.preventionnetwork.registry.personal.ErasedPersons;
import org.preventionnetwork.registry.personal.PersonKeys;
import org.preventionnetwork.registry.personal.Remains;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
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
            @Value("${registry.erasure.patience:5s}") Duration patience) {
        return new Erasures(
                keys,
                remains,
                aggregateCache,
                new ErasureReceipts(JdbcClient.create(database), home),
                settledHead,
                history,
                patience);
    }

    @Bean
    ErasureKeeper erasureKeeper(Erasures erasures, @Value("${registry.erasure.look-every:30s}") Duration interval) {
        return new ErasureKeeper(erasures, interval);
    }
}
