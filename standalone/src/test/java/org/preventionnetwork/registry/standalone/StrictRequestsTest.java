package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.access.requests.Declarations;
import org.preventionnetwork.registry.access.requests.Declarations.Declared;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * No endpoint takes what it does not read. In tests an endpoint that reads what it does not declare fails, so what is
 * declared is all that is read.
 */
class StrictRequestsTest {
    private static final String HTML = "text/html";

    private final RunningRegistry running = RunningRegistry.shared();
    private final Client registry = running.client();
    private final List<String> faults = new ArrayList<>();

    private record Asked(RequestMethod method, String path, String produces, Declared declared) {
        boolean isInterface() {
            return path.startsWith("/api") || path.startsWith("/ledger/");
        }

        String address() {
            return path.replace("{level}/{*number}", "0/000").replaceAll("\\{\\*?\\w+}", "asked");
        }
    }

    private List<Asked> endpoints() {
        Declarations declarations = running.parts(Declarations.class).iterator().next();
        List<Asked> endpoints = new ArrayList<>();
        running.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (isOwn(handler)) {
                        for (String path : mapping.getPatternValues()) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> endpoints.add(
                                            new Asked(method, path, produced(mapping), declarations.of(handler))));
                        }
                    }
                });
        assertThat(endpoints).hasSizeGreaterThan(150);
        return endpoints;
    }

    private static String produced(RequestMappingInfo mapping) {
        return mapping.getProducesCondition().getProducibleMediaTypes().stream()
                .map(MediaType::toString)
                .findFirst()
                .orElse("application/json");
    }

    private static boolean isOwn(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.preventionnetwork.registry.")
                && !handler.getBeanType().getSimpleName().equals("LoginPage");
    }

    private Reply ask(Asked endpoint, String query, String body) {
        String address = endpoint.address() + query;
        if (!endpoint.declared().files().isEmpty()) {
            return registry.upload(address, "networks.csv", "x".getBytes());
        }
        return switch (endpoint.method()) {
            case GET -> registry.once(address, "Accept", endpoint.produces());
            case PUT -> registry.put(address, body);
            case POST -> registry.post(address, body);
            default ->
                registry.send(endpoint.method().name(), address, BodyPublishers.ofString(body.replace('\'', '"')));
        };
    }

    @Test
    void the_http_interface_refuses_every_parameter_that_an_endpoint_does_not_read_and_says_which_it_reads() {
        for (Asked endpoint : endpoints()) {
            if (!endpoint.isInterface()) {
                continue;
            }
            for (String misspelt : List.of("asof", "zzz", "Page")) {
                Reply reply = ask(endpoint, "?" + misspelt + "=2011-01-01", "{}");
                String said = reply.status() == 400
                        ? reply.json().path("errors").path(0).path("detail").asString("")
                        : "";
                Set<String> names = endpoint.declared().parameters();
                boolean all =
                        names.isEmpty() ? said.contains("none is accepted") : said.contains(String.join(", ", names));
                boolean meant = misspelt.equals("zzz")
                        || names.stream().noneMatch(misspelt::equalsIgnoreCase)
                        || said.toLowerCase().contains("did you mean " + misspelt.toLowerCase());
                if (reply.status() != 400 || !reply.text("code").equals("UNKNOWN_PARAMETER") || !all || !meant) {
                    faults.add(endpoint.method() + " " + endpoint.path() + "?" + misspelt + " → " + reply.status() + " "
                            + reply.body());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nothing_is_said_twice() {
        for (Asked endpoint : endpoints()) {
            if (endpoint.isInterface() && !endpoint.declared().parameters().isEmpty()) {
                String name = endpoint.declared().parameters().iterator().next();
                Reply reply = ask(endpoint, "?" + name + "=true&" + name + "=false", "{}");
                if (reply.status() != 400 || !reply.text("code").equals("DUPLICATE_PARAMETER")) {
                    faults.add(endpoint + " → " + reply.status() + " " + reply.body());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void no_body_has_fields_that_are_not_read() {
        for (Asked endpoint : endpoints()) {
            if (endpoint.isInterface()
                    && endpoint.method() != RequestMethod.GET
                    && endpoint.declared().files().isEmpty()) {
                Reply reply = ask(endpoint, "", "{'zzz': 1}");
                if (reply.status() != 400 || !reply.body().contains("UNKNOWN_FIELD")) {
                    faults.add(endpoint + " → " + reply.status() + " " + reply.body());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What was found: an account that should have been limited, and was not. */
    @Test
    void a_misspelt_limit_makes_no_account_without_limits() {
        Reply refused = registry.put(
                "/api/accounts/misspelt",
                "{'password': 'correct horse battery', 'roles': ['SECRETARIAT'], 'scope': ['network:africa']}");
        assertThat(refused.expect(400).text("code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(refused.body()).contains("did you mean scopes?");
        registry.get("/api/accounts/misspelt").expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/tokens | {'label': 'one', 'label': 'two'} | named twice",
                "POST | /api/tokens | {'label': 'one', 'day': 3} | did you mean days?",
                "PUT | /api/networks/strict-network | {'name': 'A', 'name': 'B', 'kind': 'REGIONAL'} | named twice",
                "PUT | /api/networks/strict-network | {'name': 'A', 'kinds': 'REGIONAL'} | did you mean kind?",
                "PUT | /api/editions/strict-edition | {'title': 'A', 'figures': [{'key': 'a', 'label': 'b', 'metric':"
                        + " 'ALUMNI', 'asof': '2015'}]} | did you mean asOf?"
            })
    void a_body_is_refused_with_the_name_that_was_meant(String method, String path, String body, String said) {
        Reply reply = method.equals("PUT") ? registry.put(path, body) : registry.post(path, body);
        assertThat(reply.expect(400).body()).contains(said);
    }

    @Test
    void a_dry_run_is_one_however_its_name_is_encoded() {
        registry.put("/api/networks/strict-dry?dry%52un=true", "{'name': 'Dry', 'kind': 'REGIONAL'}")
                .expect(200);
        registry.get("/api/networks/strict-dry").expect(404);
    }

    @Test
    void a_page_says_what_is_nearly_a_name_that_it_knows_and_leaves_others_aside() {
        for (Asked endpoint : endpoints()) {
            if (!endpoint.declared().page() || endpoint.path().endsWith(".csv")) {
                continue;
            }
            Reply plain = registry.once(endpoint.address(), "Accept", HTML);
            Reply aside = registry.once(endpoint.address() + "?utm_source=letter&zzz=1", "Accept", HTML);
            if (aside.status() != plain.status() || aside.body().contains("utm_source")) {
                faults.add(endpoint.path() + " does not leave aside what it does not know: " + aside.status());
            }
            if (endpoint.declared().parameters().contains("asOf")) {
                Reply meant = registry.once(endpoint.address() + "?asof=2011-01-01", "Accept", HTML);
                if (meant.status() < 400
                        || !meant.body().contains("class=\"banner bad faults\"")
                        || !meant.body().contains("This page knows no such parameter. Do you mean ")) {
                    faults.add(endpoint.path() + " takes ?asof silently: " + meant.status());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void logins_are_left_alone() {
        registry.withoutLogin().once("/login?error&zzz=1&error=2").expect(200);
    }

    /** Each language's own words for it. */
    private static final Map<String, String> NO_DATE = new TreeMap<>(Map.of(
            "en", "This is no date, or could mean more than one.",
            "es", "No es una fecha, o podría ser más de una.",
            "fr", "Ce n’est pas une date, ou ce pourrait être plusieurs.",
            "pt", "Não é uma data, ou poderia ser mais de uma."));

    @Test
    void what_somebody_types_into_a_clock_or_a_filter_costs_nobody_the_page() {
        registry.put("/api/networks/typed-network", "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        Map<String, String> filled = new TreeMap<>(Map.of(
                "/", "",
                "/networks", "",
                "/networks/typed-network", "",
                "/networks/typed-network/compare", "asOf1=2012",
                "/figures/ALUMNI", "",
                "/states", "",
                "/seminars", "q=kept-words",
                "/initiatives", "q=kept-words",
                "/officials", "q=kept-words",
                "/history", "q=kept-words"));
        filled.put("/access-log", "actor=kept-words");
        filled.put("/institutions", "q=kept-words");
        filled.put("/programmes", "q=kept-words");
        filled.put("/statements", "");
        filled.put("/editions", "");
        filled.put("/states/AR", "");
        filled.put("/ledger", "");
        filled.forEach((page, kept) -> NO_DATE.forEach((language, sentence) -> {
            boolean clock = !page.equals("/access-log");
            String field = clock ? "asOf" : "from";
            String said = clock ? sentence : "";
            String address =
                    page + "?lang=" + language + "&" + field + "=yesteryear" + (kept.isEmpty() ? "" : "&" + kept);
            Reply reply = registry.get(address, "Accept", HTML);
            String body = reply.body();
            boolean shown = body.contains("id=\"fault-" + field + "\"")
                    && body.contains("value=\"yesteryear\"")
                    && body.contains(said)
                    && body.contains("lang=\"" + language + "\"");
            if (reply.status() != 400
                    || !shown
                    || body.contains("class=\"status-code\"")
                    || kept.contains("kept-words") && !body.contains("value=\"kept-words\"")) {
                faults.add(address + " → " + reply.status());
            }
        }));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/networks, asOf, 1 June 2012, asOf=2012-06-01",
        "/networks, asOf, 29 de marzo de 2012, asOf=2012-03-29",
        "/seminars, asOf, été 2012, asOf=2012-22",
        "/history, knownAt, 1 June 2012, knownAt=2012-06-01",
        "/history, from, June 2012, from=2012-06-01",
        "/history, to, June 2012, to=2012-06-30",
        "/seminars, from, 29.3.2012, from=2012-03-29"
    })
    void dates_are_read_as_people_write_them(String page, String name, String written, String link) {
        String query = "?" + name + "=" + java.net.URLEncoder.encode(written, java.nio.charset.StandardCharsets.UTF_8);
        Reply reply = registry.get(page + query, "Accept", HTML).expect(200);
        assertThat(reply.body()).contains(link).doesNotContain("fault-");
        registry.once("/api" + page + query).expect(400);
    }

    @Test
    void today_is_a_day_on_pages() {
        for (String today : List.of("today", "hoy", "aujourd%E2%80%99hui", "hoje")) {
            String body = registry.get("/networks?asOf=" + today, "Accept", HTML)
                    .expect(200)
                    .body();
            assertThat(body).doesNotContain("class=\"banner\" role=\"status\"");
            registry.get("/access-log?from=" + today + "&to=" + today, "Accept", HTML)
                    .expect(200);
        }
    }

    @Test
    void a_state_is_found_by_its_name_and_the_nearest_is_named_in_the_page_s_language() {
        registry.get("/initiatives?state=Guatemala", "Accept", HTML).expect(200);
        Reply meant = registry.get("/initiatives?state=Alemanha+Ocidentl&stage=x&lang=fr", "Accept", HTML);
        assertThat(meant.status()).isEqualTo(400);
        Reply near = registry.get("/seminars?state=Guatemla&lang=fr&status=HELD", "Accept", HTML);
        assertThat(near.expect(400).body())
                .contains("Voulez-vous dire Guatemala (GT)")
                .contains("id=\"fault-state\"")
                .contains("value=\"HELD\" selected");
    }

    /** In tests an endpoint that reads what it does not declare fails, so nothing else is read either. */
    @Test
    void the_description_names_exactly_the_parameters_that_each_endpoint_reads() {
        JsonNode document = registry.get("/v3/api-docs").expect(200).json();
        List<Asked> endpoints = endpoints();
        for (Asked endpoint : endpoints) {
            // An address may answer in several forms, each by an endpoint of its own.
            Set<String> read = new TreeSet<>();
            endpoints.stream()
                    .filter(other ->
                            other.method() == endpoint.method() && other.path().equals(endpoint.path()))
                    .forEach(other -> read.addAll(other.declared().parameters()));
            JsonNode operation = document.get("paths")
                    .path(endpoint.path().replace("{*", "{"))
                    .path(endpoint.method().name().toLowerCase(Locale.ROOT));
            if (endpoint.isInterface()) {
                Set<String> described = new TreeSet<>();
                operation.path("parameters").forEach(one -> {
                    JsonNode parameter = resolved(document, one);
                    if (parameter.path("in").asString("").equals("query")) {
                        described.add(parameter.get("name").asString());
                    }
                    if (parameter.path("description").asString("").isBlank()
                            || !parameter.path("schema").has("type")) {
                        faults.add(endpoint + " does not say what " + parameter + " is");
                    }
                });
                if (!operation.isObject() || !described.equals(read)) {
                    faults.add(endpoint + " describes " + described);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static JsonNode resolved(JsonNode document, JsonNode parameter) {
        return parameter.has("$ref")
                ? document.at(parameter.get("$ref").asString().substring(1))
                : parameter;
    }
}
