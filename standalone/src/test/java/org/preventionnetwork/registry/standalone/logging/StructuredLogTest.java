package org.preventionnetwork.registry.standalone.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;

class StructuredLogTest {
    private static final String NAME = "María-Canary";

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void a_line_tells_of_a_failure_without_what_it_quotes_and_of_which_request(String format) {
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), new MockEnvironment());
        context.setMDCAdapter(new LogbackMDCAdapter());
        VettedStructuredEncoder encoder = new VettedStructuredEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        Exception failure = new IllegalStateException(
                NAME + " cannot be read", new SQLException("duplicate key (name)=(" + NAME + ")", "23505"));
        LoggingEvent event = new LoggingEvent(
                StructuredLogTest.class.getName(),
                context.getLogger("registry"),
                Level.ERROR,
                "It failed: " + failure.getMessage(),
                failure,
                new Object[] {});
        event.setThreadName("http-1");
        event.setMDCPropertyMap(Map.of("correlation", "2c1e-request", "position", "42"));

        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

        JsonNode read = RegistryJson.mapper().readTree(line);
        assertThat(read.toString())
                .doesNotContain(NAME)
                .contains("It failed: …", "IllegalStateException", "SQLException", "23505", "2c1e-request", "42");
    }
}
