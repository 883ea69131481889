package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.standalone.postgres.InTarget;

@Tag("process")
class UnavailableKeysTest {
    @TempDir(factory = InTarget.class)
    private Path home;

    @Test
    void are_an_outage_that_ends_and_never_taken_for_an_erasure() throws Exception {
        RegistryProcess registry = RegistryProcess.launch(home, "registry.log", "--registry.keys.remembered=0s");
        try (registry) {
            registry.awaitReady();
            Client client = registry.client();
            client.put("/api/officials/o-1", "{'fullName': 'Somebody', 'state': 'AR'}")
                    .expect(201);
            String version = "?atLeastVersion=1";
            client.get("/api/officials/o-1" + version).expect(200);
            execute(registry, "ALTER TABLE keys.person RENAME TO elsewhere");
            for (String question : new String[] {
                "/api/officials", "/api/officials/o-1", "/api/officials?q=somebody", "/api/officials/o-1/personal-data"
            }) {
                assertUnavailable(client.get(question));
            }
            assertUnavailable(client.post("/api/officials/o-1/change-contact", "{'fullName': 'Else', 'from': '2012'}"));
            assertUnavailable(client.put("/api/officials/o-2", "{'fullName': 'Another', 'state': 'AR'}"));
            client.put("/api/networks/africa", "{'name': 'A Network', 'kind': 'REGIONAL'}")
                    .expect(201);
            client.get("/api/overview").expect(200);
            execute(registry, "ALTER TABLE keys.elsewhere RENAME TO person");
            Reply back = client.get("/api/officials/o-1").expect(200);
            assertThat(back.text("fullName")).isEqualTo("Somebody");
            assertThat(back.json().get("erased").asBoolean()).isFalse();
            client.put("/api/officials/o-2", "{'fullName': 'Another', 'state': 'AR'}")
                    .expect(201);
            assertThat(client.get("/api/history?entity=official:o-1")
                            .expect(200)
                            .items())
                    .hasSize(1);
        }
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.expect(503).text("code")).isEqualTo("KEY_UNAVAILABLE");
    }

    private static void execute(RegistryProcess registry, String sql) throws Exception {
        try (Connection superuser = registry.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
