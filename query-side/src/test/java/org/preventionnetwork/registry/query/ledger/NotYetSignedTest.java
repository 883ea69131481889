package org.preventionnetwork.registry.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.query.TestQuerySide;

/** Who asks for evidence of what was recorded a moment ago is not sent away while the log is signing it. */
class NotYetSignedTest {
    private static final String PACK = "/api/evidence?entity=network:second";

    @Test
    void an_answer_waits_for_the_signature_of_what_is_recorded() throws SQLException {
        try (TestQuerySide queries = TestQuerySide.start(Map.of("registry.ledger.signed-within", "1m"))) {
            queries.registry.record(registered("first"));
            queries.ledger.sign();
            queries.registry.record(registered("second"));
            queries.caughtUp();
            CompletableFuture<Integer> asked =
                    CompletableFuture.supplyAsync(() -> queries.get(PACK).statusCode());
            await().during(Duration.ofMillis(300)).until(() -> !asked.isDone());
            queries.ledger.sign();
            assertThat(asked.join()).isEqualTo(200);
        }
    }

    @Test
    void and_says_so_when_the_log_does_not_sign() throws SQLException {
        try (TestQuerySide queries = TestQuerySide.start(Map.of("registry.ledger.signed-within", "200ms"))) {
            queries.registry.record(registered("first"));
            queries.ledger.sign();
            queries.registry.record(registered("second"));
            queries.caughtUp();
            assertThat(queries.refusal(PACK)).isEqualTo("404 NOT_YET_SIGNED");
        }
    }

    private static NetworkRegistered registered(String network) {
        return new NetworkRegistered(new NetworkId(network), new FactId("registered"), network, NetworkKind.REGIONAL);
    }
}
