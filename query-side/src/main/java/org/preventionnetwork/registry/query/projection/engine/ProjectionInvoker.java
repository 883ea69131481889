package org.preventionnetwork.registry.query.projection.engine;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.preventionnetwork.registry.query.infrastructure.LedgerEvent;
import org.preventionnetwork.registry.query.projection.Projection;

/**
 * Lets Axon's processor drive a projection: a batch is collected while its messages are handled and written before the
 * processor's transaction commits, together with the token.
 */
final class ProjectionInvoker implements EventHandlerInvoker {
    private final Projection projection;
    private final ProjectionWriter writer;
    private final String batchKey;

    ProjectionInvoker(ProjectionVersion version, ProjectionWriter writer) {
        this.projection = version.projection();
        this.writer = writer;
        this.batchKey = version.schema();
    }

    private static final class Batch {
        final List<LedgerEvent> events = new ArrayList<>();
        final long after;
        long position;

        /** @param first the first event's position; no position is left out of the stream */
        Batch(long first) {
            after = first - 1;
        }
    }

    /** Also events of other entities: they take the version's position on. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        LedgerEvent at = LedgerEvent.of(message);
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        Batch batch = unit.getOrComputeResource(batchKey, key -> begin(unit, at.position()));
        batch.position = at.position();
        LogContext.POSITION.put(Long.toString(batch.position));
        if (projection.readsEntity(RecordedEvents.entityOf(at))) {
            batch.events.add(at);
        }
    }

    private Batch begin(UnitOfWork<?> unit, long first) {
        Batch batch = new Batch(first);
        unit.onPrepareCommit(u -> writer.write(batch.events, batch.after, batch.position));
        unit.afterCommit(u -> writer.committed());
        unit.onRollback(u -> writer.forget());
        unit.onCleanup(u -> LogContext.POSITION.remove());
        return batch;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
