package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.postgres.RoomForConnections;

/** Two nodes as they are by default want 138 connections, and a PostgreSQL as it is by default has 97 for them. */
class CrowdedDatabaseTest {
    private static final RunningRegistry RUNNING = RunningRegistry.shared();

    private static List<String> saidOf(int connections) {
        HikariDataSource known = RUNNING.part("queryDataSource", HikariDataSource.class);
        try (HikariDataSource pool = new HikariDataSource();
                WrittenLog log = new WrittenLog()) {
            pool.setJdbcUrl(known.getJdbcUrl());
            pool.setUsername(known.getUsername());
            pool.setPassword(known.getPassword());
            pool.setMinimumIdle(1);
            pool.setMaximumPoolSize(connections);
            new RoomForConnections(List.of(pool)).look();
            return log.entries().stream()
                    .filter(entry -> entry.contains("RoomForConnections"))
                    .toList();
        }
    }

    @Test
    void a_node_that_may_want_more_connections_than_there_are_says_so_in_two_lines() {
        assertThat(saidOf(2)).isEmpty();
        assertThat(saidOf(1_000)).singleElement().satisfies(said -> {
            assertThat(said)
                    .contains("this node may come to open 1005 more")
                    .contains("Raise max_connections", "maximum-pool-size (32)");
            assertThat(said.strip().lines()).hasSize(2);
        });
    }
}
