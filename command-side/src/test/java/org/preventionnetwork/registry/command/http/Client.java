package org.preventionnetwork.registry.command.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;

/** Sends requests to the server under test. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    Client(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    record Answer(int status, Map<String, java.util.List<String>> headers, String body) {
        JsonNode json() {
            return RegistryJson.mapper().readTree(body);
        }

        String text(String field) {
            JsonNode value = json().get(field);
            return value == null ? "" : value.asString();
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), java.util.List.of(""))
                    .get(0);
        }
    }

    /** Single quotes in the body stand for double ones. */
    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.ofByteArray(body));
        if (!String.join(",", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
