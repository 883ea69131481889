package org.preventionnetwork.registry.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;

/**
 * Asks and tells the registry over HTTP. In JSON that is sent, single quotes stand for double ones.
 *
 * @param login the value of {@code Authorization}, or null for nobody's
 */
record Client(int port, String login) {
    /** Of the first administrator, who may do everything. */
    static final String PASSWORD = "a password for tests only";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Client admin(int port) {
        return new Client(port, null).as("admin", PASSWORD);
    }

    Client as(String account, String password) {
        String pair = account + ":" + password;
        return new Client(port, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    Client bearing(String token) {
        return new Client(port, "Bearer " + token);
    }

    Client withoutLogin() {
        return new Client(port, null);
    }

    record Reply(int status, HttpHeaders headers, String body) {
        JsonNode json() {
            return RegistryJson.mapper().readTree(body);
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        List<JsonNode> items() {
            return StreamSupport.stream(json().path("items").spliterator(), false)
                    .toList();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The registry has waited already before it said so. */
        private boolean isPutOff() {
            return !header("Retry-After").isEmpty()
                    && List.of("NOT_YET_KNOWN", "NOT_YET_SIGNED").contains(text("code"));
        }

        Reply expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", not " + status + ": " + body);
            }
            return this;
        }
    }

    /** Asks again for as long as the answer is put off, as {@code Retry-After} says; on a busy machine it may be. */
    Reply get(String path, String... headers) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = once(path, headers);
        while (reply.isPutOff() && System.nanoTime() < deadline) {
            reply = once(path, headers);
        }
        return reply;
    }

    /** Takes the first answer. */
    Reply once(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Reply put(String path, String json, String... headers) {
        return send("PUT", path, json(json), with(headers, "Content-Type", "application/json"));
    }

    Reply post(String path, String json, String... headers) {
        return send("POST", path, json(json), with(headers, "Content-Type", "application/json"));
    }

    /** Puts what is new. */
    void create(String path, String json) {
        put(path, json).expect(201);
    }

    /** Posts something that makes a further event, or a new thing. */
    void tell(String path, String json) {
        Reply reply = post(path, json);
        if (reply.status() != 200) {
            reply.expect(201);
        }
    }

    /** Sends one file as a browser's form would. */
    Reply upload(String path, String fileName, byte[] content) {
        String boundary = "part-of-the-form";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes();
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes();
        BodyPublisher body = BodyPublishers.ofByteArrays(List.of(head, content, tail));
        return send("POST", path, body, "Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    Reply send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body);
        if (login != null) {
            request.header("Authorization", login);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of an answer, whatever its status. */
    byte[] bytes(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", login)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException("GET " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(String text) {
        return BodyPublishers.ofString(text.replace('\'', '"'));
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
