package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.testing.TestRun;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept beside the events, and follows from them or is signed, is verified too. */
class KeptBesideTheEventsTest {
    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client REGISTRY = RUNNING.client();
    private JdbcTemplate database;

    @BeforeEach
    void as_the_superuser() throws IOException {
        Path home = Path.of(RUNNING.setting("registry.data"));
        Properties passwords = new Properties();
        try (Reader credentials = Files.newBufferedReader(home.resolve("postgres.credentials"))) {
            passwords.load(credentials);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                        .get(3)
                        .strip() + "/registry");
        source.setUser("postgres");
        source.setPassword(passwords.getProperty("postgres"));
        database = new JdbcTemplate(source);
    }

    private static Outcome checked(String bean) throws InterruptedException {
        return RUNNING.part(bean, Check.class).run(RUNNING.settle());
    }

    /** Past every trigger. */
    private void meddle(String sql) {
        database.execute("SET session_replication_role = replica; " + sql + "; RESET session_replication_role");
    }

    private static void official(String id) {
        REGISTRY.put("/api/officials/" + id, "{'fullName': 'Made Up'}").expect(201);
    }

    @Test
    void merges_are_those_of_the_events() throws Exception {
        official("kept-one");
        official("kept-other");
        official("kept-third");
        REGISTRY.post("/api/officials/kept-one/merge", "{'into': 'kept-other', 'reason': 'the same person'}")
                .expect(200);
        assertThat(checked("mergesCheck").findings()).isEmpty();
        for (String deed : new String[] {
            "INSERT INTO events.merged_official VALUES ('kept-third', 'kept-other')",
            "UPDATE events.merged_official SET into_official = 'kept-third' WHERE official = 'kept-one'",
            "DELETE FROM events.merged_official WHERE official = 'kept-one'"
        }) {
            meddle(deed);
            assertThat(checked("mergesCheck").findings())
                    .as(deed)
                    .singleElement()
                    .extracting(Finding::code)
                    .isEqualTo("MERGES_DIFFER");
            meddle("DELETE FROM events.merged_official WHERE official LIKE 'kept-%';"
                    + " INSERT INTO events.merged_official VALUES ('kept-one', 'kept-other')");
        }
        REGISTRY.post("/api/officials/kept-one/unmerge", "{'reason': 'they are two'}")
                .expect(200);
        assertThat(checked("mergesCheck").findings()).isEmpty();
    }

    @Test
    void a_receipt_of_an_erasure_is_what_was_signed_and_of_its_event() throws Exception {
        official("kept-gone");
        Erasures.erase(REGISTRY, "kept-gone").expect(200);
        await().atMost(TestRun.PATIENCE)
                .until(() ->
                        REGISTRY.get("/api/officials/kept-gone/erasure-receipt").status() == 200);
        assertThat(checked("receiptsCheck").isSound()).isTrue();
        database.execute("CREATE TABLE public.kept_receipt AS SELECT * FROM ledger.erasure_receipt"
                + " WHERE official = 'kept-gone'");
        for (String deed : new String[] {
            "note = replace(note, 'position ', 'position 1')",
            "note = regexp_replace(note, 'key destroyed ....', 'key destroyed 2020')",
            "note = split_part(note, E'\\n\\n', 1) || E'\\n'",
            "official = 'kept-other'",
            "version = 1",
            "event_id = 'another'"
        }) {
            meddle("UPDATE ledger.erasure_receipt SET " + deed + " WHERE official = 'kept-gone'");
            assertThat(checked("receiptsCheck").findings())
                    .as(deed)
                    .singleElement()
                    .extracting(Finding::code)
                    .isEqualTo("RECEIPT_WRONG");
            meddle("DELETE FROM ledger.erasure_receipt WHERE note IN (SELECT note FROM public.kept_receipt)"
                    + " OR official IN ('kept-gone', 'kept-other');"
                    + " INSERT INTO ledger.erasure_receipt SELECT * FROM public.kept_receipt");
        }
        database.execute("DROP TABLE public.kept_receipt");
        assertThat(checked("receiptsCheck").isSound()).isTrue();
    }

    @Test
    void a_confirmation_of_the_clock_that_is_from_the_future_is_named() throws Exception {
        assertThat(checked("confirmationsCheck").isSound()).isTrue();
        meddle("INSERT INTO ledger.clock_confirmation (instant, actor) VALUES (now() + interval '10 years', 'admin')");
        assertThat(checked("confirmationsCheck").unchecked())
                .singleElement()
                .asString()
                .contains("not come yet");
        meddle("DELETE FROM ledger.clock_confirmation WHERE instant > now() + interval '1 year'");
    }
}
