package org.preventionnetwork.registry.query.operations;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.preventionnetwork.registry.query.operations.ProjectionWatch.Seen;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether answers are fresh. Down when a version that answers stands still although there are events for it, or stays
 * too far behind; that is looked at from outside, since a processor may be stuck without an error. A rebuild that failed
 * or came out differently leaves the old answers in place: that is {@link #DEGRADED}, which does not take the
 * application out of service.
 */
@Component("projectionsHealthIndicator")
class ProjectionsHealth extends AbstractHealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED", "a rebuilt version is not shown");

    private final ProjectionWatch watch;
    private final Operations operations;
    private final Duration patience;

    @Autowired
    ProjectionsHealth(ProjectionWatch watch, Operations operations, HealthSettings settings) {
        this(watch, operations, settings.patience());
    }

    ProjectionsHealth(ProjectionWatch watch, Operations operations, Duration patience) {
        super("The projections could not be asked");
        this.watch = watch;
        this.operations = operations;
        this.patience = patience;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean down = false;
        boolean degraded = false;
        Map<String, String> details = new LinkedHashMap<>();
        for (Seen seen : watch.look()) {
            String state = seen.row().state();
            String name = seen.row().name() + "_v" + seen.row().version();
            if (state.equals("LIVE")) {
                boolean stands = seen.standsSeconds() >= patience.toSeconds() && seen.standsSeconds() > 0;
                boolean behind = seen.behindSeconds() >= patience.toSeconds() && seen.behindSeconds() > 0;
                down |= stands || behind;
                details.put(
                        name,
                        stands
                                ? "stands at " + seen.row().position() + " for " + seen.standsSeconds() + " s, "
                                        + seen.lag() + " events behind"
                                : behind
                                        ? "too far behind for " + seen.behindSeconds() + " s: " + seen.lag() + " events"
                                        : seen.lag() + " events behind");
            } else if (state.equals("DIFFERS") || state.equals("FAILED")) {
                degraded = true;
                details.put(name, state);
            }
        }
        health.status(down ? Status.DOWN : degraded ? DEGRADED : Status.UP)
                .withDetails(details)
                .withDetail("deadLetters", operations.deadLetters().size())
                .withDetail("skipped", operations.skippedEvents().size());
    }
}
