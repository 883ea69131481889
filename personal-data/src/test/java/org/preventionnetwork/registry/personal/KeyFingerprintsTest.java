package org.preventionnetwork.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The master keys at every start after the first; seal and log are tried on the command side in the same way. */
class KeyFingerprintsTest {
    private static final String KMS = "local-kms://registry";

    @TempDir
    private Path directory;

    private DataSource database;

    @BeforeEach
    void a_database() throws Exception {
        database = KeysDatabase.empty();
    }

    private PersonalData start(Path keys, String kms) {
        return PersonalData.in(
                database,
                mayBeMade -> MasterKeys.in(
                        keys,
                        kms,
                        new KeyFingerprints(database),
                        mayBeMade,
                        new KeyTable(JdbcClient.create(database))::isOpenedBy),
                ErasedPersons.unknown(),
                Duration.ofMinutes(1));
    }

    private static void assertRefused(ThrowingCallable start, Path file, String fault) {
        assertThatThrownBy(start).isInstanceOfSatisfying(KeyRefused.class, refused -> {
            FailureAnalysis said = new KeyRefusedAnalyzer().analyze(refused);
            assertThat(said).isNotNull();
            assertThat(said.getDescription()).contains(file.toString(), fault).doesNotContain("\n");
            assertThat(said.getAction()).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void missing_empty_truncated_and_other_keys_refuse_the_start_also_of_a_registry_without_persons() throws Exception {
        for (String kms : new String[] {null, KMS}) {
            database = KeysDatabase.empty();
            Path keys = directory.resolve("keys" + kms);
            Path others = directory.resolve("others" + kms);
            start(keys, kms);
            start(keys, kms);
            MasterKeys.in(others, kms, true);
            for (String name : List.of("master.json", "index.json")) {
                Path file = keys.resolve(name);
                byte[] kept = Files.readAllBytes(file);
                Files.delete(file);
                assertRefused(() -> start(keys, kms), file, "is missing");
                assertThat(file).doesNotExist();
                for (byte[] damage : List.of(
                        new byte[0],
                        new byte[] {(byte) 0xff, (byte) 0xfe, 0},
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(kept, kept.length / 2))) {
                    Files.write(file, damage);
                    assertRefused(() -> start(keys, kms), file, "is damaged");
                }
                Files.write(file, Files.readAllBytes(others.resolve(name)));
                assertRefused(() -> start(keys, kms), file, "is another key");
                Files.write(file, kept);
                start(keys, kms);
            }
            assertThatThrownBy(() -> start(keys, kms == null ? KMS : null)).isInstanceOf(KeyRefused.class);
        }
    }

    @Test
    void keys_of_a_release_before_are_adopted_when_they_open_what_is_there() throws Exception {
        PersonalData before = PersonalData.in(
                database,
                mayBeMade -> MasterKeys.in(directory, null, mayBeMade),
                ErasedPersons.unknown(),
                Duration.ofMinutes(1));
        before.keys().forRecording(new OfficialId("ana"), true, new BlindIndex.Tokens(List.of(), List.of(), List.of()));
        byte[] kept = Files.readAllBytes(directory.resolve("master.json"));
        MasterKeys.in(directory.resolve("other"), null, true);
        Files.write(directory.resolve("master.json"), Files.readAllBytes(directory.resolve("other/master.json")));
        assertRefused(() -> start(directory, null), directory.resolve("master.json"), "is another key");
        Files.delete(directory.resolve("master.json"));
        assertRefused(() -> start(directory, null), directory.resolve("master.json"), "is missing");
        Files.write(directory.resolve("master.json"), kept);
        start(directory, null);
        assertThat(JdbcClient.create(database)
                        .sql("SELECT name FROM keys.fingerprint")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("master.json", "index.json");
    }

    @Test
    void of_two_nodes_that_start_at_once_on_an_empty_database_one_makes_the_keys_and_the_other_needs_them()
            throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 3; round++) {
                database = KeysDatabase.empty();
                start(directory.resolve("none" + round), null);
                JdbcClient.create(database).sql("DELETE FROM keys.fingerprint").update();
                CyclicBarrier together = new CyclicBarrier(2);
                Set<Path> apart = Set.of(directory.resolve("a" + round), directory.resolve("b" + round));
                int refused = 0;
                List<Future<Path>> starts = apart.stream()
                        .map(keys -> nodes.submit((Callable<Path>) () -> {
                            together.await();
                            start(keys, null);
                            return keys;
                        }))
                        .toList();
                for (Future<Path> start : starts) {
                    try {
                        start.get();
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOf(KeyRefused.class).hasMessageContaining("is missing");
                        refused++;
                    }
                }
                assertThat(refused).isEqualTo(1);
                Path shared = directory.resolve("shared" + round);
                database = KeysDatabase.empty();
                start(directory.resolve("prepared" + round), null);
                JdbcClient.create(database).sql("DELETE FROM keys.fingerprint").update();
                Future<?> one = nodes.submit(() -> start(shared, null));
                Future<?> other = nodes.submit(() -> start(shared, null));
                assertThatCode(one::get).doesNotThrowAnyException();
                assertThatCode(other::get).doesNotThrowAnyException();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void a_fingerprint_tells_nothing_of_the_key_nor_of_what_it_protects() throws Exception {
        start(directory, null);
        List<byte[]> fingerprints = JdbcClient.create(database)
                .sql("SELECT fingerprint FROM keys.fingerprint")
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(fingerprints).hasSize(2);
        for (String name : List.of("master.json", "index.json")) {
            String json = Files.readString(directory.resolve(name));
            Matcher value = Pattern.compile("\"value\":\\s*\"([^\"]+)\"").matcher(json);
            assertThat(value.find()).isTrue();
            byte[] material = Base64.getDecoder().decode(value.group(1));
            byte[] secret = Arrays.copyOfRange(material, material.length - 32, material.length);
            for (byte[] fingerprint : fingerprints) {
                assertThat(HexFormat.of().formatHex(fingerprint))
                        .doesNotContain(HexFormat.of().formatHex(secret));
            }
        }
    }
}
