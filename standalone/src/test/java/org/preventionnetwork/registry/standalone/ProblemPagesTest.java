package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.KnownPrincipal;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.requests.CorrelatedRequests;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.ModelAndView;

/** What a page says that could not be made: its template failed, or there is none. */
class ProblemPagesTest {
    private static final String REFERENCE = "9d4f0c2e-1f0b-4a53-8a3e-0b7f6c1d2e3f";

    private record Somebody(Caller caller, boolean inPerson) implements KnownPrincipal {}

    @BeforeEach
    void somebody_is_logged_in() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        new Somebody(new Caller("somebody", EnumSet.of(Role.AUDITOR), Set.of()), true),
                        null,
                        "AUDITOR"));
    }

    @AfterEach
    void and_logs_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_is_shown_a_failure_is_given_the_reference_that_the_log_has_it_under() {
        assertThat(shown(HttpStatus.INTERNAL_SERVER_ERROR)).isEqualTo(REFERENCE);
        assertThat(shown(HttpStatus.NOT_FOUND)).isNull();
    }

    private static Object shown(HttpStatus status) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/networks/of-a-failure");
        request.setAttribute(CorrelatedRequests.CORRELATION, REFERENCE);
        ModelAndView page = RunningRegistry.shared().parts(ErrorViewResolver.class).stream()
                .map(resolver -> resolver.resolveErrorView(request, status, Map.of()))
                .filter(view -> view != null && "problem".equals(view.getViewName()))
                .findFirst()
                .orElseThrow();
        return page.getModel().get("detail");
    }
}
