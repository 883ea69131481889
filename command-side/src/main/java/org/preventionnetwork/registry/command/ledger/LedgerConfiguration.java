package org.preventionnetwork.registry.command.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DriverManager;
import java.util.Properties;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sequencer, woken after every commit of this process. On Axon Server its own stream is the order of record. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class LedgerConfiguration {

    @Bean
    LedgerSessions ledgerSessions(JdbcConnectionDetails database, LedgerSettings settings) {
        return () -> LedgerSessions.limited(
                DriverManager.getConnection(database.getJdbcUrl(), session(database)), settings.sessionTimeout());
    }

    @Bean
    Sequencer sequencer(LedgerSessions sessions, LedgerSettings settings, MeterRegistry meters) {
        return new Sequencer(
                sessions,
                new LockHolderBarrier(),
                new Sequencer.Settings(settings.poll(), settings.pause(), settings.retry(), settings.batch()),
                new AppendMeters(meters));
    }

    @Bean
    LedgerMeters ledgerMeters(JdbcTemplate database, Sequencer sequencer) {
        return new LedgerMeters(database, sequencer);
    }

    @Bean
    LedgerHead settledHead(JdbcTemplate database, LedgerSettings settings) {
        return new SettledHead(database, settings.patience());
    }

    @Bean
    LedgerHealthIndicator ledgerHealthIndicator(Sequencer sequencer, JdbcTemplate database, LedgerSettings settings) {
        return new LedgerHealthIndicator(sequencer, database, settings.stalledAfter());
    }

    @Bean
    SmartInitializingSingleton wakeSequencerAfterCommit(EventBus events, Sequencer sequencer) {
        return () -> events.registerDispatchInterceptor(messages -> {
            CurrentUnitOfWork.ifStarted(unit -> unit.root().afterCommit(committed -> sequencer.wake()));
            return (index, message) -> message;
        });
    }

    private static Properties session(JdbcConnectionDetails database) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "registry-sequencer");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "120");
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        return properties;
    }
}
