package org.preventionnetwork.registry.command.ledger;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.preventionnetwork.registry.api.observation.Sampled;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the ledger is, which every node says alike, and whether it is this one that leads it on. */
final class LedgerMeters implements MeterBinder {
    private final Sampled<LedgerProgress> progress;
    private final Sequencer sequencer;

    LedgerMeters(JdbcTemplate database, Sequencer sequencer) {
        this.progress = new Sampled<>(() -> LedgerProgress.of(database));
        this.sequencer = sequencer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("registry.ledger.positions", progress, read -> read.of(LedgerProgress::position))
                .description("Positions given since the history began")
                .register(registry);
        Gauge.builder("registry.ledger.unsequenced", progress, read -> read.of(LedgerProgress::unsequenced))
                .description("Recorded events without a position, counted up to " + LedgerProgress.COUNTED)
                .register(registry);
        Gauge.builder(
                        "registry.ledger.leading",
                        sequencer,
                        here -> here.status().leading() ? 1 : 0)
                .description("1 on the node that gives positions")
                .register(registry);
    }
}
