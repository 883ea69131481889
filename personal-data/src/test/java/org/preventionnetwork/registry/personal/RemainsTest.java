package org.preventionnetwork.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.personal.Remains.Awaited;
import org.preventionnetwork.registry.personal.Remains.Gone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class RemainsTest {
    private static final OfficialId ANA = new OfficialId("official-1");
    private static final OfficialId BEA = new OfficialId("official-2");

    @TempDir
    private Path masters;

    private final HistoryOfErasures history = new HistoryOfErasures();
    private DataSource database;
    private JdbcClient jdbc;
    private PersonalData personal;

    @BeforeEach
    void start() throws SQLException {
        database = KeysDatabase.empty();
        jdbc = JdbcClient.create(database);
        personal = over(database, Duration.ZERO);
    }

    private PersonalData over(DataSource keys, Duration otherNodes) {
        return PersonalData.in(
                keys,
                mayBeMade -> MasterKeys.in(masters, null, mayBeMade),
                history,
                Duration.ofMinutes(5),
                otherNodes,
                KeysDatabase.folder());
    }

    /** @return the token of the name */
    private byte[] record(OfficialId person, String name) {
        BlindIndex.Tokens tokens = new BlindIndex.Tokens();
        personal.index().addName(name, tokens);
        personal.keys().forRecording(person, true, tokens);
        return tokens.names().get(0);
    }

    private void destroy(OfficialId... persons) {
        for (OfficialId person : persons) {
            history.erased.add(person);
            personal.keys().destroy(person);
        }
    }

    private Optional<Gone> remove(OfficialId person) {
        return Optional.ofNullable(
                personal.remains().remove(List.of(person), Duration.ZERO).get(person));
    }

    @Test
    void segments_of_the_log_that_lie_ready_to_be_used_again_are_passed_too() throws Exception {
        byte[] token = record(ANA, "Ana Canario");
        byte[] living = record(BEA, "Bea Canario");
        for (int i = 0; i < 3; i++) {
            jdbc.sql("SELECT pg_switch_wal()::text").query(String.class).single();
            jdbc.sql("CHECKPOINT").update();
            jdbc.sql("SELECT pg_logical_emit_message(false, '', '')::text")
                    .query(String.class)
                    .single();
        }
        destroy(ANA);
        assertThat(remove(ANA)).hasValueSatisfying(gone -> {
            assertThat(gone.logPassed()).isFalse();
            assertThat(gone.noStatistics()).isTrue();
            assertThat(gone.noCopies()).isTrue();
        });
        assertThat(filesWith(token)).isNotEmpty().allMatch(file -> file.startsWith("pg_wal/"));
        set("ALTER SYSTEM SET wal_recycle = off");
        try {
            personal = over(database, Duration.ZERO);
            assertThat(remove(ANA))
                    .hasValueSatisfying(gone -> assertThat(gone.logPassed()).isTrue());
        } finally {
            set("ALTER SYSTEM RESET wal_recycle");
        }
        assertThat(filesWith(token)).isEmpty();
        assertThat(filesWith(living)).isNotEmpty();
    }

    /** As when PostgreSQL ends in the midst of writing the table anew. */
    @Test
    void what_a_crash_has_left_of_the_table_is_deleted_and_what_is_being_written_is_not() throws Exception {
        byte[] token = record(ANA, "Ana Canario");
        jdbc.sql("CHECKPOINT").update();
        String table = jdbc.sql("SELECT pg_relation_filepath('keys.person')")
                .query(String.class)
                .single();
        Path file = KeysDatabase.folder().resolve(table);
        Path left = Files.copy(file, file.resolveSibling("4000000001"));
        Files.copy(file, file.resolveSibling("4000000001.1"));
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("CREATE TABLE keys.under_way AS SELECT 1 AS number");
            destroy(ANA);
            assertThat(remove(ANA)).isEmpty();
            assertThat(left).exists();
            writer.commit();
            assertThat(statement
                            .executeQuery("SELECT number FROM keys.under_way")
                            .next())
                    .isTrue();
            writer.commit();
        }
        assertThat(remove(ANA))
                .hasValueSatisfying(gone -> assertThat(gone.noUnowned()).isTrue());
        assertThat(left).doesNotExist();
        assertThat(filesWith(token)).noneMatch(name -> name.startsWith("base/"));
        assertThat(jdbc.sql("SELECT number FROM keys.under_way")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoever_holds_the_table_is_waited_for_and_named() throws Exception {
        record(ANA, "Ana");
        try (Connection reader = database.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("LOCK TABLE keys.person IN ACCESS SHARE MODE");
            destroy(ANA);
            assertThat(remove(ANA)).isEmpty();
            assertThat(personal.remains().obstacles()).containsExactly(Awaited.TABLE_IN_USE);
            assertThat(personal.remains().left()).containsExactly(ANA);
            reader.rollback();
        }
        assertThat(remove(ANA)).isPresent();
        assertThat(personal.remains().left()).isEmpty();
        assertThat(personal.remains().obstacles()).isEmpty();
    }

    @Test
    void a_transaction_that_began_before_is_waited_for_and_one_that_began_later_is_not() throws Exception {
        record(ANA, "Ana");
        try (Connection later = snapshot()) {
            try (Connection older = snapshot()) {
                destroy(ANA);
                assertThat(remove(ANA)).isEmpty();
                assertThat(personal.remains().obstacles()).containsExactly(Awaited.OLDER_TRANSACTIONS);
                later.rollback();
                jdbc.sql("CREATE TABLE written_meanwhile ()").update();
                hold(later);
                older.rollback();
            }
            assertThat(remove(ANA)).isPresent();
            destroy(BEA);
            assertThat(remove(BEA)).isEmpty();
        }
        assertThat(remove(BEA)).isPresent();
    }

    @Test
    void what_was_copied_as_statistics_is_forgotten() throws Exception {
        byte[] token = record(ANA, "Ana Canario");
        jdbc.sql("ALTER TABLE keys.person ALTER COLUMN names SET STATISTICS 100")
                .update();
        record(BEA, "Bea");
        jdbc.sql("ANALYZE keys.person").update();
        assertThat(jdbc.sql("SELECT count(*) FROM pg_stats WHERE tablename = 'person' AND attname = 'names'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        destroy(ANA);
        assertThat(remove(ANA))
                .hasValueSatisfying(gone -> assertThat(gone.noStatistics()).isTrue());
        jdbc.sql("CHECKPOINT").update();
        assertThat(filesWith(token)).allMatch(file -> file.startsWith("pg_wal/"));
        jdbc.sql("ANALYZE keys.person").update();
        assertThat(jdbc.sql("SELECT count(*) FROM pg_stats WHERE tablename = 'person' AND attname = 'names'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_role_without_rights_says_what_it_does_not_know() throws Exception {
        jdbc.sql("DROP SCHEMA keys CASCADE").update();
        jdbc.sql("DROP ROLE IF EXISTS keys_only").update();
        jdbc.sql("CREATE ROLE keys_only").update();
        jdbc.sql("CREATE SCHEMA keys AUTHORIZATION keys_only").update();
        DataSource limited = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET ROLE keys_only");
                }
                return connection;
            }
        };
        try {
            personal = over(limited, Duration.ZERO);
            record(ANA, "Ana");
            record(BEA, "Bea");
            destroy(ANA);
            assertThat(remove(ANA)).hasValueSatisfying(gone -> {
                assertThat(gone.logPassed()).isFalse();
                assertThat(gone.noStatistics()).isTrue();
            });
            jdbc.sql("ALTER TABLE keys.person ALTER COLUMN names SET STATISTICS 100")
                    .update();
            jdbc.sql("ANALYZE keys.person").update();
            destroy(BEA);
            assertThat(remove(BEA))
                    .hasValueSatisfying(gone -> assertThat(gone.noStatistics()).isFalse());
        } finally {
            jdbc.sql("DROP SCHEMA keys CASCADE").update();
            jdbc.sql("DROP ROLE keys_only").update();
        }
    }

    @Test
    void many_are_removed_at_once_and_what_other_nodes_may_remember_is_waited_for() {
        List<OfficialId> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add(new OfficialId("one-of-many-" + i));
            record(many.get(i), "Name " + i);
        }
        destroy(many.toArray(OfficialId[]::new));
        Remains shared = over(database, Duration.ofHours(1)).remains();
        assertThat(shared.remove(many, Duration.ZERO)).isEmpty();
        assertThat(shared.obstacles()).containsExactly(Awaited.OTHER_NODES);
        assertThat(personal.remains().remove(many, Duration.ZERO)).containsOnlyKeys(many);
        assertThat(personal.remains().remove(many, Duration.ZERO).values().stream()
                        .map(Gone::rewritten)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void who_is_destroyed_again_after_a_backup_was_put_back_is_not_gone() {
        record(ANA, "Ana");
        jdbc.sql("CREATE TABLE backup AS SELECT * FROM keys.person").update();
        destroy(ANA);
        Gone first = remove(ANA).orElseThrow();
        jdbc.sql("TRUNCATE keys.person").update();
        jdbc.sql("INSERT INTO keys.person SELECT * FROM backup").update();
        destroy(ANA);
        assertThat(personal.remains().left()).containsExactly(ANA);
        assertThat(remove(ANA))
                .hasValueSatisfying(gone -> assertThat(gone.rewritten()).isAfter(first.rewritten()));
        assertThat(personal.remains().left()).isEmpty();
    }

    /** As when another thread erases the person between the reading of the key and its being remembered. */
    @Test
    void a_key_that_was_read_before_the_erasure_does_not_come_back_into_memory_after() {
        record(ANA, "Ana");
        MasterKeys master = MasterKeys.in(masters, null, false);
        Aead erasing = new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
                return master.wrapping().encrypt(plain, associated);
            }

            @Override
            public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
                history.erased.add(ANA);
                slow.destroy(ANA);
                return master.wrapping().decrypt(sealed, associated);
            }
        };
        slow = new PersonKeys(new KeyTable(jdbc), erasing, history, Duration.ofMinutes(5));
        slow.prepare(List.of(ANA));
        assertThat(slow.find(ANA)).isEmpty();
    }

    private PersonKeys slow;

    private Connection snapshot() throws SQLException {
        Connection session = database.getConnection();
        session.setAutoCommit(false);
        session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        hold(session);
        return session;
    }

    private static void hold(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private void set(String setting) {
        jdbc.sql(setting).update();
        jdbc.sql("SELECT pg_reload_conf()::text").query(String.class).single();
        String wanted = setting.contains("off") ? "off" : "on";
        org.awaitility.Awaitility.await().until(() -> jdbc.sql("SHOW wal_recycle")
                .query(String.class)
                .single()
                .equals(wanted));
    }

    private List<String> filesWith(byte[] secret) throws IOException {
        Path cluster =
                Path.of(jdbc.sql("SHOW data_directory").query(String.class).single());
        String wanted = new String(secret, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(cluster)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    found.add(cluster.relativize(file).toString());
                }
            } catch (NoSuchFileException goneMeanwhile) {
                continue;
            }
        }
        return found;
    }
}
