package org.preventionnetwork.registry.query.projection.engine;

import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes Axon's processors for versions of projections. Each has one segment, so that it brings in the events of the
 * ledger in their order; several nodes share the work by owning different processors.
 */
final class ProjectionProcessors {
    private static final int BATCH = 500;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final EntityHistory history;
    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService workers;
    private final int remembered;

    ProjectionProcessors(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokens,
            TransactionManager transactions,
            JdbcTemplate jdbc,
            EntityHistory history,
            ScheduledExecutorService coordinators,
            ScheduledExecutorService workers,
            int remembered) {
        this.source = source;
        this.tokens = tokens;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.history = history;
        this.coordinators = coordinators;
        this.workers = workers;
        this.remembered = remembered;
    }

    /** A processor at work. */
    record Running(PooledStreamingEventProcessor processor, ProjectionWriter writer) implements AutoCloseable {

        /** Up to where it committed rows. */
        long reached() {
            return writer.reached();
        }

        @Override
        public void close() {
            processor.shutDown();
        }
    }

    /** Goes on where the version is, whatever its token says: rows and position are written together. */
    Running start(ProjectionVersion version) {
        ProjectionWriter writer = new ProjectionWriter(version, jdbc, history, remembered);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(version.schema())
                .eventHandlerInvoker(new ProjectionInvoker(version, writer))
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialSegmentCount(1)
                .initialToken(s -> new GlobalSequenceTrackingToken(positionOf(version)))
                .batchSize(BATCH)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .build();
        processor.start();
        return new Running(processor, writer);
    }

    private long positionOf(ProjectionVersion version) {
        Long position = jdbc.queryForObject(
                "SELECT position FROM operations.projection WHERE name = ? AND version = ?",
                Long.class,
                version.projection().name(),
                version.version());
        return position == null ? 0 : position;
    }
}
