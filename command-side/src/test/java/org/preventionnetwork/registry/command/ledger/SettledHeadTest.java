package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.command.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SettledHeadTest {
    private static final Sequencer.Settings QUICK =
            new Sequencer.Settings(Duration.ofMillis(10), Duration.ZERO, Duration.ofMillis(50), 1_000);

    private TestDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        database = TestDatabase.migrated();
    }

    private SettledHead head(Duration patience) {
        return new SettledHead(new JdbcTemplate(new DriverManagerDataSource(database.url())), patience);
    }

    @Test
    void of_an_empty_ledger_is_zero() {
        assertThat(head(Duration.ZERO).position()).isZero();
    }

    @Test
    void takes_in_all_that_was_committed_before_it_was_asked() throws SQLException {
        Sequencer sequencer = new Sequencer(database::connect, new LockHolderBarrier(), QUICK);
        sequencer.start();
        try (Connection connection = database.connect()) {
            for (int i = 0; i < 200; i++) {
                new EventWriter(connection).append("a", i);
                assertThat(head(Duration.ofSeconds(30)).position()).isEqualTo(i + 1);
            }
        } finally {
            sequencer.stop();
        }
    }

    @Test
    void is_refused_where_the_sequencer_does_not_get_so_far() throws SQLException {
        try (Connection connection = database.connect()) {
            new EventWriter(connection).append("a", 0);
        }
        assertThatThrownBy(() -> head(Duration.ofMillis(20)).position())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.LEDGER_BEHIND));
    }
}
