package org.preventionnetwork.registry.query.projection.engine;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.preventionnetwork.registry.query.infrastructure.LedgerMessageSource;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's parts, on the query side's own database connections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CheckSettings.class, ProjectionSettings.class})
class ProjectionConfiguration {

    @Bean(defaultCandidate = false)
    @Qualifier("query")
    JdbcTemplate queryJdbc(@Qualifier("query") DataSource database, @Qualifier("query") Flyway migrated) {
        return new JdbcTemplate(database);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("query")
    PlatformTransactionManager queryTransactions(@Qualifier("query") DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("query")
    TransactionTemplate queryTransaction(@Qualifier("query") PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean(defaultCandidate = false, initMethod = "migrate")
    @Qualifier("query")
    Flyway queryMigrations(@Qualifier("query") DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/query")
                .schemas("operations")
                .table("migration")
                .load();
    }

    @Bean
    EntityHistory entityHistory(LedgerReader ledger) {
        return new RecordedEvents(ledger);
    }

    @Bean
    Rebuild projectionRebuild(
            @Qualifier("query") JdbcTemplate jdbc,
            @Qualifier("query") TransactionTemplate transaction,
            LedgerReader ledger,
            LedgerPositions positions,
            EntityHistory history,
            ProjectionSettings settings) {
        return new Rebuild(
                jdbc, transaction, ledger, positions, history, settings.rebuildBatch(), settings.rebuildLease());
    }

    @Bean
    @Order(0)
    ProjectionCheck projectionCheck(
            Projections projections,
            @Qualifier("query") JdbcTemplate jdbc,
            @Qualifier("query") TransactionTemplate transaction,
            LedgerReader ledger,
            EntityHistory history,
            Rebuild rebuild,
            ProjectionSettings settings,
            CheckSettings checks) {
        return new ProjectionCheck(
                projections, jdbc, transaction, ledger, history, rebuild, settings.rebuildBatch(), checks.patience());
    }

    @Bean
    DeadLetters deadLetters(
            Projections projections,
            @Qualifier("query") JdbcTemplate jdbc,
            @Qualifier("query") TransactionTemplate transaction,
            EntityHistory history) {
        return new DeadLetters(projections, jdbc, transaction, history);
    }

    @Bean
    Supposition supposition(
            Projections projections,
            @Qualifier("query") JdbcTemplate jdbc,
            @Qualifier("query") PlatformTransactionManager transactions,
            EntityHistory history) {
        return new Supposition(projections, jdbc, transactions, history);
    }

    @Bean
    Operations operations(@Qualifier("query") JdbcTemplate jdbc) {
        return new Operations(jdbc);
    }

    @Bean
    Projections projections(
            List<Projection> all,
            LedgerMessageSource source,
            LedgerPositions positions,
            EntityHistory history,
            Rebuild rebuild,
            Serializer serializer,
            @Qualifier("query") DataSource database,
            @Qualifier("query") JdbcTemplate jdbc,
            @Qualifier("query") PlatformTransactionManager transactions,
            @Qualifier("query") TransactionTemplate transaction,
            @Qualifier("projectionCoordinators") ScheduledExecutorService coordinators,
            @Qualifier("projectionWorkers") ScheduledExecutorService workers,
            ProjectionSettings settings) {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .schema(TokenSchema.builder()
                        .setTokenTable("operations.tokenentry")
                        .build())
                .serializer(serializer)
                // The default is this process's number and this host's name, which another one may have.
                .nodeId(UUID.randomUUID().toString())
                .build();
        ProjectionProcessors processors = new ProjectionProcessors(
                source,
                tokens,
                new SpringTransactionManager(transactions),
                jdbc,
                history,
                coordinators,
                workers,
                settings.rememberedEntities());
        return new Projections(all, jdbc, transaction, positions, processors, rebuild);
    }

    /** Axon's coordinator waits 100 ms whenever its buffer was full; that would be most of a fast reader's time. */
    @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
    @Qualifier("projectionCoordinators")
    ScheduledThreadPoolExecutor projectionCoordinators() {
        return new ScheduledThreadPoolExecutor(2, new AxonThreadFactory("projection-coordinators")) {
            @Override
            public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                return super.schedule(
                        task, unit.toMillis(delay) == 100 ? 1 : unit.toMillis(delay), TimeUnit.MILLISECONDS);
            }
        };
    }

    @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
    @Qualifier("projectionWorkers")
    ScheduledThreadPoolExecutor projectionWorkers(ProjectionSettings settings) {
        return new ScheduledThreadPoolExecutor(settings.workers(), new AxonThreadFactory("projection-workers"));
    }
}
