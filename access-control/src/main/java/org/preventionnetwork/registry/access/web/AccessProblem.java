package org.preventionnetwork.registry.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.Excerpt;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A problem document (RFC 9457) of the shape that both sides answer with. */
public record AccessProblem(
        String type, String title, int status, String code, String detail, @Nullable List<FieldProblem> errors) {

    /** What is wrong with one field or parameter. */
    public record FieldProblem(String pointer, String code, String detail) {}

    public static AccessProblem of(int status, String code, String detail) {
        return of(status, code, detail, null);
    }

    /** @param field of the body that is at fault, or null */
    static AccessProblem of(int status, String code, String detail, @Nullable String field) {
        String words = code.toLowerCase(Locale.ROOT);
        String title =
                Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('_', ' ');
        List<FieldProblem> errors = field == null ? null : List.of(new FieldProblem("/" + field, "INVALID", detail));
        return new AccessProblem("/problems/" + words.replace('_', '-'), title, status, code, detail, errors);
    }

    /** A sender's word as it may be repeated: itself where it is harmless. */
    public static String excerpt(String name) {
        return name.matches("[\\w.-]{1,60}") ? name : Excerpt.of(name);
    }

    public AccessProblem withErrors(List<FieldProblem> found) {
        return new AccessProblem(type, title, status, code, detail, found);
    }

    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(RegistryJson.mapper().writeValueAsBytes(this));
    }
}
