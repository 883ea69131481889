package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.ConsistencyProof;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.standalone.postgres.InTarget;
import org.preventionnetwork.registry.standalone.postgres.OldDataFolder;
import tools.jackson.databind.JsonNode;

/** A data folder of the version before starts with this one, and everything in it is right. */
@Tag("process")
class DataFolderOfBeforeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** They say how far the ledger was when it was asked. */
    private static final Set<String> OF_THE_MOMENT = Set.of("position", "lag", "knownAt");
    /** What reports of imports no longer keep of files about persons. */
    private static final Set<String> OF_PERSONS = Set.of("value", "detail", "column");

    /** Less than is published differs only from a list that is said to be complete. */
    private static final Set<String> DECIDED_SINCE = Set.of("/api/statements/st-1/reconciliation verdict");

    @TempDir(factory = InTarget.class)
    private Path home;

    @Test
    void starts_and_answers_as_it_did_and_goes_on() throws Exception {
        Map<String, String> before;
        try (InputStream pack = getClass().getResourceAsStream("/before-5db7f72/registry.zip")) {
            before = OldDataFolder.unpack(pack, home);
        }
        // It grows older every day: nothing in it may be too old, and the clock is right.
        RegistryProcess registry = RegistryProcess.launch(
                home,
                "registry.log",
                "--registry.access-log.retention=100y",
                "--registry.imports.report-retention=100y",
                "--registry.clock.confirmed=" + LocalDate.now(ZoneOffset.UTC));
        try (registry) {
            registry.awaitReady();
            Client client = registry.client();
            before.get("answers").lines().map(line -> line.split("\t", 2)).forEach(answer -> {
                // What the rows of before lack is answered as soon as they are made anew.
                await().atMost(PATIENCE).until(() -> client.get(answer[0]).status() != 503);
                JsonNode now = client.get(answer[0]).expect(200).json();
                assertAnswers(RegistryJson.mapper().readTree(answer[1]), now, answer[0]);
            });
            assertThat(verdict(client)).isEqualTo("SOUND");
            erasuresOfBeforeAreBroughtToTodaysState(client, before);
            logAndLoginsAreThere(client);
            recordingGoesOn(client);
            assertContinues(client, before.get("checkpoint"));
            assertThat(verdict(client)).isEqualTo("SOUND");
        }
    }

    /** Today's answer says all that the one of then said, and may say more. */
    private static void assertAnswers(JsonNode then, JsonNode now, String where) {
        if (then.isObject()) {
            then.propertyStream()
                    .filter(field -> !OF_THE_MOMENT.contains(field.getKey()))
                    .filter(field -> !where.startsWith("/api/imports/") || !OF_PERSONS.contains(field.getKey()))
                    .forEach(field -> {
                        assertThat(now.has(field.getKey()))
                                .as("%s %s", where, field.getKey())
                                .isTrue();
                        String at = where + " " + field.getKey();
                        if (DECIDED_SINCE.contains(at)) {
                            assertThat(field.getValue().asString()).as(at).isEqualTo("DIFFERS");
                            assertThat(now.get(field.getKey()).asString())
                                    .as(at)
                                    .isEqualTo("UNDECIDED");
                        } else {
                            assertAnswers(field.getValue(), now.get(field.getKey()), at);
                        }
                    });
        } else if (then.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(then.size());
            for (int i = 0; i < then.size(); i++) {
                assertAnswers(then.get(i), now.get(i), where + " " + i);
            }
        } else {
            assertThat(now).as(where).isEqualTo(then);
        }
    }

    private static void erasuresOfBeforeAreBroughtToTodaysState(Client client, Map<String, String> before) {
        String receipt = "/api/officials/o-gone/erasure-receipt";
        await().atMost(PATIENCE).until(() -> client.get(receipt).status() == 200);
        String first = RegistryJson.mapper()
                .readTree(before.get("erasure"))
                .get("receipt")
                .asString();
        assertThat(client.get(receipt + "?version=1").expect(200).body()).isEqualTo(first);
        assertThat(client.get(receipt).expect(200).body())
                .startsWith("registry erasure receipt v2\n")
                .contains(first.lines().skip(1).limit(6).toList())
                .contains("\nwrite-ahead log passed\n");
        assertThat(client.get("/api/officials/o-gone")
                        .expect(200)
                        .json()
                        .get("erased")
                        .asBoolean())
                .isTrue();
        assertThat(client.put("/api/officials/o-gone", "{'fullName': 'Somebody', 'state': 'AR'}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("OFFICIAL_ERASED");
        assertThat(client.get("/api/officials?q=bergquell").expect(200).items()).isNotEmpty();
        assertThat(client.get("/api/officials?q=forgettworthy").expect(200).items())
                .isEmpty();
    }

    private static void logAndLoginsAreThere(Client client) {
        assertThat(client.get("/api/access-log?actor=reader").expect(200).items())
                .anyMatch(view -> view.get("official").asString().equals("o-ana"));
        assertThat(client.get("/api/accounts").expect(200).body()).contains("clerk", "reader", "left");
        assertThat(client.as("left", "somebody who has left").get("/api/me").status())
                .isEqualTo(401);
        Client clerk = client.as("clerk", "a clerk of long ago");
        assertThat(clerk.put("/api/networks/latin/memberships/uy", "{'state': 'UY', 'kind': 'MEMBER', 'from': '2016'}")
                        .expect(201)
                        .text("outcome"))
                .isEqualTo("RECORDED");
        clerk.put("/api/networks/other", "{'name': 'Other', 'kind': 'REGIONAL'}")
                .expect(403);
    }

    private static void recordingGoesOn(Client client) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.get("/api/networks/latin/members?asOf=2017")
                        .expect(200)
                        .body())
                .contains("UY"));
        client.post(
                        "/api/networks/latin/memberships/bo/correct",
                        "{'from': '2012', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'too precise'}")
                .expect(200);
        client.post("/api/officials/o-ana/change-contact", "{'fullName': 'Anaximandra Heute', 'from': '2020'}")
                .expect(200);
        client.put("/api/officials/o-new", "{'fullName': 'Nova Neumann', 'state': 'UY', 'from': '2020'}")
                .expect(201);
        await().atMost(PATIENCE)
                .until(() -> client.get("/api/officials?q=neumann")
                                .expect(200)
                                .items()
                                .size()
                        == 1);
        // What was parked comes in by a retry, or with rows that are made anew after the upgrade.
        await().atMost(PATIENCE).until(() -> {
            client.get("/api/operations/dead-letters")
                    .expect(200)
                    .items()
                    .forEach(parked -> client.post(
                            "/api/operations/projections/"
                                    + parked.get("projection").asString() + "/dead-letters/"
                                    + parked.get("id").asString() + "/retry",
                            "{}"));
            return client.get("/api/operations/dead-letters")
                    .expect(200)
                    .items()
                    .isEmpty();
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> client.get("/api/programmes/parked").expect(200));
        JsonNode again = Imports.run(
                client, "officials.csv", "official,full_name,state,from\no-imported,Importina Listmann,PE,2012\n");
        assertThat(again.get("unchanged").asInt()).as("%s", again).isEqualTo(1);
    }

    private static void assertContinues(Client client, String checkpoint) {
        Checkpoint old = Checkpoint.parse(
                SignedNote.parse(checkpoint.getBytes(StandardCharsets.UTF_8)).text());
        await().atMost(PATIENCE).until(() -> size(client) > old.size());
        long size = size(client);
        JsonNode told = client.get("/ledger/consistency?from=" + old.size() + "&to=" + size)
                .expect(200)
                .json();
        List<Hash> hashes = new ArrayList<>();
        told.get("hashes").forEach(hash -> hashes.add(Hash.parse(hash.asString())));
        new ConsistencyProof(old.size(), size, hashes)
                .verify(old.root(), Hash.parse(told.get("toRoot").asString()));
        assertThat(told.get("fromRoot").asString()).isEqualTo(old.root().toString());
    }

    private static long size(Client client) {
        byte[] note = client.get("/ledger/checkpoint").expect(200).body().getBytes(StandardCharsets.UTF_8);
        return Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    private static String verdict(Client client) {
        client.post("/api/operations/verification", "{}").expect(202);
        await().atMost(PATIENCE).until(() -> !client.get("/api/operations/verification")
                .text("verdict")
                .equals("RUNNING"));
        return client.get("/api/operations/verification").text("verdict");
    }
}
