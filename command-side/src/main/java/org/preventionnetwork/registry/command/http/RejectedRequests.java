package org.preventionnetwork.registry.command.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.web.FailureCode;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Requests that Tomcat refuses before they reach Spring, an address it cannot decode for instance, get a problem too. */
@Component
class RejectedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    private static final class ProblemValve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            Problem problem = status < 500
                    ? Problem.of(status, "MALFORMED", "the request cannot be understood")
                    : Problem.of(status, FailureCode.INTERNAL, "this failed for a reason on our side");
            try {
                response.setContentType(Problem.MEDIA_TYPE);
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                response.getReporter().write(RegistryJson.mapper().writeValueAsString(problem));
                response.finishResponse();
            } catch (IOException clientIsGone) {
                getContainer().getLogger().debug("A refusal could not be delivered", clientIsGone);
            }
        }
    }
}
