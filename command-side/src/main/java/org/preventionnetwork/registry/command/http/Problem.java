package org.preventionnetwork.registry.command.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.command.reading.FieldError;

/**
 * A problem document (RFC 9457).
 *
 * @param code stable; clients act on it
 * @param detail a plain sentence
 * @param errors what is wrong with which field
 * @param facts what stands against it
 * @param correlationId of an unexpected failure, by which the log has it: the answer's {@code X-Correlation-Id}
 */
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable List<FieldError> errors,
        @Nullable List<FactId> facts,
        @Nullable String correlationId) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail) {
        String words = code.toLowerCase(Locale.ROOT);
        String title =
                Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('_', ' ');
        return new Problem("/problems/" + words.replace('_', '-'), title, status, code, detail, null, null, null);
    }

    Problem withErrors(List<FieldError> found) {
        return new Problem(type, title, status, code, detail, found.isEmpty() ? null : found, facts, correlationId);
    }

    Problem withFacts(List<FactId> against) {
        return new Problem(
                type, title, status, code, detail, errors, against.isEmpty() ? null : against, correlationId);
    }

    Problem withCorrelationId(String id) {
        return new Problem(type, title, status, code, detail, errors, facts, id);
    }
}
