package org.preventionnetwork.registry.query;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;

/** The query side as an application of its own, over a store that a test writes into and a ledger that it signs. */
public final class TestQuerySide implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public final TestRegistry registry;
    public final SignedLedger ledger;
    private final ConfigurableApplicationContext application;
    private final String address;

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
            })
    @ComponentScan(
            basePackages = {"org.preventionnetwork.registry.query", "org.preventionnetwork.registry.personal"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    static class QuerySide {}

    private TestQuerySide(TestRegistry registry, Map<String, Object> settings, Class<?>... parts) {
        this.registry = registry;
        this.ledger = new SignedLedger(registry.dataSource());
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port", "0",
                "registry.data", "target/query-side-" + UUID.randomUUID(),
                "spring.datasource.url", registry.url(),
                "spring.datasource.username", "postgres",
                "spring.flyway.enabled", "false",
                "axon.axonserver.enabled", "false",
                "axon.update-check.disabled", "true",
                "spring.main.banner-mode", "off",
                "registry.ledger.vkey", ledger.key().toString(),
                "registry.ledger.signed-within", "0s"));
        properties.putAll(settings);
        this.application = new SpringApplicationBuilder(QuerySide.class)
                .sources(parts)
                .properties(properties)
                .run();
        this.address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    public static TestQuerySide start(Map<String, Object> settings) throws SQLException {
        return start(settings, new Class<?>[0]);
    }

    /** @param parts beans beside the application's own */
    public static TestQuerySide start(Map<String, Object> settings, Class<?>... parts) throws SQLException {
        return new TestQuerySide(TestRegistry.with(), settings, parts);
    }

    public <T> T part(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    /** Waits until the history has what stands in the ledger. */
    public void caughtUp() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> json("/api/history").get("total").asLong() == registry.positions.head());
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** The body; fails unless the answer is 200. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + new String(answer.body()));
        }
        return answer.body();
    }

    public JsonNode json(String path) {
        return RegistryJson.mapper().readTree(bytes(path));
    }

    /** The stable code of a refusal, behind its status: {@code 404 UNKNOWN_ENTITY}. */
    public String refusal(String path) {
        HttpResponse<byte[]> answer = get(path);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + body);
        }
        return answer.statusCode() + " "
                + RegistryJson.mapper().readTree(body).get("code").asString();
    }

    @Override
    public void close() {
        application.close();
        registry.close();
    }
}
