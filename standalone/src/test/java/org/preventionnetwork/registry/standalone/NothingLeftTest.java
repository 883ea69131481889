package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.standalone.postgres.InTarget;

/**
 * What a receipt of an erasure promises: no copy of the person's key that is left anywhere below the data folder can be
 * opened with any key that is left, and no bytes of the person's blind index are left.
 */
@Tag("process")
class NothingLeftTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MANY =
            """
            INSERT INTO keys.person (official, wrapped, words)
            SELECT 'filler-' || n, sha256(n::text::bytea) || sha256((n + 0.5)::text::bytea) || sha256((-n)::text::bytea),
                ARRAY[decode(md5(n::text), 'hex'), decode(md5((n / 10)::text), 'hex')]
            FROM generate_series(1, 10000) n
            """;
    /** Values of the columns are copied to the catalogue by this, all of them. */
    private static final String[] ANALYZED = {
        "ALTER TABLE keys.person ALTER COLUMN wrapped SET STATISTICS 10000",
        "ALTER TABLE keys.person ALTER COLUMN words SET STATISTICS 10000",
        "ANALYZE keys.person"
    };

    @TempDir(factory = InTarget.class)
    private Path home;

    private Traces living;

    @Test
    void of_the_erased_is_found_in_any_file_once_there_is_a_receipt() throws Exception {
        Traces first;
        Traces second;
        try (RegistryProcess registry = start();
                Connection superuser = registry.superuser()) {
            Client client = registry.client();
            execute(superuser, MANY);
            Erasures.register(client, "o-living", "Livia Vivencia");
            Erasures.register(client, "o-first", "Qzfirst Uniqueword");
            Erasures.register(client, "o-second", "Qzsecond Anotherword");
            execute(superuser, ANALYZED);
            living = Traces.of("o-living", superuser);
            first = Traces.of("o-first", superuser);
            second = Traces.of("o-second", superuser);
            try (Connection older = registry.superuser()) {
                older.setAutoCommit(false);
                older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                execute(older, "SELECT count(*) FROM events.domainevententry");
                assertAwaited(Erasures.erase(client, "o-first"));
                assertThat(client.get("/api/officials/o-first/erasure-receipt").status())
                        .isEqualTo(404);
                execute(superuser, "CHECKPOINT");
                assertThat(first.found(home))
                        .anyMatch(file -> file.startsWith("postgres/base/") && file.endsWith(" has the key"))
                        .anyMatch(file -> file.startsWith("postgres/pg_wal/"));
            }
            awaitReceipt(client, "o-first");
            assertGone(first);
            assertThat(client.get("/api/officials?q=Livia").expect(200).items()).hasSize(1);

            Connection older = registry.superuser();
            older.setAutoCommit(false);
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute(older, "SELECT count(*) FROM events.domainevententry");
            assertAwaited(Erasures.erase(client, "o-second"));
            long postgres = registry.postgres().pid();
            registry.kill();
            ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroyForcibly);
        }
        assertThat(second.found(home)).isNotEmpty();
        try (RegistryProcess registry = start()) {
            awaitReceipt(registry.client(), "o-second");
            assertGone(second);
            assertGone(first);
        }
        assertGone(first);
        assertGone(second);
    }

    private RegistryProcess start() throws Exception {
        RegistryProcess registry = RegistryProcess.launch(
                home, "registry.log", "--registry.erasure.patience=300ms", "--registry.erasure.look-every=1s");
        registry.awaitReady();
        return registry;
    }

    private static void assertAwaited(Reply erasure) {
        assertThat(erasure.expect(200).json().get("receipt")).isNull();
        assertThat(erasure.json().get("awaits").toString()).isEqualTo("[\"OLDER_TRANSACTIONS\"]");
    }

    private static void awaitReceipt(Client client, String id) {
        String address = "/api/officials/" + id + "/erasure-receipt";
        await().atMost(PATIENCE).until(() -> client.get(address).status() == 200);
        assertThat(client.get(address).body())
                .startsWith("registry erasure receipt v2\n")
                .contains(
                        "\nolder transactions ended\nkeys rewritten 20",
                        "\nstatistics none\nfiles of no table none\nwrite-ahead log passed\nstandbys, slots and archives none\n");
    }

    /** The same search finds somebody who is not erased. */
    private void assertGone(Traces erased) throws Exception {
        assertThat(erased.found(home)).isEmpty();
        assertThat(living.found(home))
                .anyMatch(file -> file.startsWith("postgres/base/") && file.endsWith(" has the key"));
    }

    private static void execute(Connection connection, String... statements) throws Exception {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
