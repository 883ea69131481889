package org.preventionnetwork.registry.personal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys have a way to their database of their own. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {
    /** For what was under way when a key was destroyed. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    @Bean(defaultCandidate = false)
    @Qualifier("keys")
    HikariDataSource keysDataSource(
            @Qualifier("keys") ObjectProvider<JdbcConnectionDetails> own,
            ObjectProvider<JdbcConnectionDetails> shared,
            Environment environment) {
        return OwnDataSource.of("keys", own, shared, environment);
    }

    /** On Axon Server there is no table of events, and only the keys' own table remembers who is erased. */
    @Bean
    ErasedPersons erasedPersons(
            ObjectProvider<DataSource> command,
            @Qualifier("query") ObjectProvider<DataSource> query,
            @Value("${axon.axonserver.enabled:true}") boolean onAxonServer) {
        DataSource events = command.getIfAvailable();
        return onAxonServer
                ? ErasedPersons.unknown()
                : ErasedPersons.in(JdbcClient.create(events != null ? events : query.getObject()));
    }

    @Bean
    PersonalData personalData(
            @Qualifier("keys") DataSource database,
            ErasedPersons erased,
            @Value("${registry.data:data}") Path data,
            @Value("${registry.keys.directory:}") String directory,
            @Value("${registry.keys.kms:}") String kms,
            @Value("${registry.keys.remembered:60s}") Duration remembered,
            @Value("${registry.keys.shared:true}") boolean shared,
            @Value("${registry.keys.cluster:}") String cluster,
            @Value("${registry.keys.datasource.url:}") String databaseOfItsOwn,
            @Value("${registry.erasure.look-every:30s}") Duration lookedForErasuresEvery) {
        Path files = directory.isEmpty() ? data.resolve("keys") : Path.of(directory);
        Duration otherNodes = remembered.compareTo(lookedForErasuresEvery) > 0 ? remembered : lookedForErasuresEvery;
        return PersonalData.in(
                database,
                mayBeMade -> MasterKeys.in(
                        files,
                        kms.isEmpty() ? null : kms,
                        new KeyFingerprints(database),
                        mayBeMade,
                        new KeyTable(JdbcClient.create(database))::isOpenedBy),
                erased,
                remembered,
                shared ? otherNodes.plus(UNDER_WAY) : Duration.ZERO,
                cluster.isEmpty() || !databaseOfItsOwn.isEmpty() ? null : Path.of(cluster));
    }

    /** For keys that belong to other parts of the registry; all of them are remembered in one place. */
    @Bean
    KeyFingerprints keyFingerprints(@Qualifier("keys") DataSource database, PersonalData migrated) {
        return new KeyFingerprints(database);
    }

    @Bean
    Remains remains(PersonalData personal) {
        return personal.remains();
    }

    @Bean
    PersonKeys personKeys(PersonalData personal) {
        return personal.keys();
    }

    @Bean
    BlindIndex blindIndex(PersonalData personal) {
        return personal.index();
    }

    @Bean
    SealedEvents sealedEvents(PersonalData personal) {
        return personal.events();
    }
}
