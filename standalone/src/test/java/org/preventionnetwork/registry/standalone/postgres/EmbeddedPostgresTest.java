package org.preventionnetwork.registry.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

@Tag("process")
class EmbeddedPostgresTest {
    private static final Path PROGRAMS = Path.of("target", "postgres-bin");

    @TempDir(factory = InTarget.class)
    private Path home;

    @Test
    void keeps_its_data_from_one_start_to_the_next() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "CREATE SCHEMA mine", "CREATE TABLE mine.kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(value(postgres, Role.QUERY, "SELECT answer FROM mine.kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void writes_durably_and_listens_to_this_machine_only() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(value(postgres, Role.COMMAND, "SHOW " + setting)).isEqualTo("on");
            }
            assertThat(value(postgres, Role.COMMAND, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void lets_nobody_in_without_the_password_that_only_the_owner_of_the_files_can_read() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "registry_command", "guessed"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("postgres.credentials"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refuses_a_second_registry_on_the_same_data() {
        try (EmbeddedPostgres first = start()) {
            assertThat(first.url()).isNotEmpty();
            try (EmbeddedPostgres second = start()) {
                assertThatThrownBy(second::url)
                        .isInstanceOf(DataDirectoryInUse.class)
                        .hasMessageContaining(
                                "(process " + ProcessHandle.current().pid() + ") is running on");
            }
        }
    }

    @Test
    void starts_the_server_again_when_it_is_killed_under_way() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "CREATE SCHEMA mine", "CREATE TABLE mine.kept AS SELECT 42 AS answer");
            kill(PostgresProcesses.recordedPid(home.resolve("postgres")).orElseThrow());
            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> assertThat(
                            value(postgres, Role.QUERY, "SELECT answer FROM mine.kept"))
                    .isEqualTo("42"));
        }
    }

    @Test
    void is_not_misled_by_a_pid_file_that_names_some_other_living_process() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.url()).isNotEmpty();
        }
        Files.writeString(
                home.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n/somewhere\n");
        try (EmbeddedPostgres postgres = start()) {
            assertThat(value(postgres, Role.COMMAND, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void makes_the_database_again_when_the_first_start_was_cut_short() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            String administration = postgres.url().replace("/registry?", "/postgres?");
            Credentials credentials = Credentials.read(home.resolve("postgres.credentials"));
            try (Connection connection =
                            DriverManager.getConnection(administration, "postgres", credentials.of(Role.SUPERUSER));
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER DATABASE registry RENAME TO registry_unfinished");
            }
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(value(postgres, Role.OWNER, "SELECT current_database()")).isEqualTo("registry");
        }
    }

    @Test
    void says_what_to_do_when_the_passwords_are_gone() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.url()).isNotEmpty();
        }
        Files.delete(home.resolve("postgres.credentials"));
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(postgres::url)
                    .hasRootCauseMessage(home.toRealPath().resolve("postgres")
                            + " holds a database, but its passwords are missing: restore "
                            + home.toRealPath().resolve("postgres.credentials") + " from a backup");
        }
    }

    @Test
    void says_plainly_when_there_is_none_for_this_machine() throws Exception {
        assertThat(PostgresBinaries.archive(Machine.thisOne())).isNotEmpty();
        for (Machine other : List.of(
                new Machine("Linux", "riscv64", false),
                new Machine("Linux", "ppc64le", true),
                new Machine("FreeBSD", "amd64", false))) {
            assertThatThrownBy(() -> PostgresBinaries.archive(other))
                    .isInstanceOf(NoPostgresForThisMachine.class)
                    .satisfies(none -> {
                        FailureAnalysis said = new NoPostgresForThisMachineAnalyzer()
                                .analyze(new IllegalStateException("no connection", none));
                        assertThat(said.getDescription()).contains(other.system(), other.architecture());
                        assertThat(said.getAction()).contains("--spring.datasource.url=", "-Ppostgres-all");
                    });
        }
    }

    @Test
    void finds_the_archive_of_each_kind_of_machine() {
        assertThat(new Machine("Linux", "amd64", false).archives()).containsExactly("postgres-linux-x86_64.txz");
        assertThat(new Machine("Linux", "amd64", true).archives())
                .containsExactly("postgres-linux-x86_64-alpine_linux.txz");
        assertThat(new Machine("Linux", "aarch64", false).archives()).containsExactly("postgres-linux-arm_64.txz");
        assertThat(new Machine("Mac OS X", "aarch64", false).archives())
                .startsWith("postgres-darwin-arm_64.txz", "postgres-darwin-x86_64.txz");
        assertThat(new Machine("Mac OS X", "x86_64", false).archives())
                .startsWith("postgres-darwin-x86_64.txz")
                .contains("postgres-darwin-arm_64.txz");
        assertThat(new Machine("Windows 11", "amd64", false).archives()).contains("postgres-windows-x86_64.txz");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.startInBackground(
                new EmbeddedPostgres.Settings(home, PROGRAMS, 0, Duration.ofMinutes(2)));
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = connect(postgres, Role.QUERY);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String value(EmbeddedPostgres postgres, Role role, String query) throws SQLException {
        try (Connection connection = connect(postgres, role);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, Role role) throws SQLException {
        return DriverManager.getConnection(postgres.url(), role.databaseName(), postgres.password(role));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
