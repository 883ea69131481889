package org.preventionnetwork.registry.query.infrastructure;

import javax.sql.DataSource;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger in PostgreSQL as the source of every projection. On Axon Server its own stream takes its place. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class LedgerSourceConfiguration {

    /** Events come as they are stored: projections hold nothing personal that they could read. */
    @Bean
    LedgerReader ledgerReader(
            @Qualifier("query") DataSource database,
            org.axonframework.config.Configuration axon,
            QuerySettings settings) {
        return new LedgerReader(
                database,
                RegistrySerializer.standard(),
                axon.upcasterChain(),
                settings.ledger().batch());
    }

    @Bean
    LedgerPositions ledgerPositions(@Qualifier("query") DataSource database) {
        return new LedgerPositions(database);
    }

    @Bean
    LedgerHead ledgerHead(@Qualifier("query") DataSource database, QuerySettings settings) {
        return new LedgerHead(database, settings.ledger().poll());
    }

    @Bean
    LedgerMessageSource ledgerMessageSource(LedgerReader reader, LedgerPositions positions, LedgerHead head) {
        return new LedgerMessageSource(reader, positions, head);
    }
}
