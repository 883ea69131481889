package org.preventionnetwork.registry.query.personal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Writes an answer's viewing into the access log before the answer is sent, in whatever form; when that fails, a problem
 * is sent in its place. A problem itself holds no personal data.
 */
@RestControllerAdvice(basePackages = "org.preventionnetwork.registry")
class RecordedViewings implements ResponseBodyAdvice<Object> {
    private final Viewings viewings;
    private final AccessLog log;

    RecordedViewings(Viewings viewings, AccessLog log) {
        this.viewings = viewings;
        this.log = log;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null && !(body instanceof ProblemDetail)) {
            viewings.ofRequest()
                    .filter(viewing -> !viewing.persons().isEmpty())
                    .ifPresent(viewing -> record(
                            viewing, log.viewer(((ServletServerHttpRequest) request).getServletRequest()), response));
        }
        return body;
    }

    private void record(Viewing viewing, Viewer viewer, ServerHttpResponse response) {
        log.record(viewer, viewing.kind(), viewing.persons());
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().set(Viewer.CORRELATION, viewer.correlation());
    }
}
