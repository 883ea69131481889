package org.preventionnetwork.registry.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class TooManyConnectionsTest {
    @ParameterizedTest
    @CsvSource({"53300,true", "53100,false", "08006,false"})
    void a_start_that_gets_no_connection_says_why_and_what_to_do(String state, boolean said) {
        Throwable failure = catchThrowable(() -> {
            throw new IllegalStateException(
                    "Error creating bean with name 'x'", new SQLException("FATAL: sorry, too many clients already", state));
        });
        FailureAnalysis found =
                SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class).stream()
                        .filter(TooManyConnectionsAnalyzer.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .analyze(failure);
        if (said) {
            assertThat(found.getDescription()).contains("max_connections").doesNotContain("bean");
            assertThat(found.getAction()).contains("maximum-pool-size");
        } else {
            assertThat(found).isNull();
        }
    }
}
