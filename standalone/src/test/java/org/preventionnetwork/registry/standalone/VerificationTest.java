package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An auditor asks whether anybody has touched the log: over HTTP, from the health endpoint, and on the command line. */
@Tag("process")
class VerificationTest {
    private static final String VERIFICATION = "/api/operations/verification";
    private static final String CLOCK = "/api/operations/clock";

    @TempDir
    Path home;

    @Test
    void has_anybody_touched_the_log() throws Exception {
        String changed;
        try (RegistryProcess registry = RegistryProcess.start(home)) {
            Client client = registry.client();
            client.put("/api/networks/africa", "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}")
                    .expect(201);
            for (String state : new String[] {"GH", "KE", "SN", "TZ"}) {
                client.put(
                                "/api/networks/africa/memberships/" + state.toLowerCase(),
                                "{'state': '" + state + "', 'kind': 'MEMBER', 'from': '2012-03-29'}")
                        .expect(201);
            }
            awaitSigned(registry);
            JsonNode sound = verify(client);
            assertThat(sound.get("verdict").asString()).as("%s", sound).isEqualTo("SOUND");
            assertThat(sound.get("position").asLong()).isGreaterThan(4);
            assertThat(sound.get("checks")).hasSize(6);
            assertThat(sound.get("checks").findValuesAsString("check")).contains("keys");
            assertThat(sound.at("/checks/0/events").asInt()).isGreaterThan(4);
        }
        assertThat(commandLine("sound.log", "SOUND as of position ")).isZero();
        withoutTheSealKeyTheStartIsRefusedAndNoOtherIsMade();

        String doubting = "--registry.clock.ahead-at-start=1ms";
        try (RegistryProcess registry = RegistryProcess.launch(home, "registry.log", doubting)) {
            aStartThatDoubtsItsClockRecordsNothingUntilSomebodyConfirmsIt(registry);
            registry.awaitReady();
            try (Connection superuser = registry.superuser();
                    Statement statement = superuser.createStatement()) {
                statement.execute("SET session_replication_role = replica");
                try (ResultSet row = statement.executeQuery(
                        "UPDATE events.domainevententry SET payload = replace(convert_from(payload, 'UTF8'), 'KE', 'UG')"
                                + "::bytea WHERE convert_from(payload, 'UTF8') LIKE '%\"KE\"%'"
                                + " RETURNING eventidentifier")) {
                    assertThat(row.next()).isTrue();
                    changed = row.getString(1);
                }
                assertThat(statement.executeUpdate("UPDATE read.membership SET state = 'ZZ' WHERE state = 'TZ'"))
                        .isPositive();
            }
            JsonNode tampered = verify(registry.client());
            assertThat(tampered.get("verdict").asString()).isEqualTo("TAMPERED");
            assertThat(tampered.at("/first/eventId").asString()).isEqualTo(changed);
            assertThat(tampered.at("/checks/1/findings").toString())
                    .contains("PROJECTION_DIFFERS", "table membership of networks");
            assertThat(registry.client().get("/actuator/health").status()).isEqualTo(503);
        }
        assertThat(commandLine("tampered.log", "First offence: event")).isEqualTo(1);
    }

    private static void aStartThatDoubtsItsClockRecordsNothingUntilSomebodyConfirmsIt(RegistryProcess registry) {
        registry.awaitListening();
        Client client = registry.client();
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> client.get(CLOCK)
                .expect(200));
        assertThat(client.get(CLOCK).json().get("recording").asBoolean()).isFalse();
        Client.Reply refused = client.put("/api/networks/late", "{'name': 'Late', 'kind': 'REGIONAL'}");
        assertThat(refused.expect(503).text("code")).isEqualTo("CLOCK_IN_DOUBT");
        assertThat(client.get("/actuator/health").expect(503).body()).contains("nothingIsRecorded");
        client.get("/api/networks/africa").expect(200);
        Client.Reply confirmed = client.post(CLOCK, "{}").expect(200);
        assertThat(confirmed.json().get("recording").asBoolean()).isTrue();
        assertThat(confirmed.text("confirmedBy")).isEqualTo("admin");
        client.put("/api/networks/late", "{'name': 'Late', 'kind': 'REGIONAL'}").expect(201);
    }

    private void withoutTheSealKeyTheStartIsRefusedAndNoOtherIsMade() throws Exception {
        Path key = home.resolve("ledger/seal.key");
        Path aside = Files.move(key, home.resolve("aside"));
        assertThat(commandLine("refused.log", key + ", which seals events, is missing"))
                .isEqualTo(1);
        assertThat(Files.readString(home.resolve("refused.log")))
                .contains("put it back from its backup")
                .doesNotContain("\tat ", " WARN ", "bean");
        assertThat(key).doesNotExist();
        Files.move(aside, key);
    }

    private int commandLine(String log, String said) throws Exception {
        RegistryProcess process = RegistryProcess.launch(home, log, "verify");
        int code = process.awaitEnd();
        assertThat(process.log()).contains(said);
        return code;
    }

    private static void awaitSigned(RegistryProcess registry) throws Exception {
        try (Connection superuser = registry.superuser();
                Statement statement = superuser.createStatement()) {
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                try (ResultSet row = statement.executeQuery(
                        "SELECT (SELECT max(size) FROM ledger.checkpoint) = last_position FROM ledger.state")) {
                    return row.next() && row.getBoolean(1);
                }
            });
        }
    }

    private static JsonNode verify(Client client) {
        client.post(VERIFICATION, "{}").expect(202);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> client.get(VERIFICATION).status() == 200
                        && !client.get(VERIFICATION)
                                .json()
                                .get("verdict")
                                .asString()
                                .equals("RUNNING"));
        return client.get(VERIFICATION).json();
    }
}
