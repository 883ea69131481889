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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.standalone.Client.Reply;

/** Nodes on a database of its own that they can be cut off from. */
class OutagesTest {
    private static final String DATABASE = "outages_" + Long.toString(System.nanoTime(), 36);
    private static Cable cable;
    private static RunningRegistry running;
    private static Client admin;
    private static String direct;
    private static String password;

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
        direct = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        password = superuser;
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
                "--registry.limits.silence-of-database=2s",
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

    /** That they are answered at all is what is tried: nobody else ends their waiting. */
    @Test
    void while_the_database_keeps_silent_everybody_is_answered_all_the_same() throws Exception {
        Browser browser = new Browser(admin.port());
        browser.login("admin", Client.PASSWORD).expect(302);
        admin.put("/api/networks/silent", "{'name': 'Silent', 'kind': 'REGIONAL'}")
                .expect(201);
        admin.get("/api/networks/silent?atLeastVersion=1").expect(200);
        cable.freeze();
        try {
            Map<String, Reply> replies = new java.util.LinkedHashMap<>();
            replies.put("health", admin.withoutLogin().once("/actuator/health"));
            replies.put("command", admin.post("/api/networks/silent/rename", "{'name': 'Loud', 'from': '2012'}"));
            replies.put("new", admin.put("/api/networks/silent-2", "{'name': 'Silent', 'kind': 'REGIONAL'}"));
            replies.put("question", admin.once("/api/networks/silent"));
            replies.put("checkpoint", admin.withoutLogin().once("/ledger/checkpoint"));
            replies.put("login", admin.as("admin", "a wrong one altogether").once("/api/me"));
            replies.put("upload", admin.upload("/api/imports", "networks.csv", "network,name,kind\n".getBytes()));
            replies.put("health again", admin.withoutLogin().once("/actuator/health"));
            assertThat(replies).allSatisfy((what, reply) -> {
                assertThat(reply.status()).as(what + " " + reply.body()).isEqualTo(503);
                if (!what.startsWith("health")) {
                    assertThat(reply.header("Retry-After")).as(what).isNotEmpty();
                    assertThat(reply.header("Content-Type")).as(what).startsWith("application/problem+json");
                }
            });
            for (String page : List.of("/", "/networks/silent", "/operations")) {
                Reply reply = browser.get(page + "?lang=fr");
                assertThat(reply.status()).as(page).isEqualTo(503);
                assertThat(reply.body()).as(page).contains("lang=\"fr\"", "</html>");
            }
        } finally {
            cable.unfreeze();
        }
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            admin.withoutLogin().get("/actuator/health").expect(200);
            admin.get("/api/networks/silent").expect(200);
        });
        admin.put("/api/networks/silent-2", "{'name': 'Silent', 'kind': 'REGIONAL'}");
        admin.get("/api/networks/silent-2?atLeastVersion=1").expect(200);
    }

    /** PostgreSQL says so of the table that it cannot make longer; here of each that anybody but the ledger writes to. */
    @Test
    void whichever_table_finds_the_disk_full_everybody_hears_that_it_is() throws Exception {
        admin.put("/api/officials/full-o", "{'fullName': 'Somebody'}").expect(201);
        admin.get("/api/officials/full-o?atLeastVersion=1").expect(200);
        List<String> tables = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(direct, "postgres", password);
                Statement statement = owner.createStatement()) {
            try (var found = statement.executeQuery("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                    + " WHERE schemaname IN ('events', 'keys', 'imports', 'access', 'access_log')")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            assertThat(tables).contains("events.domainevententry", "keys.person", "imports.run", "access_log.viewing");
            statement.execute("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                    + " RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$");
            for (String table : tables) {
                statement.execute("CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE OR DELETE ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION full_disk()");
            }
            try {
                Map<String, Reply> replies = new java.util.LinkedHashMap<>();
                replies.put("network", admin.put("/api/networks/full", "{'name': 'N', 'kind': 'REGIONAL'}"));
                replies.put("official", admin.post("/api/officials", "{'fullName': 'Another'}"));
                replies.put(
                        "contact",
                        admin.post("/api/officials/full-o/change-contact", "{'fullName': 'E', 'from': '2012'}"));
                replies.put(
                        "position",
                        admin.post("/api/officials/full-o/change-affiliation", "{'position': 'P', 'from': '2012'}"));
                replies.put("erase", admin.post("/api/officials/full-o/erase", "{'reason': 'asked for it'}"));
                replies.put("import", admin.upload("/api/imports", "networks.csv", "network,name,kind\n".getBytes()));
                replies.put(
                        "account",
                        admin.put("/api/accounts/full", "{'password': 'long enough it is', 'roles': ['AUDITOR']}"));
                replies.put("token", admin.post("/api/tokens", "{'label': 'x'}"));
                assertThat(replies).allSatisfy((what, reply) -> {
                    assertThat(reply.status() + " " + reply.text("code"))
                            .as(what)
                            .isEqualTo("503 STORAGE_FULL");
                    assertThat(reply.header("Retry-After")).as(what).isNotEmpty();
                });
                assertThat(admin.once("/api/officials/full-o").expect(503).text("code"))
                        .as("nobody's name is read without a trace")
                        .isEqualTo("ACCESS_LOG_UNAVAILABLE");
            } finally {
                for (String table : tables) {
                    statement.execute("DROP TRIGGER full_disk ON " + table);
                }
                statement.execute("DROP FUNCTION full_disk");
            }
        }
        admin.get("/api/officials/full-o").expect(200);
        admin.post("/api/officials", "{'fullName': 'Another'}").expect(201);
    }

    /** Cut by what the database says of a statement that took too long, of a full disk, and of a session it ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAISE EXCEPTION 'too long' USING ERRCODE = 'query_canceled';",
                "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full';",
                "PERFORM pg_terminate_backend(pg_backend_pid());"
            })
    void what_is_cut_off_after_a_first_part_of_it_is_recorded_is_never_said_to_have_recorded_nothing(String cut)
            throws Exception {
        String name = "midway-" + Integer.toString(cut.hashCode(), 36).replace("-", "m");
        String run = Imports.run(
                        admin,
                        "networks.csv",
                        "network,name,kind\n" + name + "-1,First,REGIONAL\n" + name + "-2,Second,REGIONAL\n")
                .get("id")
                .asString();
        admin.put("/api/officials/" + name, "{'fullName': 'Somebody'}").expect(201);
        String reason = "{'reason': 'it was the wrong file'}";
        String apart = Imports.run(admin, "networks.csv", "network,name,kind\napart-" + name + ",Apart,REGIONAL\n")
                .get("id")
                .asString();
        List<Reply> midway = new ArrayList<>();
        List<Reply> atOnce = new ArrayList<>();
        admin.put("/api/networks/known-" + name, "{'name': 'Known', 'kind': 'REGIONAL'}")
                .expect(201);
        try (Connection owner = DriverManager.getConnection(direct, "postgres", password);
                Statement statement = owner.createStatement()) {
            for (String cuts : List.of(
                    "cut_event BEFORE INSERT ON events.domainevententry:NEW.aggregateidentifier IN ('network:known-"
                            + name + "', 'network:apart-" + name
                            + "') OR EXISTS (SELECT FROM events.domainevententry WHERE payloadtype = 'network.FactAnnulled'"
                            + " AND aggregateidentifier LIKE 'network:" + name + "-%')",
                    "cut_key BEFORE UPDATE OR DELETE ON keys.person:true")) {
                String function = cuts.substring(0, cuts.indexOf(' '));
                statement.execute("CREATE FUNCTION " + function + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF "
                        + cuts.substring(cuts.indexOf(':') + 1) + " THEN " + cut + " END IF;"
                        + " RETURN coalesce(NEW, OLD); END $$");
                statement.execute("CREATE TRIGGER " + cuts.substring(0, cuts.indexOf(':'))
                        + " FOR EACH ROW EXECUTE FUNCTION " + function + "()");
            }
            try {
                atOnce.add(admin.post("/api/networks/known-" + name + "/rename", "{'name': 'Other', 'from': '2012'}"));
                atOnce.add(admin.post("/api/imports/" + apart + "/annul", reason));
                midway.add(admin.post("/api/officials/" + name + "/erase", reason));
                midway.add(admin.post("/api/imports/" + run + "/annul", reason));
            } finally {
                statement.execute("DROP FUNCTION cut_event, cut_key CASCADE");
            }
        }
        assertThat(atOnce).as("also where it was rehearsed before").allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text("detail")).doesNotContain("some or all of it");
        });
        assertThat(midway).allSatisfy(reply -> {
            assertThat(reply.status() + " " + reply.text("code")).isEqualTo("503 OUTCOME_UNKNOWN");
            assertThat(reply.header("Retry-After")).isNotEmpty();
            assertThat(reply.text("detail"))
                    .contains("send it again", "records nothing twice")
                    .doesNotContain("nothing was recorded");
        });
        admin.post("/api/imports/" + run + "/annul", reason).expect(200);
        admin.post("/api/officials/" + name + "/erase", reason).expect(200);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            admin.get("/api/networks/" + name + "-1").expect(404);
            admin.get("/api/networks/" + name + "-2").expect(404);
        });
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
