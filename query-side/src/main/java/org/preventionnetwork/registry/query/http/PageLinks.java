package org.preventionnetwork.registry.query.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriUtils;

/** Every page of a list names its neighbours in a {@code Link} header (RFC 8288), unless its own address is very long. */
@RestControllerAdvice(basePackages = "org.preventionnetwork.registry.query")
class PageLinks implements ResponseBodyAdvice<Paged> {
    /** The server gives all headers of an answer 8 KiB. */
    private static final int LONGEST = 4096;

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return Paged.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public @Nullable Paged beforeBodyWrite(
            @Nullable Paged page,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (page != null) {
            long last = page.total() == 0 ? 0 : (page.total() - 1) / page.size();
            List<String> links = new ArrayList<>();
            links.add(link(request, 0, "first"));
            if (page.page() > 0) {
                links.add(link(request, page.page() - 1, "prev"));
            }
            if (page.page() < last) {
                links.add(link(request, page.page() + 1, "next"));
            }
            links.add(link(request, last, "last"));
            String header = String.join(", ", links);
            if (header.length() <= LONGEST) {
                response.getHeaders().set(HttpHeaders.LINK, header);
            }
        }
        return page;
    }

    /** Made of the parameters as they were understood: however somebody wrote them, the link can be read. */
    private static String link(ServerHttpRequest request, long page, String relation) {
        StringBuilder address = new StringBuilder(request.getURI().getRawPath()).append('?');
        ((ServletServerHttpRequest) request)
                .getServletRequest()
                .getParameterMap()
                .forEach((name, values) -> {
                    if (!name.equals("page")) {
                        for (String value : values) {
                            address.append(encoded(name))
                                    .append('=')
                                    .append(encoded(value))
                                    .append('&');
                        }
                    }
                });
        return "<" + address + "page=" + page + ">; rel=\"" + relation + "\"";
    }

    private static String encoded(String text) {
        return UriUtils.encodeQueryParam(text, StandardCharsets.UTF_8).replace("+", "%2B");
    }
}
