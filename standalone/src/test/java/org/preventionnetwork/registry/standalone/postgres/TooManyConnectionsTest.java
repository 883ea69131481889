package org.preventionnetwork.registry.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class TooManyConnectionsTest {
    @Test
    void spring_asks_who_knows() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/META-INF/spring.factories")))
                .contains(TooManyConnectionsAnalyzer.class.getName());
    }

    @ParameterizedTest
    @CsvSource({"53300,true", "53100,false", "08006,false"})
    void a_start_that_gets_no_connection_says_why_and_what_to_do(String state, boolean said) {
        Throwable failure = catchThrowable(() -> {
            throw new IllegalStateException(
                    "Error creating bean with name 'x'",
                    new SQLException("FATAL: sorry, too many clients already", state));
        });
        FailureAnalysis found = new TooManyConnectionsAnalyzer().analyze(failure);
        if (said) {
            assertThat(found.getDescription()).contains("max_connections").doesNotContain("bean");
            assertThat(found.getAction()).contains("maximum-pool-size");
        } else {
            assertThat(found).isNull();
        }
    }
}
