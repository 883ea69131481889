package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
            assertThat(sound.get("checks")).hasSize(2);
            assertThat(sound.at("/checks/0/events").asInt()).isGreaterThan(4);
        }
        assertThat(commandLine("sound.log")).isZero();

        try (RegistryProcess registry = RegistryProcess.start(home)) {
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
        assertThat(commandLine("tampered.log")).isEqualTo(1);
    }

    private int commandLine(String log) throws Exception {
        RegistryProcess process = RegistryProcess.launch(home, log, "verify");
        int code = process.awaitEnd();
        assertThat(process.log()).contains(code == 0 ? "SOUND" : "First offence: event");
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
