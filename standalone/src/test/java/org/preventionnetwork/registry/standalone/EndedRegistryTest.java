package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.postgres.InTarget;

/** The registry as a process of its own, when it is asked to end, or must not begin. */
@Tag("process")
class EndedRegistryTest {

    @TempDir(factory = InTarget.class)
    private Path home;

    @Test
    void a_second_one_on_the_same_data_says_so_and_ends_and_the_first_when_asked_to_end_stops_its_database_cleanly()
            throws Exception {
        try (RegistryProcess first = RegistryProcess.start(home)) {
            RegistryProcess second = RegistryProcess.launch(home, "second.log");
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.log())
                    .contains("Another registry (process " + first.pid() + ") is running on")
                    .contains("--registry.data=<path>")
                    .doesNotContain("\tat ");
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(home.resolve("postgres.log"))).contains("database system is shut down");
    }

    @Test
    void a_misspelt_setting_ends_it_with_the_nearest_name() throws Exception {
        RegistryProcess misspelt =
                RegistryProcess.launch(home, "registry.log", "--registry.limits.request-at-once=31415926");
        assertThat(misspelt.awaitEnd()).isEqualTo(1);
        assertThat(misspelt.log())
                .contains("There is no setting registry.limits.request-at-once.")
                .contains("registry.limits.requests-at-once")
                .doesNotContain("31415926", "\tat ");
        assertThat(home.resolve("postgres")).doesNotExist();
    }
}
