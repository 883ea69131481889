package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.ConsistencyProof;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.standalone.postgres.InTarget;
import org.preventionnetwork.registry.testing.TestRun;
import tools.jackson.databind.JsonNode;

/**
 * A person asks to be forgotten. Before, nothing that the registry leaves behind shows the person's data; afterwards nobody
 * can read it, no backup of the keys brings it back, no number has changed, and the log is as sound as it was.
 */
@Tag("process")
@Tag("thorough")
class ForgottenPersonTest {
    private static final String PERSON = "/api/officials/o-1";
    private static final Duration PATIENCE = TestRun.PATIENCE;

    @TempDir(factory = InTarget.class)
    private Path home;

    private final Canaries canaries = new Canaries();
    /** Something public, to show that what is looked for would be found. */
    private final Canaries shown = new Canaries();

    private String lastName;
    private String lastEmail;
    private String lastPosition;

    @Test
    void is_forgotten_for_ever_and_still_counted() throws Exception {
        Map<String, String> counts;
        SignedNote before;
        try (RegistryProcess registry = RegistryProcess.start(home)) {
            Client client = registry.client();
            record(client);
            importWithProblems(client);
            importEverythingWrong(client);
            readEverything(client);
            assertThat(canaries.found(registry, home)).isEmpty();
            assertThat(shown.found(registry, home))
                    .anyMatch(place -> place.startsWith("table events.domainevententry "))
                    .anyMatch(place -> place.startsWith("table programmes_v1.programme "))
                    .anyMatch(place -> place.startsWith("file postgres/pg_wal/"));

            counts = counts(client);
            before = checkpoint(client);
            backUpKeys(registry);
            JsonNode erased = client.post(PERSON + "/erase", "{'reason': 'asked for it, letter of 3 May'}")
                    .expect(200)
                    .json();
            assertReceipt(erased.get("receipt").asString());
            assertThat(client.get(PERSON + "/erasure-receipt").expect(200).body())
                    .isEqualTo(erased.get("receipt").asString());
            assertForgotten(client);
            assertThat(counts(client)).isEqualTo(counts);
            assertThat(canaries.found(registry, home)).isEmpty();
            assertThat(verdict(client)).isEqualTo("SOUND");
            assertContinues(client, before);

            rebuild(client);
            assertForgotten(client);
            assertThat(counts(client)).isEqualTo(counts);
            putKeysBack(registry);
        }
        try (RegistryProcess registry = RegistryProcess.start(home)) {
            Client client = registry.client();
            assertForgotten(client);
            assertThat(counts(client)).isEqualTo(counts);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keysOf(registry)).isEqualTo("f 0"));
            assertThat(client.get("/api/officials/o-2").expect(200).text("fullName"))
                    .isNotEmpty();
            assertThat(canaries.found(registry, home)).isEmpty();
            assertContinues(client, before);
        }
    }

    private void record(Client client) {
        client.put("/api/programmes/p-1", "{'name': '" + shown.next() + "', 'establishedOn': '2008'}")
                .expect(201);
        client.put("/api/institutions/i-1", "{'name': 'Ministry', 'kind': 'MINISTRY', 'state': 'AR'}")
                .expect(201);
        client.put(
                        "/api/seminars/s-1",
                        "{'title': 'Seminar', 'programme': 'p-1', 'edition': 'GLOBAL', 'mode': 'IN_PERSON', 'startsOn': '2012-06-04',"
                                + " 'endsOn': '2012-06-08', 'capacity': 20, 'foundational': true}")
                .expect(201);
        client.post("/api/seminars/s-1/open-enrollment", "{'on': '2012-01-01'}").expect(200);
        String registration = client.put(
                        PERSON,
                        "{'fullName': '" + canaries.next() + " " + canaries.next() + "', 'email': '" + canaries.next()
                                + "@example.org', 'state': 'AR', 'institution': 'i-1', 'position': '" + canaries.next()
                                + "', 'from': '2010'}")
                .expect(201)
                .text("factId");
        client.post(
                        PERSON + "/change-contact",
                        "{'fullName': '" + canaries.next() + "', 'email': '" + canaries.next()
                                + "@example.org', 'from': '2011'}")
                .expect(200);
        lastPosition = canaries.next();
        client.post(
                        PERSON + "/change-affiliation",
                        "{'position': '" + lastPosition + "', 'institution': 'i-1', 'state': 'AR', 'from': '2012'}")
                .expect(200);
        client.post(
                        PERSON + "/facts/" + registration + "/correct",
                        "{'fullName': '" + canaries.next()
                                + "', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misspelt'}")
                .expect(200);
        lastName = canaries.next();
        lastEmail = canaries.next() + "@example.org";
        client.post(
                        PERSON + "/change-contact",
                        "{'fullName': '" + lastName + "', 'email': '" + lastEmail + "', 'from': '2013'}")
                .expect(200);
        client.put("/api/seminars/s-1/enrollments/e-1", "{'official': 'o-1', 'nominatedBy': 'AR', 'on': '2012-02-01'}")
                .expect(201);
        for (String step : List.of("accept", "confirm", "complete")) {
            client.post(
                            "/api/seminars/s-1/enrollments/e-1/" + step,
                            "{'on': '" + (step.equals("complete") ? "2012-06-08" : "2012-03-01") + "'}")
                    .expect(200);
        }
        client.post(PERSON + "/change-contact", "{'email': 'no address " + canaries.next() + "', 'from': '2014'}")
                .expect(400);
        client.post(PERSON + "/change-contact", "{'fullName': 7, 'position': '" + canaries.next() + "'}")
                .expect(400);
        client.post("/api/officials", "{'fullName': '" + canaries.next() + "', 'institution': 'nowhere'}")
                .expect(409);
    }

    /** Names in a file whose rows are good, bad, and at odds with what is recorded. */
    private void importWithProblems(Client client) {
        JsonNode report = Imports.run(
                client,
                "officials.csv",
                "official,full_name,state,email,position,from\n"
                        + "o-2," + canaries.next() + ",PE," + canaries.next() + "@example.org," + canaries.next()
                        + ",2012\n"
                        + "o-3," + canaries.next() + ",PE,no address " + canaries.next() + ",,2012\n"
                        + "o-4," + canaries.next() + ",Nowhere,,,2012\n"
                        + "o-5," + canaries.next() + ",PE,,,12/03/2012\n"
                        + "o-1," + canaries.next() + ",AR,,,2010\n");
        assertThat(report.get("recorded").asInt()).as("%s", report).isEqualTo(1);
        assertThat(report.get("conflicts").asInt()).isEqualTo(1);
        assertThat(report.get("errors").asInt()).isEqualTo(3);
        assertThat(canaries.in(report.toString())).isEmpty();
    }

    /** Files that are wrong in every way, each of which somebody finds again by its place, and nobody's name with it. */
    private void importEverythingWrong(Client client) throws Exception {
        client.put("/api/networks/n-1", "{'name': 'Network', 'kind': 'REGIONAL', 'foundedOn': '2012'}")
                .expect(201);
        client.put("/api/accounts/reader", "{'password': 'reads all reports', 'roles': ['ADMIN']}")
                .expect(201);
        Client admin = client.as("reader", "reads all reports");
        List<WrongFiles.Sent> files = WrongFiles.of(canaries);
        List<String> ids = new ArrayList<>();
        for (String query : List.of("?dryRun=true", "?dryRun=false")) {
            for (WrongFiles.Sent file : files) {
                String answer = client.upload("/api/imports" + query, file.name(), file.content())
                        .expect(202)
                        .body();
                assertThat(canaries.in(answer)).as(file.name()).isEmpty();
                ids.add(RegistryJson.mapper().readTree(answer).get("id").asString());
            }
        }
        Imports.awaitAll(client);
        for (int i = 0; i < ids.size(); i++) {
            WrongFiles.Sent file = files.get(i % files.size());
            JsonNode report =
                    client.get("/api/imports/" + ids.get(i)).expect(200).json();
            String told = file.name() + ": " + report;
            assertThat(report.get("recorded").asInt()).as(told).isZero();
            assertThat(report.get("status").asString().equals("FAILED"))
                    .as(told)
                    .isEqualTo(file.rows() == 0);
            assertThat(report.get("problemsTotal").asInt()).as(told).isGreaterThanOrEqualTo(Math.max(1, file.rows()));
            if (file.name().endsWith("s.csv") && file.rows() > 1) {
                assertThat(report.get("errors").asInt()
                                + report.get("conflicts").asInt())
                        .as(told)
                        .isEqualTo(file.rows());
            }
            assertThat(canaries.in(told.substring(file.name().length()))).isEmpty();
            if (i >= files.size()) {
                for (String address : List.of(
                        "/api/imports/" + ids.get(i) + "/problems?size=500",
                        "/imports/" + ids.get(i),
                        "/imports/" + ids.get(i) + "/problems.csv")) {
                    assertThat(canaries.in(admin.get(address).expect(200).body()))
                            .as(told)
                            .isEmpty();
                }
            }
        }
        assertThat(canaries.in(client.get("/imports").expect(200).body())).isEmpty();
        refuseUploads(client);
    }

    /** Not even taken in. */
    private void refuseUploads(Client client) {
        // Whoever names a part that nobody reads is told its name, at once and never again.
        String unread = canaries.next();
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n";
        for (String body : List.of(
                part.formatted("file", canaries.next() + "\u0000.csv", canaries.next()),
                part.formatted(unread, canaries.next() + ".csv", canaries.next()),
                part.formatted("file", canaries.next() + "/../" + canaries.next(), canaries.next()),
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + canaries.next(),
                canaries.next())) {
            Client.Reply reply = client.send(
                    "POST",
                    "/api/imports",
                    BodyPublishers.ofString(body),
                    "Content-Type",
                    "multipart/form-data; boundary=b");
            assertThat(reply.status()).as(reply.body()).isIn(202, 400, 413, 415);
            assertThat(canaries.in(reply.body().replace(unread, ""))).isEmpty();
        }
        Imports.awaitAll(client);
    }

    /** What is asked for must not be left behind either. */
    private void readEverything(Client client) {
        JsonNode person = client.get(PERSON).expect(200).json();
        assertThat(person.get("fullName").asString()).isEqualTo(lastName);
        assertThat(person.get("email").asString()).isEqualTo(lastEmail);
        assertThat(client.get("/api/officials?q=" + lastName).expect(200).items())
                .hasSize(1);
        assertThat(client.get("/api/officials?q=" + lastEmail).expect(200).items())
                .hasSize(1);
        assertThat(client.get("/api/officials?sort=fullName").expect(200).items())
                .hasSize(2);
        assertThat(client.get("/api/officials", "Accept", "text/csv")
                        .expect(200)
                        .body())
                .contains(lastName);
        assertThat(client.get(PERSON + "/affiliations").expect(200).body()).contains(lastPosition);
        assertThat(client.get(PERSON + "/personal-data").expect(200).body()).contains(lastName, lastEmail);
        for (String path : List.of(
                "/api/history?size=500",
                "/api/events?after=0",
                "/api/overview",
                "/api/seminars/s-1/enrollments",
                "/api/access-log",
                "/api/evidence?entity=official:o-1")) {
            assertThat(canaries.in(client.get(path).expect(200).body()))
                    .as(path)
                    .isEmpty();
        }
    }

    private void assertForgotten(Client client) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        client.get(PERSON).expect(200).json().get("erased").asBoolean())
                .isTrue());
        for (String path : List.of(
                PERSON,
                PERSON + "?asOf=2012&knownAt=2099-01-01T00:00:00Z",
                PERSON + "/affiliations",
                PERSON + "/personal-data",
                "/api/history?entity=official:o-1",
                "/api/seminars/s-1/enrollments",
                "/api/evidence?entity=official:o-1")) {
            assertThat(canaries.in(client.get(path).expect(200).body()))
                    .as(path)
                    .isEmpty();
        }
        assertThat(client.get("/api/officials?q=" + lastName).expect(200).items())
                .isEmpty();
        assertThat(client.put(PERSON, "{'fullName': 'Somebody', 'state': 'AR'}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("OFFICIAL_ERASED");
        assertThat(client.post(PERSON + "/change-contact", "{'fullName': 'Somebody'}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("OFFICIAL_ERASED");
    }

    private static Map<String, String> counts(Client client) {
        Map<String, String> counts = new TreeMap<>();
        JsonNode overview = client.get("/api/overview").expect(200).json();
        overview.propertyStream()
                .filter(field -> !List.of("position", "lag", "knownAt", "asOf").contains(field.getKey()))
                .forEach(field -> counts.put(field.getKey(), field.getValue().toString()));
        assertThat(counts).containsKeys("alumni", "completions", "enrollments");
        for (String list : List.of("/api/officials", "/api/seminars/s-1/enrollments", "/api/officials?alumni=true")) {
            counts.put(list, client.get(list).expect(200).json().get("total").toString());
        }
        return counts;
    }

    private SignedNote checkpoint(Client client) {
        await().atMost(PATIENCE).until(() -> client.get("/ledger/checkpoint").status() == 200);
        return SignedNote.parse(client.get("/ledger/checkpoint").body().getBytes(StandardCharsets.UTF_8));
    }

    /** The tree of today begins with the tree of before. */
    private void assertContinues(Client client, SignedNote before) {
        Checkpoint old = Checkpoint.parse(before.text());
        await().atMost(PATIENCE)
                .until(() -> Checkpoint.parse(checkpoint(client).text()).size() > old.size());
        Checkpoint now = Checkpoint.parse(checkpoint(client).text());
        JsonNode told = client.get("/ledger/consistency?from=" + old.size() + "&to=" + now.size())
                .expect(200)
                .json();
        List<Hash> hashes = new ArrayList<>();
        told.get("hashes").forEach(hash -> hashes.add(Hash.parse(hash.asString())));
        new ConsistencyProof(old.size(), now.size(), hashes).verify(old.root(), now.root());
    }

    private void assertReceipt(String receipt) throws Exception {
        SigningKey key = SigningKey.read(home.resolve("ledger/log.key"));
        String origin = receipt.lines()
                .filter(line -> line.startsWith("log "))
                .findFirst()
                .orElseThrow()
                .substring(4);
        NoteSigner signer = NoteSigner.ed25519(origin + "/erasures", key);
        SignedNote note = SignedNote.parse(receipt.getBytes(StandardCharsets.UTF_8));
        note.verify(List.of(signer.verifier()));
        assertThat(note.text()).contains("official o-1\n", "\nkey destroyed 20");
        assertThat(Files.readString(home.resolve("ledger/log.vkey"))).startsWith(origin);
    }

    private static String verdict(Client client) {
        client.post("/api/operations/verification", "{}").expect(202);
        await().atMost(PATIENCE)
                .until(() -> client.get("/api/operations/verification").status() == 200
                        && !client.get("/api/operations/verification")
                                .text("verdict")
                                .equals("RUNNING"));
        return client.get("/api/operations/verification").text("verdict");
    }

    private static void rebuild(Client client) {
        for (JsonNode projection :
                client.get("/api/operations/projections").expect(200).items()) {
            String name = projection.get("name").asString();
            int version = projection.get("version").asInt();
            client.post("/api/operations/projections/" + name + "/rebuild", "{}")
                    .expect(202);
            await().atMost(PATIENCE).until(() -> client.get("/api/operations/projections").items().stream()
                    .anyMatch(now -> now.get("name").asString().equals(name)
                            && now.get("version").asInt() > version));
        }
    }

    private static void backUpKeys(RegistryProcess registry) throws Exception {
        try (Connection superuser = registry.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE SCHEMA backup");
            statement.execute("CREATE TABLE backup.person AS SELECT * FROM keys.person");
        }
    }

    private static void putKeysBack(RegistryProcess registry) throws Exception {
        try (Connection superuser = registry.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("TRUNCATE keys.person");
            statement.execute("INSERT INTO keys.person SELECT * FROM backup.person");
        }
        assertThat(keysOf(registry)).startsWith("t ").isNotEqualTo("t 0");
    }

    /** Whether the person has a key, and how many tokens. */
    private static String keysOf(RegistryProcess registry) throws Exception {
        try (Connection superuser = registry.superuser();
                Statement statement = superuser.createStatement();
                java.sql.ResultSet row = statement.executeQuery("SELECT (wrapped IS NOT NULL)::text::char || ' ' ||"
                        + " cardinality(words || names || emails)"
                        + " FROM keys.person WHERE official = 'o-1'")) {
            return row.next() ? row.getString(1) : "none";
        }
    }
}
