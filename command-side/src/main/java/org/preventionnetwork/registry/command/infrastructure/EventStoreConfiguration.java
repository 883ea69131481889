package org.preventionnetwork.registry.command.infrastructure;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.command.clock.RecordingClock;
import org.preventionnetwork.registry.command.dispatch.MergesCheck;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.preventionnetwork.registry.command.ledger.signing.LedgerKeys;
import org.preventionnetwork.registry.personal.KeyFingerprints;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Events in PostgreSQL. On Axon Server only the cache remains. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
    private static final int BATCH = 100;

    /** Every {@code @Aggregate} names it, or is loaded from its first event for each command. */
    @Bean
    Cache aggregateCache(CommandSettings settings) {
        return new AggregateCache(settings.aggregateCacheSize());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    static class OnPostgres {

        @Bean
        PersistenceExceptionResolver uniqueViolationResolver() {
            return new UniqueViolationResolver();
        }

        @Bean
        EventSchema eventSchema() {
            return EventSchema.builder().eventTable("events.domainevententry").build();
        }

        @Bean
        EventSeal eventSeal(LedgerHome home, KeyFingerprints fingerprints, JdbcTemplate database) {
            return LedgerKeys.seal(home, fingerprints, database);
        }

        @Bean
        @Order(1)
        Check mergesCheck(EventStore events, JdbcTemplate database, PlatformTransactionManager transactions) {
            return new MergesCheck(events, new MergedOfficials(database), transactions);
        }

        /** A batch that is not full is the last one: without that, every load ends with a query that finds nothing. */
        @Bean
        EventStorageEngine eventStorageEngine(
                Serializer serializer,
                @Qualifier("eventSerializer") Serializer eventSerializer,
                PersistenceExceptionResolver uniqueViolationResolver,
                org.axonframework.config.Configuration axon,
                ConnectionProvider connections,
                TransactionManager transactions,
                EventSchema eventSchema,
                JdbcTemplate database,
                EventSeal seal,
                RecordingClock clock,
                MeterRegistry meters) {
            String storeId =
                    Objects.requireNonNull(database.queryForObject("SELECT store_id FROM ledger.state", String.class));
            JdbcEventStorageEngine.Builder builder = (JdbcEventStorageEngine.Builder) JdbcEventStorageEngine.builder()
                    .schema(eventSchema)
                    .dataType(byte[].class)
                    .connectionProvider(connections)
                    .batchSize(BATCH)
                    .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
                    .persistenceExceptionResolver(uniqueViolationResolver)
                    .upcasterChain(axon.upcasterChain())
                    .snapshotFilter(axon.snapshotFilter())
                    .snapshotSerializer(serializer)
                    .eventSerializer(eventSerializer);
            return new RegistryEventStorageEngine(builder, transactions, storeId, seal, clock, meters);
        }
    }
}
