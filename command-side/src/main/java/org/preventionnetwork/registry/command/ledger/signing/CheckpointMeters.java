package org.preventionnetwork.registry.command.ledger.signing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.api.observation.Sampled;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much of the ledger nobody has vouched for yet, and since when; the same on every node. */
final class CheckpointMeters implements MeterBinder {
    /** By the database's own clock, which is the one that signed_at is of. */
    private static final String LAST =
            """
            SELECT coalesce(max(size), 0), coalesce(extract(epoch FROM clock_timestamp() - max(signed_at)), 0),
                   (SELECT last_position FROM ledger.state)
            FROM (SELECT size, signed_at FROM ledger.checkpoint ORDER BY size DESC LIMIT 1) last
            """;

    private final Sampled<Last> last;

    /**
     * @param size positions that the last checkpoint covers
     * @param age seconds since it was signed
     * @param head the ledger's last position
     */
    private record Last(long size, double age, long head) {}

    CheckpointMeters(JdbcTemplate database) {
        this.last = new Sampled<>(() -> Objects.requireNonNull(
                database.queryForObject(LAST, (row, n) -> new Last(row.getLong(1), row.getDouble(2), row.getLong(3)))));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("registry.checkpoint.age", last, TimeUnit.SECONDS, read -> read.of(Last::age))
                .description("Since the last checkpoint was signed; one is signed when the ledger has grown")
                .register(registry);
        Gauge.builder("registry.checkpoint.unsigned", last, read -> read.of(l -> Math.max(0, l.head() - l.size())))
                .description("Positions that no checkpoint covers yet")
                .register(registry);
    }
}
