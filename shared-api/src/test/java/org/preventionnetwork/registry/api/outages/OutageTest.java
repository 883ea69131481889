package org.preventionnetwork.registry.api.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "08001,DATABASE_AWAY",
        "57P03,DATABASE_AWAY",
        "53300,DATABASE_AWAY",
        "08006,CUT_OFF",
        "08003,CUT_OFF",
        "57P01,CUT_OFF",
        "25P03,CUT_OFF",
        "57014,TOO_LONG",
        "53100,NO_ROOM",
        "23505,",
        "42P01,",
        "40001,"
    })
    void is_recognised_by_the_state_that_the_database_names_however_deep(String state, Outage outage) {
        SQLException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("told by the server", state));
        assertThat(Outage.behind(new IllegalStateException(new RuntimeException(batch)))
                        .orElse(null))
                .isEqualTo(outage);
    }

    @Test
    void that_no_connection_is_to_be_had_is_one_whatever_the_last_attempt_met() {
        SQLException pool = new SQLTransientConnectionException("timed out", new SQLException("io", "08006"));
        assertThat(Outage.behind(new RuntimeException(pool))).contains(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(new RuntimeException("something else"))).isEmpty();
        assertThat(Outage.behind(null)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_one() {
        Throwable full = catchThrowable(() -> Files.write(Path.of("/dev/full"), new byte[9], StandardOpenOption.WRITE));
        assertThat(full).isInstanceOf(java.io.IOException.class);
        assertThat(Outage.behind(new UncheckedIOException((java.io.IOException) full)))
                .contains(Outage.NO_ROOM);
    }
}
