package org.preventionnetwork.registry.query.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpcastedEventsTest {
    private final Tallies tallies = new Tallies();
    private TestRegistry registry;

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(Tally.serializer(), Tally.UPCASTS.asAxonUpcaster(), tallies.projection());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private List<Integer> counts() {
        return registry.client()
                .sql("SELECT count FROM read.tally ORDER BY known_from")
                .query(Integer.class)
                .list();
    }

    @Test
    void events_of_an_older_revision_are_brought_in_live_in_corrections_and_in_a_rebuild() {
        registry.store(Tally.storedAsRevision1("africa", 7));
        registry.record(Tally.counted("africa", 8));
        registry.store(
                new TestRegistry.Stored(
                        "network:africa",
                        "test.FactCorrected",
                        "1",
                        """
                {"entity":"africa","factId":"fact-7","correctionKind":"CLERICAL_ERROR",
                 "replacement":{"event":"test.Counted","revision":"1",
                                "fact":{"entity":"africa","factId":"fact-7","amount":70}}}
                """));
        registry.caughtUp();
        assertThat(counts()).containsExactly(7, 8, 70);
        registry.rebuild.request(tallies.projection());
        await().atMost(Duration.ofMinutes(2)).until(() -> new Operations(registry.jdbc)
                .versions().stream()
                        .anyMatch(row -> row.version() == 2 && row.state().equals("LIVE")));
        assertThat(counts()).containsExactly(7, 8, 70);
    }
}
