package org.preventionnetwork.registry.command.ledger.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.RunningLedger;
import org.preventionnetwork.registry.personal.KeyFingerprints;
import org.preventionnetwork.registry.personal.KeyRefused;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a start does with the keys that it finds. */
class LedgerKeysTest {
    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private TestDatabase database;
    private PGSimpleDataSource source;

    @BeforeEach
    void a_database() throws Exception {
        database = TestDatabase.migrated();
        source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("postgres");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/keys")
                .schemas("keys")
                .table("migration")
                .load()
                .migrate();
    }

    private void start() {
        KeyFingerprints fingerprints = new KeyFingerprints(source);
        LedgerKeys.seal(RunningLedger.home(directory), fingerprints, new JdbcTemplate(source));
        LedgerKeys.requireLogKey(RunningLedger.home(directory), fingerprints, new JdbcTemplate(source));
    }

    private void assertRefused(Path file, String fault) {
        assertThatThrownBy(this::start).isInstanceOfSatisfying(KeyRefused.class, refused -> {
            assertThat(refused.fault()).contains(file.toString(), fault).doesNotContain("\n");
            assertThat(refused.cure()).contains("back from its backup").doesNotContain("\n");
        });
    }

    private void eachWayToLoseAKeyRefusesTheStart() throws Exception {
        EventSeal.in(elsewhere);
        if (!Files.exists(elsewhere.resolve("log.key"))) {
            SigningKey.generate().write(elsewhere.resolve("log.key"));
        }
        for (String name : List.of("seal.key", "log.key")) {
            Path file = directory.resolve(name);
            byte[] kept = Files.readAllBytes(file);
            Files.delete(file);
            assertRefused(file, "is missing");
            assertThat(file).doesNotExist();
            for (byte[] damage : List.of(
                    new byte[0],
                    new byte[] {(byte) 0x80, (byte) 0xff, 1},
                    java.util.Arrays.copyOf(kept, kept.length - 9),
                    "-----BEGIN PRIVATE KEY-----".getBytes(StandardCharsets.UTF_8))) {
                Files.write(file, damage);
                assertRefused(file, "is damaged: it ");
            }
            Files.write(file, Files.readAllBytes(elsewhere.resolve(name)));
            assertRefused(file, "is another key");
            Files.write(file, kept);
            start();
        }
    }

    @Test
    void are_the_ones_of_the_first_start_also_before_anything_was_recorded() throws Exception {
        start();
        eachWayToLoseAKeyRefusesTheStart();
    }

    @Test
    void of_a_release_before_are_adopted_when_what_was_sealed_and_signed_is_their_work() throws Exception {
        try (RunningLedger before = new RunningLedger(database, RunningLedger.home(directory))) {
            before.record("network:africa", 3);
            before.awaitSigned(3);
        }
        eachWayToLoseAKeyRefusesTheStart();
        assertThat(new JdbcTemplate(source).queryForList("SELECT name FROM keys.fingerprint", String.class))
                .containsExactlyInAnyOrder("seal.key", "log.key");
    }
}
