package org.preventionnetwork.registry.query.personal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes a page's viewing into the access log before the page is made, as {@link RecordedViewings} does for all other
 * answers. Names are opened by controllers only, never while a template is filled.
 */
@Configuration(proxyBeanMethods = false)
class RecordedPages implements HandlerInterceptor, WebMvcConfigurer {
    private final Viewings viewings;
    private final AccessLog log;

    RecordedPages(Viewings viewings, AccessLog log) {
        this.viewings = viewings;
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null) {
            viewings.ofRequest()
                    .filter(viewing -> !viewing.persons().isEmpty())
                    .ifPresent(viewing -> record(viewing, log.viewer(request), response));
        }
    }

    private void record(Viewing viewing, Viewer viewer, HttpServletResponse response) {
        log.record(viewer, viewing.kind(), viewing.persons());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(Viewer.CORRELATION, viewer.correlation());
    }
}
