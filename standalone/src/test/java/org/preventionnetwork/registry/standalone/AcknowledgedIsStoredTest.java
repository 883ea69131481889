package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that takes what it is told, reports no error and does not keep it: nothing of it is acknowledged. */
class AcknowledgedIsStoredTest {
    private static final String PASSWORD = "a long password of it";

    private final RunningRegistry running = RunningRegistry.shared();
    private final Client admin = running.client();
    private final JdbcTemplate database = superuser();

    private JdbcTemplate superuser() {
        Path data = Path.of(running.setting("registry.data"));
        Properties passwords = new Properties();
        try (Reader credentials = Files.newBufferedReader(data.resolve("postgres.credentials"))) {
            passwords.load(credentials);
            String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            return new JdbcTemplate(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + port + "/registry",
                    "postgres",
                    passwords.getProperty("postgres")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param way how the row is to be lost or changed
     * @param of of which rows, by the new row
     */
    private Reply without(String table, String way, String of, Supplier<Reply> request) {
        String body = way.substring(way.indexOf(':') + 1);
        String deletion = "PERFORM set_config('session_replication_role', 'replica', true); DELETE FROM " + table
                + " WHERE eventidentifier = new.eventidentifier;"
                + " PERFORM set_config('session_replication_role', 'origin', true); RETURN NULL;";
        if (way.startsWith("RULE")) {
            database.execute(
                    "CREATE RULE stand_in_the_way AS ON INSERT TO " + table + " WHERE " + of + " DO INSTEAD NOTHING");
        } else {
            database.execute("CREATE FUNCTION public.stand_in_the_way() RETURNS trigger LANGUAGE plpgsql"
                    + " SECURITY DEFINER AS $$BEGIN "
                    + (way.startsWith("BEFORE") ? body : deletion) + " END$$");
            database.execute((way.startsWith("BEFORE")
                            ? "CREATE TRIGGER stand_in_the_way BEFORE INSERT OR UPDATE ON "
                            : way.startsWith("AFTER")
                                    ? "CREATE TRIGGER stand_in_the_way AFTER INSERT ON "
                                    : "CREATE CONSTRAINT TRIGGER stand_in_the_way AFTER INSERT ON ")
                    + table
                    + (way.startsWith("COMMIT") ? " DEFERRABLE INITIALLY DEFERRED" : "")
                    + " FOR EACH ROW WHEN (" + of + ") EXECUTE FUNCTION public.stand_in_the_way()");
        }
        try {
            return request.get();
        } finally {
            if (way.startsWith("RULE")) {
                database.execute("DROP RULE stand_in_the_way ON " + table);
            } else {
                database.execute("DROP FUNCTION public.stand_in_the_way() CASCADE");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null    | BEFORE:RETURN NULL;",
                "rule    | RULE",
                "after   | AFTER",
                "commit  | COMMIT",
                "changed | BEFORE:new.metadata = convert_to(replace(convert_from(new.metadata, 'UTF8'), 'admin', 'other'), 'UTF8');"
                        + " RETURN new;",
            })
    void an_event_that_is_not_stored_as_it_was_sent_is_not_acknowledged_and_not_remembered(String name, String way) {
        String id = "unstored-" + name;
        String path = "/api/institutions/" + id;
        String body = "{'name': 'Unstored', 'kind': 'NGO'}";
        Reply refused = without(
                "events.domainevententry",
                way,
                "new.aggregateidentifier = 'institution:" + id + "'",
                () -> admin.put(path, body));
        assertThat(refused.expect(503).text("code")).as(refused.body()).isEqualTo("NOT_STORED");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(database.queryForList(
                        "SELECT 1 FROM events.domainevententry WHERE aggregateidentifier = ?", "institution:" + id))
                .isEmpty();
        admin.put(path, body).expect(201);
        running.settle();
        admin.get(path).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "access.account,        new.name = 'unstored-1',    unstored-1",
        "access.account_change, new.account = 'unstored-2', unstored-2"
    })
    void an_account_that_is_not_stored_or_that_nobody_is_named_for_is_not_made(String table, String of, String name) {
        String body = "{'password': '" + PASSWORD + "', 'roles': ['DASHBOARD']}";
        Reply refused = without(table, "BEFORE:RETURN NULL;", of, () -> admin.put("/api/accounts/" + name, body));
        assertThat(refused.status()).as(refused.body()).isGreaterThanOrEqualTo(400);
        assertThat(admin.as(name, PASSWORD).get("/api/me").status()).isEqualTo(401);
        admin.put("/api/accounts/" + name, body).expect(201);
        Client own = admin.as(name, PASSWORD);
        own.get("/api/me").expect(200);
        if (table.endsWith("change")) {
            return;
        }
        Reply token = without(
                "access.token",
                "BEFORE:RETURN NULL;",
                "new.label = 'unstored'",
                () -> own.post("/api/tokens", "{'label': 'unstored'}"));
        assertThat(token.expect(503).text("code")).isEqualTo("NOT_STORED");
        Reply roles = without(
                table,
                "BEFORE:RETURN NULL;",
                of,
                () -> admin.post("/api/accounts/" + name + "/set-roles", "{'roles': ['AUDITOR'], 'scopes': []}"));
        assertThat(roles.expect(503).text("code")).isEqualTo("NOT_STORED");
        Reply disabled =
                without(table, "BEFORE:RETURN NULL;", of, () -> admin.post("/api/accounts/" + name + "/disable", "{}"));
        assertThat(disabled.expect(503).text("code")).isEqualTo("NOT_STORED");
    }

    @Test
    void a_person_without_a_stored_key_or_whose_reader_is_not_written_down() {
        String path = "/api/officials/unstored-person";
        String person = "{'fullName': 'Ana Example', 'state': 'KE', 'from': '2015'}";
        String of = "new.official = 'unstored-person'";
        Reply keyless = without("keys.person", "BEFORE:RETURN NULL;", of, () -> admin.put(path, person));
        assertThat(keyless.status()).as(keyless.body()).isEqualTo(503);
        admin.put(path, person).expect(201);
        running.settle();
        admin.put("/api/accounts/unstored-auditor", "{'password': '" + PASSWORD + "', 'roles': ['AUDITOR']}")
                .expect(201);
        Client auditor = admin.as("unstored-auditor", PASSWORD);
        Reply unlogged = without("access_log.viewing", "BEFORE:RETURN NULL;", of, () -> auditor.get(path));
        assertThat(unlogged.expect(503).text("code")).isEqualTo("ACCESS_LOG_UNAVAILABLE");
        assertThat(unlogged.body()).doesNotContain("Ana Example");
        assertThat(auditor.get(path).expect(200).body()).contains("Ana Example");
    }
}
