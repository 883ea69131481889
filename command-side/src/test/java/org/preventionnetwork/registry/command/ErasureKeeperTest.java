package org.preventionnetwork.registry.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.officials.OfficialCommand.EraseOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.imports.TestRegistry;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.springframework.jdbc.core.JdbcTemplate;

class ErasureKeeperTest {
    private static final OfficialId ANA = new OfficialId("official-1");
    private static final Provenance WHY = new Provenance("tester", "ADMIN", null, null, "asked for it", null);

    @TempDir
    private Path data;

    /** As after a crash between the event and the key: the event is all that there is. */
    @Test
    void an_erasure_that_was_only_recorded_is_completed() throws Exception {
        TestDatabase database = TestDatabase.empty();
        try (TestRegistry registry = TestRegistry.start(
                data, database.url(), "registry.erasure.look-every=1h", "registry.keys.shared=false")) {
            Commands commands = registry.bean(Commands.class);
            commands.send(
                    new RegisterOfficial(ANA, new FactId("registered"), "Ana Lima", null, null, null, null, null), WHY);
            assertThat(registry.bean(BlindIndex.class).find("lima")).containsExactly(ANA);
            commands.send(new EraseOfficial(ANA, new FactId("erased")), WHY);
            assertThat(registry.bean(BlindIndex.class).find("lima")).containsExactly(ANA);
            assertThat(registry.bean(Cache.class).containsKey(ANA.aggregateId()))
                    .isTrue();
        }
        try (TestRegistry registry = TestRegistry.start(data, database.url(), "registry.keys.shared=false")) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(registry.bean(JdbcTemplate.class)
                            .queryForList(
                                    "SELECT note FROM ledger.erasure_receipt WHERE official = ?",
                                    String.class,
                                    ANA.value()))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("official official-1\n", "key destroyed 20"));
            assertThat(registry.bean(JdbcTemplate.class)
                            .queryForObject(
                                    "SELECT wrapped IS NULL AND erased_at IS NOT NULL FROM keys.person", Boolean.class))
                    .isTrue();
            assertThat(registry.bean(BlindIndex.class).find("lima")).isEmpty();
        }
    }
}
