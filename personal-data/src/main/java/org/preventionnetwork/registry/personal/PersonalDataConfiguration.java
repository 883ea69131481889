package org.preventionnetwork.registry.personal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys have a way to their database of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataFolder.class, KeySettings.class, OtherNodesSettings.class})
class PersonalDataConfiguration {
    /** For what was under way when a key was destroyed. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    @Bean(defaultCandidate = false)
    @Qualifier("keys")
    HikariDataSource keysDataSource(
            @Qualifier("keys") ObjectProvider<JdbcConnectionDetails> own,
            ObjectProvider<JdbcConnectionDetails> shared,
            KeySettings settings,
            Environment environment) {
        return OwnDataSource.of("keys", settings.datasource(), own, shared, environment);
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    ErasedPersons erasedPersons(
            ObjectProvider<DataSource> command, @Qualifier("query") ObjectProvider<DataSource> query) {
        DataSource events = command.getIfAvailable();
        return ErasedPersons.in(JdbcClient.create(events != null ? events : query.getObject()));
    }

    /** There is no table of events there, and only the keys' own table remembers who is erased. */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true", matchIfMissing = true)
    ErasedPersons erasedPersonsOnAxonServer() {
        return ErasedPersons.unknown();
    }

    @Bean
    PersonalData personalData(
            @Qualifier("keys") DataSource database,
            ErasedPersons erased,
            DataFolder data,
            KeySettings settings,
            OtherNodesSettings others) {
        Path files = folder(data, settings);
        Duration remembered = settings.remembered();
        Duration otherNodes = remembered.compareTo(others.lookEvery()) > 0 ? remembered : others.lookEvery();
        String databaseOfItsOwn = settings.datasource().url();
        boolean isElsewhere = databaseOfItsOwn != null && !databaseOfItsOwn.isEmpty();
        return PersonalData.in(
                database,
                mayBeMade -> MasterKeys.in(
                        files,
                        settings.kms().isEmpty() ? null : settings.kms(),
                        new KeyFingerprints(database),
                        mayBeMade,
                        new KeyTable(JdbcClient.create(database))::isOpenedBy),
                erased,
                remembered,
                settings.shared() ? otherNodes.plus(UNDER_WAY) : Duration.ZERO,
                settings.cluster().isEmpty() || isElsewhere ? null : Path.of(settings.cluster()));
    }

    /** For keys that belong to other parts of the registry; all of them are remembered in one place. */
    @Bean
    KeyFingerprints keyFingerprints(@Qualifier("keys") DataSource database, PersonalData migrated) {
        return new KeyFingerprints(database);
    }

    @Bean
    KeyWatch keyWatch(
            @Qualifier("keys") DataSource database, DataFolder data, KeySettings settings, PersonalData migrated) {
        return new KeyWatch(
                database,
                MasterKeys.files(folder(data, settings), settings.kms().isEmpty() ? null : settings.kms()));
    }

    private static Path folder(DataFolder data, KeySettings settings) {
        return data.folder("registry.keys.directory", settings.directory(), "keys");
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
