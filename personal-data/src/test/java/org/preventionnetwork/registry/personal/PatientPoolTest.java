package org.preventionnetwork.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.outages.Patience;
import org.preventionnetwork.registry.api.outages.Patience.Limits;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One connection, so that whoever asks gets the one that the others had before. */
class PatientPoolTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String FOR_EVER = "SELECT pg_sleep(3600)::text";

    private DataSource others;
    private PatientPool pool;
    private JdbcClient jdbc;

    @BeforeEach
    void start() throws SQLException {
        others = KeysDatabase.empty();
        pool = new PatientPool();
        pool.setMaximumPoolSize(1);
        try (Connection one = others.getConnection()) {
            pool.setJdbcUrl(one.getMetaData().getURL());
            pool.setUsername(one.getMetaData().getUserName());
        }
        jdbc = JdbcClient.create(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private String ask(String question) {
        return jdbc.sql(question).query(String.class).single();
    }

    private static Outage outage(Runnable question) {
        return Outage.behind(catchThrowable(question::run)).orElseThrow();
    }

    @Test
    void the_database_ends_what_takes_it_longer_than_a_request_may() {
        try (Patience.Held limited = Patience.of(new Limits(LONG, SHORT))) {
            assertThat(outage(() -> ask(FOR_EVER))).isEqualTo(Outage.TOO_LONG);
        }
    }

    @Test
    void the_database_ends_what_somebody_has_given_up_waiting_for() {
        try (Patience.Held limited = Patience.of(new Limits(SHORT, Duration.ofSeconds(2)))) {
            assertThat(outage(() -> ask(FOR_EVER))).isEqualTo(Outage.CUT_OFF);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> JdbcClient.create(others)
                .sql("SELECT count(*) = 0 FROM pg_stat_activity WHERE state = 'active' AND query = ?")
                .param(FOR_EVER)
                .query(Boolean.class)
                .single());
    }

    @Test
    void what_may_take_as_long_as_it_takes_has_no_limit_of_whoever_had_the_connection_before() {
        String longest = "SHOW statement_timeout";
        assertThat(ask(longest)).isEqualTo("0");
        try (Patience.Held limited = Patience.of(new Limits(LONG, Duration.ofSeconds(30)))) {
            assertThat(ask(longest)).isEqualTo("30s");
            try (Patience.Held rewriting = Patience.endless()) {
                assertThat(ask(longest)).isEqualTo("0");
            }
            assertThat(ask(longest)).isEqualTo("30s");
            try (Patience.Held export = Patience.of(new Limits(LONG, Duration.ofSeconds(30)).times(15))) {
                assertThat(ask(longest)).isEqualTo("450s");
            }
        }
        assertThat(ask(longest)).isEqualTo("0");
    }
}
