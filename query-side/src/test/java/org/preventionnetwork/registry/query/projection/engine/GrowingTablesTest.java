package org.preventionnetwork.registry.query.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.projection.engine.Tally.counted;

import java.sql.SQLException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;

class GrowingTablesTest {
    @Test
    void the_planner_knows_of_rows_long_before_autovacuum_comes() throws SQLException {
        Tallies tallies = new Tallies();
        try (TestRegistry registry =
                TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection())) {
            for (int count = 1; count <= 1_100; count++) {
                registry.record(counted("network-" + count % 7, count));
            }
            registry.caughtUp();
            long known = registry.client()
                    .sql("SELECT reltuples::bigint FROM pg_class WHERE oid = 'tallies_v1.tally'::regclass")
                    .query(Long.class)
                    .single();
            assertThat(known).isBetween(500L, 1_100L);
        }
    }
}
