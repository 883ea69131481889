package org.preventionnetwork.registry.command.http;

import java.nio.file.Files;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.preventionnetwork.registry.command.dispatch.MergeLock;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.rehearsal.ScratchFiles;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** The command side over HTTP with its events in memory: all aggregates, no database. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@ComponentScan(
        basePackages = {"org.preventionnetwork.registry.access.description", "org.preventionnetwork.registry.command"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            ".*\\.command\\.(infrastructure|ledger|imports|erasure|clock)\\..*",
                            ".*(Test|TestApplication|TestConfiguration)(\\$.*)?"
                        }))
class HttpTestApplication {
    @Bean
    EventStorageEngine eventStorageEngine() {
        return new InMemoryEventStorageEngine();
    }

    @Bean
    Cache aggregateCache() {
        return new WeakReferenceCache();
    }

    @Bean
    @Primary
    Serializer serializer() {
        return RegistrySerializer.standard();
    }

    @Bean
    ScratchFiles scratchFiles() {
        return () -> Files.createTempFile("dry-run", ".scratch");
    }

    @Bean
    MergeLock mergeLock() {
        return MergeLock.ofThisProcess();
    }

    @Bean
    SamePersons samePersons() {
        return new PersonsInMemory();
    }

    /** Events recorded so far, of all aggregates. */
    static long recorded(EventStorageEngine events) {
        return events.readEvents(null, false).count();
    }
}
