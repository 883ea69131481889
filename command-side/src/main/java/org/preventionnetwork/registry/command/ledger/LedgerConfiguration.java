package org.preventionnetwork.registry.command.ledger;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.Properties;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sequencer, woken after every commit of this process. On Axon Server its own stream is the order of record. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class LedgerConfiguration {

    @Bean
    LedgerSessions ledgerSessions(
            JdbcConnectionDetails database, @Value("${registry.ledger.session-timeout:60s}") Duration sessionTimeout) {
        return () -> LedgerSessions.limited(
                DriverManager.getConnection(database.getJdbcUrl(), session(database)), sessionTimeout);
    }

    @Bean
    Sequencer sequencer(
            LedgerSessions sessions,
            @Value("${registry.ledger.poll:50ms}") Duration poll,
            @Value("${registry.ledger.pause:2ms}") Duration pause,
            @Value("${registry.ledger.retry:1s}") Duration retry,
            @Value("${registry.ledger.batch:10000}") int batch) {
        return new Sequencer(sessions, new LockHolderBarrier(), new Sequencer.Settings(poll, pause, retry, batch));
    }

    @Bean
    LedgerHead settledHead(JdbcTemplate database, @Value("${registry.ledger.patience:2s}") Duration patience) {
        return new SettledHead(database, patience);
    }

    @Bean
    LedgerHealthIndicator ledgerHealthIndicator(
            Sequencer sequencer,
            JdbcTemplate database,
            @Value("${registry.ledger.stalled-after:2m}") Duration patience) {
        return new LedgerHealthIndicator(sequencer, database, patience);
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
