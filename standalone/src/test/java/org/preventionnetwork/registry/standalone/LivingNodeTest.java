package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.testing.TestRun;
import tools.jackson.databind.JsonNode;

/** Two whole nodes on one database, of which one is killed in the midst of all that a node does by itself. */
@Tag("process")
@Tag("thorough")
class LivingNodeTest {
    private static final String DATABASE = "two_nodes";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int ROWS = TestRun.of(1_500, 4_000);

    @TempDir
    Path home;

    private String url;
    private String password;

    @Test
    void what_a_killed_node_was_at_is_ended_or_taken_over_by_the_one_that_lives() throws Exception {
        createDatabase();
        RegistryProcess dying = node("dying");
        RegistryProcess living = null;
        try (Connection watch = DriverManager.getConnection(url, "postgres", password)) {
            dying.awaitReady();
            living = node("living");
            living.awaitReady();
            mergesOnBothNodesMakeNoCircle(dying.client(), living.client());

            byte[] file = institutions();
            String run = "";
            boolean inTheMidst = false;
            while (!inTheMidst) {
                run = Imports.start(dying.client(), "institutions.csv", file);
                String id = run.substring(run.lastIndexOf('/') + 1);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> is(
                                watch,
                                "SELECT count(*) > 50 FROM events.domainevententry"
                                        + " WHERE aggregateidentifier LIKE 'institution:living-%'"));
                dying.client().post("/api/operations/projections/institutions/rebuild", "");
                String midst = "SELECT (SELECT status = 'RUNNING' FROM imports.run WHERE id = '" + id + "')"
                        + " AND EXISTS (SELECT FROM operations.projection WHERE name = 'institutions'"
                        + " AND state IN ('BUILDING', 'CATCHING_UP'))";
                signal(dying, "STOP");
                inTheMidst = is(watch, midst);
                if (!inTheMidst) {
                    signal(dying, "CONT");
                    String ended = run;
                    RegistryProcess again = dying;
                    await().atMost(PATIENCE)
                            .until(() -> !Imports.status(again.client(), ended).equals("RUNNING"));
                    file = new String(file, StandardCharsets.UTF_8)
                            .replace("living-", "living-x")
                            .getBytes(StandardCharsets.UTF_8);
                }
            }
            dying.kill();

            Client client = living.client();
            String ended = run;
            await().atMost(PATIENCE).until(() -> Imports.status(client, ended).equals("FAILED"));
            await().atMost(PATIENCE)
                    .until(() -> is(
                            watch,
                            "SELECT count(*) = 1 AND bool_and(state = 'LIVE' AND version > 1) FROM operations.projection"
                                    + " WHERE name = 'institutions' AND state NOT IN ('RETIRED', 'FAILED')"));
            JsonNode again = Imports.run(client, "institutions.csv", file);
            assertThat(again.get("status").asString()).isEqualTo("COMPLETED");
            assertThat(again.get("unchanged").asInt()).as("the killed node's").isPositive();
            assertThat(again.get("recorded").asInt() + again.get("unchanged").asInt())
                    .isEqualTo(ROWS);
            client.put("/api/networks/after", "{'name': 'After', 'kind': 'REGIONAL'}")
                    .expect(201);
            client.get("/api/networks/after?atLeastVersion=1").expect(200);
        } finally {
            if (living != null) {
                living.close();
            }
            dying.kill();
        }
    }

    private static void mergesOnBothNodesMakeNoCircle(Client one, Client other) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                List<String> ids = List.of("two-" + round + "-a", "two-" + round + "-b");
                for (String id : ids) {
                    one.put("/api/officials/" + id, "{'fullName': 'Made Up'}").expect(201);
                }
                List<Callable<Reply>> merges = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    int from = i % 2;
                    Client node = i % 4 < 2 ? one : other;
                    merges.add(() -> node.post(
                            "/api/officials/" + ids.get(from) + "/merge",
                            "{'into': '" + ids.get(1 - from) + "', 'reason': 'the same person'}"));
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Reply> sent : senders.invokeAll(merges)) {
                    statuses.add(sent.get().status());
                }
                assertThat(statuses).contains(200, 409).containsOnly(200, 409);
                assertThat(IntStream.of(0, 1)
                                .filter(i -> statuses.get(i) == 200
                                        || statuses.get(i + 2) == 200
                                        || statuses.get(i + 4) == 200
                                        || statuses.get(i + 6) == 200))
                        .as("directions that were recorded")
                        .hasSize(1);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private RegistryProcess node(String name) throws Exception {
        Path own = Files.createDirectories(home.resolve(name));
        return RegistryProcess.launch(
                own,
                "registry.log",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=" + password,
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--registry.query.datasource.maximum-pool-size=6",
                "--registry.keys.datasource.maximum-pool-size=2",
                "--registry.imports.lanes=2",
                "--registry.imports.lease=3s",
                "--registry.query.rebuild-lease=3s",
                "--registry.query.rebuild-batch=1",
                "--registry.ledger.session-timeout=5s",
                "--registry.ledger.directory=" + home.resolve("ledger"),
                "--registry.keys.directory=" + home.resolve("keys"));
    }

    private void createDatabase() throws Exception {
        Path data = Path.of(RunningRegistry.shared().setting("registry.data"));
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("postgres.credentials"))) {
            passwords.load(file);
        }
        String server = "jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                        .get(3)
                        .strip();
        password = passwords.getProperty("postgres");
        url = server + "/" + DATABASE;
        try (Connection connection = DriverManager.getConnection(server + "/postgres", "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    private static byte[] institutions() {
        StringBuilder csv = new StringBuilder("institution,name,kind,state,source\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("living-").append(i).append(",Institution ").append(i).append(",MINISTRY,KE,a report\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean is(Connection connection, String question) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** A process that is stopped is in the midst of whatever it was at, for as long as one looks. */
    private static void signal(RegistryProcess process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
