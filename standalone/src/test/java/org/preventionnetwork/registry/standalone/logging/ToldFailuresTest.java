package org.preventionnetwork.registry.standalone.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.mock.env.MockEnvironment;

/** The lines of every form tell a fault in full once, an outage in a few lines, and two faults as two. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ToldFailuresTest {
    private static final String PLAIN = "plain";
    private static final String DEEP = "java.lang.Thread.run";

    private final LoggerContext context = new LoggerContext();
    private final VettedFailure plain = new VettedFailure();
    private final VettedStructuredEncoder structured = new VettedStructuredEncoder();

    private void start(String form) {
        context.putObject(Environment.class.getName(), new MockEnvironment());
        context.setMDCAdapter(new LogbackMDCAdapter());
        if (form.equals(PLAIN)) {
            plain.setContext(context);
            plain.start();
        } else {
            structured.setContext(context);
            structured.setFormat(form);
            structured.setCharset(StandardCharsets.UTF_8);
            structured.start();
        }
    }

    private String told(String form, Throwable failure) {
        LoggingEvent event = new LoggingEvent(
                ToldFailuresTest.class.getName(),
                context.getLogger("registry"),
                Level.ERROR,
                "It failed",
                failure,
                new Object[] {});
        event.setThreadName("http-1");
        return form.equals(PLAIN) ? plain.convert(event) : new String(structured.encode(event), StandardCharsets.UTF_8);
    }

    /** As one comes out of the libraries: of its first frames none is the registry's. */
    private static Throwable refused(String state, String caller) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            frames.add(new StackTraceElement("org.postgresql.Driver", "step" + i, "Driver.java", i + 1));
        }
        frames.add(
                new StackTraceElement("org.preventionnetwork.registry.query." + caller, "asked", caller + ".java", 12));
        frames.add(new StackTraceElement("java.lang.Thread", "run", "Thread.java", 833));
        SQLException cause = new SQLException("of somebody", state);
        Throwable failure = new BadSqlGrammarException("task", "SELECT", cause);
        Stream.of(cause, failure).forEach(one -> one.setStackTrace(frames.toArray(StackTraceElement[]::new)));
        return failure;
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, "ecs", "logstash", "gelf"})
    void a_fault_is_told_in_full_once_and_another_behind_the_same_frames_of_a_library_too(String form) {
        start(form);
        for (String caller : List.of("OneCaller", "AnotherCaller")) {
            assertThat(told(form, refused("42601", caller)))
                    .contains(DEEP, caller)
                    .doesNotContain("told in full before");
        }
        for (String caller : List.of("OneCaller", "AnotherCaller")) {
            assertThat(told(form, refused("42601", caller)))
                    .contains("BadSqlGrammarException, caused by SQLException (42601), as told in full before")
                    .contains(caller)
                    .doesNotContain(DEEP, "of somebody");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, "ecs", "logstash", "gelf"})
    void an_outage_is_told_by_its_types_and_where_it_was_met(String form) {
        start(form);
        for (int i = 0; i < 2; i++) {
            assertThat(told(form, refused("57P01", "OneCaller")))
                    .contains("BadSqlGrammarException, caused by SQLException (57P01)", "OneCaller")
                    .doesNotContain(DEEP, "told in full before", "of somebody");
        }
    }
}
