package org.preventionnetwork.registry.access.web;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts {@link BoundedRequests} behind what a proxy says, and before all else. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class BoundedRequestsConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Between two bytes of a chunk's head, which alone is waited for inside a read. */
    private static final int PATIENCE_MILLIS = 3_000;

    private static final int LONGEST_TRAILER = 64;

    private final int threads;

    @Autowired
    BoundedRequestsConfiguration(TomcatServerProperties tomcat) {
        this(tomcat.getThreads().getMax());
    }

    BoundedRequestsConfiguration(int threads) {
        this.threads = threads;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new BoundedRequests(threads));
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout(PATIENCE_MILLIS);
                http.setMaxExtensionSize(0);
                http.setMaxTrailerSize(LONGEST_TRAILER);
            }
        });
    }
}
