package org.preventionnetwork.registry.command.ledger;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long it takes to publish events: to give a set of them their positions and to announce these. */
final class AppendMeters implements Sequencer.Watcher {
    private final Timer time;
    private final DistributionSummary events;

    AppendMeters(MeterRegistry registry) {
        this.time = Timer.builder("registry.ledger.publish")
                .description("Giving a set of events their positions, until everybody may read them")
                .register(registry);
        this.events = DistributionSummary.builder("registry.ledger.publish.events")
                .description("Events that got their positions at once")
                .register(registry);
    }

    @Override
    public void appended(int count, Duration took) {
        if (count > 0) {
            time.record(took);
            events.record(count);
        }
    }
}
