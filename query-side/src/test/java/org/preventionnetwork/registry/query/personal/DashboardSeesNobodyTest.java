package org.preventionnetwork.registry.query.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.query.TestQuerySide;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks every question there is about a sample in which whatever identifies a person has {@code canary} in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DashboardSeesNobodyTest {
    /** All else is asked, what was added yesterday too. */
    private static final Pattern NO_QUESTIONS = Pattern.compile("/error|/v3/api-docs.*|/swagger-ui.*");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)}");
    /** What to ask for, by what stands before the variable. */
    private static final Map<String, List<String>> THINGS = new LinkedHashMap<>(Map.of(
            "networks", List.of("lan"),
            "seminars", List.of("s1"),
            "officials", List.of("canary-ana", "canary-erased"),
            "initiatives", List.of("nm-ar"),
            "programmes", List.of("global"),
            "institutions", List.of("ministry"),
            "statements", List.of("st1"),
            "editions", List.of("report"),
            "states", List.of("AR"),
            "projections", List.of("officials")));

    private static final Set<String> OF_OFFICIALS = Set.of(
            "official",
            "officials",
            "person",
            "canonical",
            "sameAs",
            "fullName",
            "email",
            "positionHeld",
            "certificate");
    private static final Pattern NAMED = Pattern.compile("\\{[^}*]+}");
    private static final Set<Class<?>> HOLD_IDS = Set.of(String.class, List.class);
    private static final Set<String> OWN_RULES =
            Set.of("org.preventionnetwork.registry.query.personal", "org.preventionnetwork.registry.query.subject");

    private TestQuerySide queries;

    @BeforeAll
    void start() throws SQLException {
        queries = TestQuerySide.start(Map.of(), CallerOfTheTest.class);
        PersonSample.recordIn(queries);
        queries.registry.jdbc.update(
                """
                INSERT INTO operations.dead_letter (projection, version, entity, position, event_name, error_code)
                SELECT name, version, 'official:canary-bea', 1, 'official.OfficialRegistered', 'TEST'
                FROM operations.projection WHERE name = 'statements' AND state = 'LIVE'
                """);
    }

    @AfterAll
    void stop() {
        queries.close();
    }

    private Stream<String> addresses() {
        return queries
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !NO_QUESTIONS.matcher(path).matches())
                .distinct()
                .flatMap(this::filled);
    }

    /** What a variable is called in the code is nobody's concern here. */
    private Stream<String> filled(String path) {
        return switch (NAMED.matcher(path).replaceAll("{}")) {
            case "/api/figures/{}", "/figures/{}" ->
                Stream.of(FigureName.values()).map(FigureName::name).flatMap(name -> Stream.of(
                                "", "?scope=network:lan", "?scope=programme:global")
                        .map(scope -> NAMED.matcher(path).replaceAll(name) + scope));
            case "/history/at/{}" -> Stream.of("/history/at/1");
            case "/networks/{}/compare" -> Stream.of("/networks/lan/compare?asOf1=2011");
            case "/api/history/{}", "/history/{}", "/ledger/proof/{}" ->
                queries.registry.jdbc.queryForList("SELECT event_id FROM ledger.entry", String.class).stream()
                        .map(id -> NAMED.matcher(path).replaceAll(id));
            case "/editions/{}/figures/{}" ->
                Stream.of("alumni", "officials-trained").map(key -> "/editions/report/figures/" + key);
            case "/api/editions/{}/figures/{}/changes" ->
                Stream.of("alumni", "officials-trained").map(key -> "/api/editions/report/figures/" + key + "/changes");
            case "/api/{}/{}/facts" ->
                THINGS.entrySet().stream()
                        .filter(thing -> !Set.of("states", "projections").contains(thing.getKey()))
                        .flatMap(thing -> thing.getValue().stream()
                                .map(id -> "/api/" + thing.getKey() + "/" + id + "/facts?annulled=true"));
            case "/api/networks/{}/diff" -> Stream.of("/api/networks/lan/diff?asOf1=2012-06&knownAtPosition1=5");
            case "/api/evidence" -> Stream.of("/api/evidence?entityType=official");
            case "/ledger/tile/{}/{*number}" -> Stream.of("/ledger/tile/entries/000.p/8", "/ledger/tile/0/000.p/8");
            case "/ledger/consistency" -> Stream.of("/ledger/consistency?from=3");
            default -> ofThings(path);
        };
    }

    private static Stream<String> ofThings(String path) {
        if (!path.contains("{")) {
            return Stream.of(path, path + "?asOf=2016", path + "?verdict=true");
        }
        int collection = path.startsWith("/api/operations") ? 3 : path.startsWith("/api/") ? 2 : 1;
        List<String> ids = THINGS.get(path.split("/")[collection]);
        assertThat(ids).as("this test has no ids for " + path).isNotNull();
        return ids.stream()
                .map(id -> VARIABLE.matcher(path).replaceAll(id))
                .flatMap(address -> Stream.of(address, address + "?asOf=2016"));
    }

    /** By address and form, the status; with a mark where a person is in it. */
    private Map<String, String> walk(String role) {
        Map<String, String> answers = new TreeMap<>();
        addresses().forEach(address -> {
            for (String accept : List.of("application/json", "text/csv", "text/html", "*/*")) {
                HttpResponse<byte[]> answer = queries.get(address, "X-Roles", role, "Accept", accept);
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                String asked = accept + " " + address;
                boolean told = body.toLowerCase(java.util.Locale.ROOT).contains(PersonSample.CANARY)
                        && !(answer.statusCode() >= 400 && address.contains(PersonSample.CANARY));
                answers.put(asked, answer.statusCode() + (told ? " TOLD" : ""));
            }
        });
        return answers;
    }

    private static Set<String> telling(Map<String, String> answers) {
        Set<String> telling = new TreeSet<>();
        answers.forEach((asked, answer) -> {
            if (answer.endsWith("TOLD")) {
                telling.add(asked);
            }
        });
        return telling;
    }

    @Test
    void no_answer_names_a_person_to_who_sees_none_and_to_auditors_many_do() {
        Map<String, String> seen = walk("AUDITOR");
        assertThat(seen.values()).noneMatch(answer -> answer.startsWith("5"));
        assertThat(telling(seen))
                .contains(
                        "application/json /api/officials",
                        "text/csv /api/officials",
                        "application/json /api/seminars/s1",
                        "application/json /api/seminars/s1/enrollments",
                        "text/csv /api/seminars/s1/enrollments",
                        "application/json /api/networks/lan/focal-points",
                        "text/csv /api/networks/lan/focal-points",
                        "application/json /api/initiatives/nm-ar",
                        "application/json /api/figures/ALUMNI",
                        "application/json /api/figures/OFFICIALS_TRAINED",
                        "application/json /api/editions/report",
                        "application/json /api/editions/report/figures/alumni/changes",
                        "text/csv /api/editions/report/figures/alumni/changes",
                        "application/json /api/statements/st1/reconciliation",
                        "application/json /api/operations/dead-letters",
                        "application/json /api/history",
                        "text/html /",
                        "text/html /figures/ALUMNI",
                        "text/html /history",
                        "text/html /editions/report/figures/alumni",
                        "text/html /networks/lan",
                        "text/html /seminars/s1",
                        "text/html /initiatives/nm-ar",
                        "text/html /officials",
                        "text/html /officials/canary-ana",
                        "*/* /api/history/export",
                        "*/* /api/events",
                        "*/* /ledger/tile/entries/000.p/8");
        for (String role : List.of("DASHBOARD", "ADMIN")) {
            Map<String, String> answers = walk(role);
            assertThat(answers.values()).noneMatch(answer -> answer.startsWith("5"));
            Set<String> telling = telling(answers);
            telling.removeIf(asked -> role.equals("ADMIN") && asked.contains("/personal-data"));
            assertThat(telling).as("told to " + role).isEmpty();
            assertThat(answers)
                    .containsEntry("application/json /api/seminars/s1/enrollments", "200")
                    .containsEntry("text/csv /api/seminars/s1/enrollments", "200")
                    .containsEntry("application/json /api/figures/ALUMNI", "200")
                    .containsEntry("application/json /api/editions/report", "200")
                    .containsEntry("application/json /api/officials", "403")
                    .containsEntry("text/html /", "200")
                    .containsEntry("text/html /networks/lan", "200")
                    .containsEntry("text/html /editions/report", "200")
                    .containsEntry("text/html /editions/report/figures/alumni", "200")
                    .containsEntry("text/html /figures/definitions", "200")
                    .containsEntry("application/json /api/figures", "200")
                    .containsEntry("text/html /figures/ALUMNI", "200")
                    .containsEntry("text/html /seminars/s1", "200")
                    .containsEntry("text/html /initiatives/nm-ar", "200")
                    .containsEntry("text/html /institutions/ministry", "404")
                    .containsEntry("text/html /states/AR", "200")
                    .containsEntry("text/html /officials", "403")
                    .containsEntry("text/html /officials/canary-ana", "403")
                    .containsEntry("text/html /duplicate-officials", "403")
                    .containsEntry("text/html /history", "403");
        }
    }

    /** The access log and subject access have roles of their own. */
    @Test
    void every_field_that_is_named_like_something_of_an_official_is_marked() {
        Set<Class<?>> records = new LinkedHashSet<>();
        queries
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .map(HandlerMethod::getMethod)
                .filter(method -> !OWN_RULES.contains(method.getDeclaringClass().getPackageName()))
                .forEach(method -> collect(method.getGenericReturnType(), records));
        Set<String> unmarked = new TreeSet<>();
        int marked = 0;
        for (Class<?> type : records) {
            for (RecordComponent field : type.getRecordComponents()) {
                if (field.isAnnotationPresent(IdentifiesPerson.class)) {
                    marked++;
                } else if (OF_OFFICIALS.contains(field.getName()) && HOLD_IDS.contains(field.getType())) {
                    unmarked.add(type.getName() + "." + field.getName());
                }
            }
        }
        assertThat(unmarked).isEmpty();
        assertThat(marked).isGreaterThan(20);
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), records);
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, records));
        } else if (type instanceof Class<?> record && record.isRecord() && records.add(record)) {
            Stream.of(record.getRecordComponents()).forEach(field -> collect(field.getGenericType(), records));
        }
    }

    @Test
    void who_sees_no_persons_can_neither_filter_nor_sort_by_them() {
        for (String asked : List.of(
                "/api/seminars/s1/enrollments?official=canary-bea",
                "/api/seminars/s1/enrollments?sort=official",
                "/api/seminars/s1/enrollments?sort=official,desc",
                "/api/figures/ALUMNI?scope=official:canary-bea")) {
            assertThat(queries.get(asked, "X-Roles", "DASHBOARD").statusCode())
                    .as(asked)
                    .isEqualTo(403);
            assertThat(queries.get(asked).statusCode()).as(asked).isNotEqualTo(403);
        }
    }
}
