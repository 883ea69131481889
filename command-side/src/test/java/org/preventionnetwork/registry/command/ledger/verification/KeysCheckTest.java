package org.preventionnetwork.registry.command.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.ledger.RunningLedger;
import org.preventionnetwork.registry.command.ledger.signing.LedgerKeys;
import org.preventionnetwork.registry.personal.KeyFile;
import org.preventionnetwork.registry.personal.KeyFingerprints;
import org.preventionnetwork.registry.personal.KeyWatch;
import org.preventionnetwork.registry.personal.MasterKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What happens to key files while the registry runs with the keys that it read before. */
class KeysCheckTest {
    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private DriverManagerDataSource database;
    private KeysCheck check;

    @BeforeEach
    void a_registry_that_has_started() throws Exception {
        database = new DriverManagerDataSource(TestDatabase.empty().url());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/keys")
                .schemas("keys")
                .load()
                .migrate();
        start(directory, new KeyFingerprints(database));
        List<KeyFile<?>> master = MasterKeys.files(directory, null);
        check = new KeysCheck(new KeyWatch(database, master), LedgerKeys.files(RunningLedger.home(directory)));
        for (KeyFile<?> other : files(elsewhere)) {
            other.make();
        }
    }

    private static List<KeyFile<?>> files(Path folder) {
        List<KeyFile<?>> files = new ArrayList<>(LedgerKeys.files(RunningLedger.home(folder)));
        files.addAll(MasterKeys.files(folder, null));
        return files;
    }

    private static void start(Path folder, KeyFingerprints fingerprints) {
        MasterKeys.in(folder, null, fingerprints, true, key -> true);
        LedgerKeys.files(RunningLedger.home(folder))
                .forEach(file -> fingerprints.require(file, () -> false, key -> true));
    }

    private Health health() {
        return new KeysHealthIndicator(check, Duration.ZERO).health(true);
    }

    private void assertFound(Path file, String said) {
        assertThat(check.run(7).findings()).extracting(Finding::code).containsExactly("KEY_MISSING");
        assertThat(check.run(7).findings().get(0).detail()).contains(file.toString(), said);
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health().getDetails().get("found"))).contains(file.toString(), said);
        assertThat(String.valueOf(health().getDetails().get("beforeTheNextStart")))
                .contains("back from");
    }

    @Test
    void a_key_that_is_missing_damaged_or_another_one_is_found_and_none_is_made() throws Exception {
        assertThat(check.run(7).isSound()).isTrue();
        assertThat(check.run(7).summary()).startsWith("4 keys");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        for (String name : List.of("log.key", "seal.key", "master.json", "index.json")) {
            Path file = directory.resolve(name);
            byte[] kept = Files.readAllBytes(file);
            Files.delete(file);
            assertFound(file, "is missing");
            assertThat(file).doesNotExist();
            Files.write(file, Arrays.copyOf(kept, kept.length / 2));
            assertFound(file, "is damaged");
            Files.write(file, Files.readAllBytes(elsewhere.resolve(name)));
            assertFound(file, "is another key");
            Files.write(file, kept);
            assertThat(check.run(7).isSound()).as(name).isTrue();
            assertThat(health().getStatus()).isEqualTo(Status.UP);
            new JdbcTemplate(database).update("DELETE FROM keys.fingerprint WHERE name = ?", name);
            assertFound(file, "the database forgot");
            start(directory, new KeyFingerprints(database));
        }
    }

    @Test
    void of_keys_that_a_kms_encrypts_it_is_found_that_they_are_missing_or_empty_without_asking_the_kms()
            throws Exception {
        KeyWatch watch = new KeyWatch(database, MasterKeys.files(directory, "no-kms://at-all"));
        Path file = directory.resolve("master.json");
        assertThat(watch.look(List.of())).isEmpty();
        Files.write(file, new byte[0]);
        assertThat(watch.look(List.of())).hasSize(1);
        Files.delete(file);
        assertThat(watch.look(List.of()).get(0).fault()).contains(file.toString(), "is missing");
    }

    @Test
    void what_cannot_be_looked_at_is_unchecked() throws Exception {
        Path file = directory.resolve("seal.key");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(check.run(7).findings()).isEmpty();
        assertThat(check.run(7).unchecked()).singleElement().asString().contains(file.toString());
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        Files.delete(file);
        database.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        assertThat(check.run(7).findings()).isEmpty();
        assertThat(check.run(7).unchecked()).hasSize(1);
        assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void a_trigger_on_the_table_of_keys_is_found() {
        new JdbcTemplate(database).execute("CREATE RULE lose AS ON UPDATE TO keys.person DO INSTEAD NOTHING");
        assertThat(check.run(7).findings()).extracting(Finding::code).containsExactly("TABLE_INTERFERED");
    }
}
