package org.preventionnetwork.registry.command.imports.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.projections.ProjectionsCaughtUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until every projection has read on to an import's last events; where nobody can tell, it does not wait. */
final class ProjectionWait {
    private static final Logger log = LoggerFactory.getLogger(ProjectionWait.class);
    private static final long PAUSE_MILLIS = 50;

    private final EventStore events;
    private final @Nullable ProjectionsCaughtUp projections;
    private final Duration patience;

    ProjectionWait(EventStore events, @Nullable ProjectionsCaughtUp projections, Duration patience) {
        this.events = events;
        this.projections = projections;
        this.patience = patience;
    }

    void await(Set<String> aggregateIds) {
        if (projections == null) {
            return;
        }
        Instant until = Instant.now().plus(patience);
        for (String id : aggregateIds) {
            long version = events.lastSequenceNumberFor(id).orElse(-1L) + 1;
            while (!projections.passed(id, version)) {
                if (Instant.now().isAfter(until)) {
                    log.warn("The projections are still behind an import after {}; see their state", patience);
                    return;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the projections catch up", e);
        }
    }
}
