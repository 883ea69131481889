package org.preventionnetwork.registry.command.imports.runs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.preventionnetwork.registry.api.observation.Sampled;
import org.springframework.jdbc.core.JdbcTemplate;

/** Imports at work and what became of the rows of all of them, rehearsals left out; the same on every node. */
final class ImportMeters implements MeterBinder {
    private static final String READ =
            """
            SELECT count(DISTINCT run.id) FILTER (WHERE status = 'RUNNING'), coalesce(sum(recorded), 0),
                   coalesce(sum(unchanged), 0), coalesce(sum(conflicts), 0), coalesce(sum(errors), 0)
            FROM imports.run LEFT JOIN imports.run_file file ON file.run = run.id
            WHERE NOT dry_run
            """;

    private final Sampled<Read> read;

    private record Read(long running, long recorded, long unchanged, long conflicts, long errors) {}

    ImportMeters(JdbcTemplate database) {
        this.read = new Sampled<>(() -> Objects.requireNonNull(database.queryForObject(
                READ,
                (row, n) -> new Read(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("registry.imports.running", read, now -> now.of(Read::running))
                .description("Imports at work or waiting for it")
                .register(registry);
        rows(registry, "recorded", Read::recorded);
        rows(registry, "unchanged", Read::unchanged);
        rows(registry, "conflict", Read::conflicts);
        rows(registry, "error", Read::errors);
    }

    private void rows(MeterRegistry registry, String outcome, ToDoubleFunction<Read> count) {
        FunctionCounter.builder("registry.imports.rows", read, now -> now.of(count))
                .description("Rows of imports by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
