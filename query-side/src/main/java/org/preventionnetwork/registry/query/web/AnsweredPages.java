package org.preventionnetwork.registry.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.Asked;
import org.preventionnetwork.registry.access.requests.Fault;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Nobody loses a page to a slip in one of its fields: a page that cannot read a parameter is made anew as if that had not
 * been asked, with what is wrong said beside the field.
 */
@Component
class AnsweredPages implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new Adapter();
    }

    private static final class Adapter extends RequestMappingHandlerAdapter {
        @Override
        protected @Nullable ModelAndView handleInternal(
                HttpServletRequest request, HttpServletResponse response, HandlerMethod page) throws Exception {
            while (true) {
                try {
                    return super.handleInternal(request, response, page);
                } catch (MalformedQuestion malformed) {
                    if (!isSaid(request, malformed)) {
                        throw malformed;
                    }
                }
            }
        }

        /** Each parameter is at fault once, so this ends. */
        private static boolean isSaid(HttpServletRequest request, MalformedQuestion malformed) {
            Fault fault = new Fault(
                    malformed.parameter(),
                    malformed.text(),
                    malformed.values(),
                    String.valueOf(malformed.getMessage()));
            return Asked.of(request)
                    .filter(asked -> asked.isPage() && asked.written(fault.parameter()) != null)
                    .filter(asked -> asked.isAtFault(fault))
                    .isPresent();
        }
    }
}
