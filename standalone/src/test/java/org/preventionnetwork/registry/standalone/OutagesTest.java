package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;

/** Nodes on a database of its own that they can be cut off from. */
class OutagesTest {
    private static final String DATABASE = "outages_" + Long.toString(System.nanoTime(), 36);
    private static Cable cable;
    private static RunningRegistry running;
    private static Client admin;

    @BeforeAll
    static void start() throws Exception {
        Path home = Path.of(RunningRegistry.shared().setting("registry.data"));
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("postgres.credentials"))) {
            passwords.load(file);
        }
        int port = Integer.parseInt(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip());
        String superuser = passwords.getProperty("postgres");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        cable = new Cable(port);
        running = node(cable, superuser, "first");
        admin = running.client();
    }

    private static RunningRegistry node(Cable by, String superuser, String name) {
        Path shared = Path.of("target", "data-" + DATABASE);
        return RunningRegistry.another(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + by.port() + "/" + DATABASE,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=" + superuser,
                "--spring.datasource.hikari.maximum-pool-size=5",
                "--spring.datasource.hikari.connection-timeout=400",
                "--registry.query.datasource.maximum-pool-size=4",
                "--registry.keys.datasource.maximum-pool-size=2",
                "--registry.imports.lanes=2",
                "--registry.ledger.directory=" + shared.resolve("ledger"),
                "--registry.keys.directory=" + shared.resolve("keys"),
                "--registry.data=" + shared.resolve(name));
    }

    @AfterAll
    static void end() {
        if (running != null) {
            running.close();
        }
        if (cable != null) {
            cable.close();
        }
    }

    @Test
    void while_the_database_is_away_everybody_is_told_to_come_again_and_then_all_is_well() throws Exception {
        Browser browser = new Browser(admin.port());
        browser.login("admin", Client.PASSWORD).expect(302);
        admin.put("/api/networks/before", "{'name': 'Before', 'kind': 'REGIONAL'}")
                .expect(201);
        String token = admin.post("/api/tokens", "{'label': 't'}").expect(201).text("secret");
        List<String> wrong = new ArrayList<>();
        cable.pull();
        try {
            Reply first = admin.withoutLogin().once("/actuator/health");
            assertThat(first.status()).isEqualTo(503);
            assertThat(first.text("status")).isEqualTo("DOWN");
            Map<String, Reply> replies = new java.util.LinkedHashMap<>();
            replies.put("command", admin.put("/api/networks/during", "{'name': 'During', 'kind': 'REGIONAL'}"));
            replies.put("dry run", admin.put("/api/networks/during?dryRun=true", "{'name': 'D', 'kind': 'REGIONAL'}"));
            replies.put("action", admin.post("/api/networks/before/rename", "{'name': 'After', 'from': '2012'}"));
            replies.put("question", admin.once("/api/networks"));
            replies.put("one", admin.once("/api/networks/before?atLeastVersion=1"));
            replies.put("csv", admin.once("/api/networks", "Accept", "text/csv"));
            replies.put("history", admin.once("/api/history"));
            replies.put("events", admin.once("/api/events"));
            replies.put("evidence", admin.once("/api/evidence?entity=network:before"));
            replies.put("officials", admin.once("/api/officials"));
            replies.put("overview", admin.once("/api/overview"));
            replies.put("projections", admin.once("/api/operations/projections"));
            replies.put("rebuild", admin.post("/api/operations/projections/networks/rebuild", ""));
            replies.put("checkpoint", admin.withoutLogin().once("/ledger/checkpoint"));
            replies.put("login", admin.as("admin", "a wrong one altogether").once("/api/me"));
            replies.put("token", admin.bearing(token).once("/api/me"));
            replies.put(
                    "new account",
                    admin.put("/api/accounts/d", "{'password': 'long enough it is', 'roles': ['AUDITOR']}"));
            replies.put("new token", admin.post("/api/tokens", "{'label': 'x'}"));
            replies.put("upload", admin.upload("/api/imports", "networks.csv", "network,name,kind\n".getBytes()));
            replies.put("imports", admin.once("/api/imports"));
            replies.forEach((what, reply) -> {
                if (reply.status() != 503
                        || reply.header("Retry-After").isEmpty()
                        || !reply.header("Content-Type").startsWith("application/problem+json")
                        || reply.text("code").isEmpty()) {
                    wrong.add(
                            what + ": " + reply.status() + " " + reply.headers().map() + " " + reply.body());
                }
            });
            for (String page :
                    List.of("/", "/networks", "/networks/before", "/history", "/account", "/operations", "/record")) {
                Reply reply = browser.get(page + "?lang=fr");
                if (reply.status() != 503
                        || reply.header("Retry-After").isEmpty()
                        || !reply.header("Content-Type").startsWith("text/html")
                        || !reply.body().contains("lang=\"fr\"")) {
                    wrong.add(page + ": " + reply.status() + " " + reply.body());
                }
            }
        } finally {
            cable.putIn();
        }
        assertThat(wrong).isEmpty();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            admin.withoutLogin().get("/actuator/health").expect(200);
            admin.get("/api/networks/before").expect(200);
        });
        admin.put("/api/networks/during", "{'name': 'During', 'kind': 'REGIONAL'}")
                .expect(201);
        browser.get("/networks").expect(200);
    }

    @Test
    void health_looks_at_the_disk_that_the_data_is_on() {
        assertThat(admin.get("/actuator/health/diskSpace")
                        .expect(200)
                        .json()
                        .at("/details/path")
                        .asString())
                .endsWith(Path.of("data-" + DATABASE, "first").toString());
    }
}
