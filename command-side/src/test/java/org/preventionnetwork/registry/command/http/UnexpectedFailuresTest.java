package org.preventionnetwork.registry.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

class UnexpectedFailuresTest {
    private static JsonNode told(Exception failure) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new CommandProblems()
                .resolveException(new MockHttpServletRequest("POST", "/api/networks"), response, null, failure);
        return RegistryJson.mapper().readTree(response.getContentAsString());
    }

    @Test
    void are_told_with_the_id_that_the_log_has_on_its_lines() throws Exception {
        LogContext.CORRELATION.put("the-request");
        try {
            JsonNode problem = told(new IllegalStateException("a fault"));
            assertThat(problem.get("code").asString()).isEqualTo("INTERNAL_ERROR");
            assertThat(problem.get("correlationId").asString()).isEqualTo("the-request");
        } finally {
            LogContext.CORRELATION.remove();
        }
    }

    @Test
    void of_the_framework_have_the_code_that_all_others_have() throws Exception {
        assertThat(told(new ResponseStatusException(HttpStatus.BAD_REQUEST))
                        .get("code")
                        .asString())
                .isEqualTo("MALFORMED");
    }
}
