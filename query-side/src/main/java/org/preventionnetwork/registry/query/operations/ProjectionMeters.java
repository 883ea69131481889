package org.preventionnetwork.registry.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.preventionnetwork.registry.api.observation.Sampled;
import org.preventionnetwork.registry.query.operations.ProjectionWatch.Seen;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.preventionnetwork.registry.query.projection.engine.Operations.DeadLetter;
import org.preventionnetwork.registry.query.projection.engine.Operations.SkippedEvent;
import org.preventionnetwork.registry.query.projection.engine.Projections;
import org.springframework.stereotype.Component;

/** How far behind what answers is, how fast it goes, what is parked and what is built anew; as the watch saw it last. */
@Component
class ProjectionMeters implements MeterBinder {
    private static final String LIVE = "LIVE";
    private final ProjectionWatch watch;
    private final List<String> names;
    private final Sampled<List<DeadLetter>> parked;
    private final Sampled<List<SkippedEvent>> skipped;

    ProjectionMeters(ProjectionWatch watch, Operations operations, Projections projections) {
        this.watch = watch;
        this.names = projections.all().stream().map(one -> one.name()).toList();
        this.parked = new Sampled<>(operations::deadLetters);
        this.skipped = new Sampled<>(operations::skippedEvents);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : names) {
            gauge(registry, name, "lag", "Events that the version that answers has not brought in", live(Seen::lag));
            gauge(
                    registry,
                    name,
                    "pace",
                    "Events a second that the version that answers brings in",
                    live(Seen::eventsPerSecond));
            gauge(
                    registry,
                    name,
                    "rebuild",
                    "How much of a version that is built anew is done, from 0 to 1; absent when none is",
                    rebuild());
            Gauge.builder(
                            "registry.projections.dead.letters",
                            parked,
                            all -> all.of(letters -> letters.stream()
                                    .filter(letter -> letter.projection().equals(name))
                                    .count()))
                    .description("Entities that are parked behind an event that could not be brought in")
                    .tag("projection", name)
                    .register(registry);
            Gauge.builder(
                            "registry.projections.skipped",
                            skipped,
                            all -> all.of(events -> events.stream()
                                    .filter(event -> event.projection().equals(name))
                                    .count()))
                    .description("Events that were left out of what answers for good")
                    .tag("projection", name)
                    .register(registry);
        }
    }

    private void gauge(
            MeterRegistry registry,
            String projection,
            String what,
            String description,
            ToDoubleFunction<List<Seen>> number) {
        Gauge.builder(
                        "registry.projections." + what,
                        watch,
                        w -> number.applyAsDouble(w.seen().stream()
                                .filter(seen -> seen.row().name().equals(projection))
                                .toList()))
                .description(description)
                .tag("projection", projection)
                .register(registry);
    }

    private static ToDoubleFunction<List<Seen>> live(ToDoubleFunction<Seen> number) {
        return versions -> versions.stream()
                .filter(seen -> seen.row().state().equals(LIVE))
                .mapToDouble(number)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static ToDoubleFunction<List<Seen>> rebuild() {
        return versions -> versions.stream()
                .filter(seen -> !seen.row().state().equals(LIVE)
                        && seen.row().finishedAt() == null
                        && seen.row().target() != null)
                .mapToDouble(seen -> seen.row().target() == 0
                        ? 1
                        : Math.min(
                                1, (double) seen.row().position() / seen.row().target()))
                .findFirst()
                .orElse(Double.NaN);
    }
}
