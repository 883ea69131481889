package org.preventionnetwork.registry.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ResponseStatusException;

class UnexpectedFailuresTest {
    private static Map<String, Object> told(Exception failure) {
        ProblemDetail problem = new QueryProblems().handle(failure).getBody();
        assertThat(problem).isNotNull();
        return Map.copyOf(problem.getProperties());
    }

    @Test
    void are_told_with_the_id_that_the_log_has_on_its_lines() {
        LogContext.CORRELATION.put("the-request");
        try {
            assertThat(told(new IllegalStateException("a fault")))
                    .containsEntry("code", "INTERNAL_ERROR")
                    .containsEntry("reference", "the-request");
        } finally {
            LogContext.CORRELATION.remove();
        }
    }

    @Test
    void of_the_framework_have_the_code_that_all_others_have() {
        assertThat(told(new ResponseStatusException(HttpStatus.BAD_REQUEST))).containsEntry("code", "MALFORMED");
    }
}
