package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.officials.OfficialCommand.EraseOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Whoever records something of a person sees of whom: by name, state and status, in words, on every form there is; and
 * the access log has it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class FormsAboutPersonsTest {
    private static final String ANA = "wh-0001";
    private static final String NAME = "Wanda Whomsoever";
    private static final String TWIN = "wh-0002";
    private static final String OTHER = "Xenia Otherwise";
    private static final String SEMINAR = "/api/seminars/wh-seminar";
    private static final Map<String, String> NAMED = Map.of(
            "networkId", "wh-network",
            "seminarId", "wh-seminar",
            "initiativeId", "wh-initiative",
            "officialId", ANA,
            "enrollmentId", "wh-enrolment",
            "seatId", "wh-seat");
    private static final Map<String, List<String>> WORDS = Map.of(
            "en", List.of("Peru", "Accepted", "Not an alumnus"),
            "es", List.of("Perú", "Aceptado", "No es egresado"),
            "fr", List.of("Pérou", "Accepté", "Pas un ancien"),
            "pt", List.of("Peru", "Aceito", "Não é egresso"));

    private final Client registry = RunningRegistry.shared().client();
    private final Client recorder = registry.as("wh-recorder", "who is it about");
    private final Map<String, Set<String>> facts = new TreeMap<>();

    @BeforeAll
    void record_somebody_everywhere() {
        registry.put("/api/accounts/wh-recorder", "{'password': 'who is it about', 'roles': ['SECRETARIAT']}")
                .expect(201);
        registry.put("/api/programmes/wh-programme", "{'name': 'A programme', 'establishedOn': '2008'}")
                .expect(201);
        registry.put("/api/institutions/wh-museum", "{'name': 'Museum of Whom', 'kind': 'MUSEUM', 'state': 'PE'}")
                .expect(201);
        register(ANA, NAME, "PE");
        register(TWIN, OTHER, "CL");
        registry.put(
                        SEMINAR,
                        "{'title': 'A seminar of somebody', 'programme': 'wh-programme', 'edition': 'GLOBAL',"
                                + " 'startsOn': '2031-03'}")
                .expect(201);
        registry.put(SEMINAR + "/enrollments/wh-enrolment", "{'official': '" + ANA + "', 'on': '2024-02'}")
                .expect(201);
        registry.put(SEMINAR + "/enrollments/wh-other", "{'official': '" + TWIN + "', 'on': '2024-02'}")
                .expect(201);
        registry.post(SEMINAR + "/enrollments/wh-enrolment/accept", "{'on': '2024-03-01'}")
                .expect(200);
        registry.post(SEMINAR + "/assign-instructor", "{'official': '" + ANA + "'}")
                .expect(200);
        registry.put("/api/networks/wh-network", "{'name': 'A network', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        registry.put(
                        "/api/networks/wh-network/focal-points/wh-seat",
                        "{'state': 'PE', 'institution': 'wh-museum', 'official': '" + ANA + "', 'from': '2016'}")
                .expect(201);
        registry.put(
                        "/api/initiatives/wh-initiative",
                        "{'title': 'An initiative', 'states': ['PE'], 'type': 'LEGISLATION', 'launchedOn': '2015'}")
                .expect(201);
        registry.post("/api/initiatives/wh-initiative/name-contributor", "{'official': '" + ANA + "'}")
                .expect(200);
        RunningRegistry.shared().settle();
        for (String entity : List.of(
                "seminars/wh-seminar", "networks/wh-network", "initiatives/wh-initiative", "officials/" + ANA)) {
            for (JsonNode fact :
                    registry.get("/api/" + entity + "/facts").expect(200).items()) {
                boolean about = entity.startsWith("officials/")
                        || fact.get("fields").toString().contains(ANA)
                        || List.of("wh-enrolment", "wh-seat")
                                .contains(fact.get("subject").asString());
                if (about) {
                    facts.computeIfAbsent(entity.split("/")[0], collection -> new LinkedHashSet<>())
                            .add(fact.get("factId").asString());
                }
            }
        }
    }

    private void register(String id, String name, String state) {
        registry.put(
                        "/api/officials/" + id,
                        "{'fullName': '" + name + "', 'state': '" + state + "', 'institution': 'wh-museum',"
                                + " 'position': 'Curator', 'from': '2020~'}")
                .expect(201);
    }

    /** By address, whether it is about an enrolment. Only what records, and nothing that is about nobody. */
    private Map<String, Boolean> forms() {
        Map<String, Boolean> forms = new LinkedHashMap<>();
        Endpoint.of(RunningRegistry.shared()).stream()
                .map(endpoint -> Map.entry(
                        endpoint.path().split("/").length > 2 ? endpoint.path().split("/")[2] : "", endpoint))
                .filter(one -> one.getValue().command() != null)
                .filter(one -> !Set.of(RegisterOfficial.class, EraseOfficial.class)
                        .contains(one.getValue().command()))
                .forEach(one -> forms(one.getKey(), one.getValue().command(), forms));
        return forms;
    }

    private void forms(String collection, Class<?> command, Map<String, Boolean> forms) {
        String address = "/record/" + collection + "/"
                + command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                + "?";
        Map<String, String> given = new LinkedHashMap<>();
        boolean about = collection.equals("officials");
        boolean enrolment = false;
        for (RecordComponent field : command.getRecordComponents()) {
            String name = field.getName();
            boolean chosen = name.equals("enrollmentId") || name.equals("seatId");
            if (field.getType() == OfficialId.class && !name.equals("officialId")) {
                given.put(name, ANA);
                about = true;
            } else if (NAMED.containsKey(name) && !(chosen && isMade(command))) {
                given.put(name, NAMED.get(name));
                about |= chosen;
                enrolment |= name.equals("enrollmentId");
            }
        }
        if (command.getSimpleName().endsWith("Fact")) {
            for (String fact : facts.getOrDefault(collection, Set.of())) {
                forms.put(address + query(given) + "&factId=" + fact, false);
            }
        } else if (about) {
            forms.put(address + query(given), enrolment);
        }
    }

    /** A new enrolment or seat has an id of its own. */
    private static boolean isMade(Class<?> command) {
        return command.getSimpleName().matches("NominateOfficial|RecordEnrollment|DesignateFocalPoint");
    }

    private static String query(Map<String, String> given) {
        return given.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }

    @Test
    void every_form_about_a_person_says_who_it_is_and_each_naming_is_in_the_access_log() {
        Map<String, Boolean> forms = forms();
        assertThat(forms.keySet().stream().map(form -> form.replaceFirst("\\?.*", "")))
                .contains(
                        "/record/seminars/accept-enrollment",
                        "/record/seminars/withdraw-enrollment",
                        "/record/seminars/annul-enrollment",
                        "/record/seminars/correct-enrollment",
                        "/record/seminars/nominate-official",
                        "/record/seminars/assign-instructor",
                        "/record/seminars/annul-fact",
                        "/record/networks/designate-focal-point",
                        "/record/networks/annul-focal-point",
                        "/record/networks/correct-fact",
                        "/record/initiatives/name-contributor",
                        "/record/initiatives/annul-fact",
                        "/record/officials/merge-official",
                        "/record/officials/unmerge-official",
                        "/record/officials/correct-fact",
                        "/record/officials/annul-fact");
        List<String> wrong = new ArrayList<>();
        Map<String, String> answers = new LinkedHashMap<>();
        forms.forEach((form, enrolment) -> WORDS.forEach((language, words) -> {
            Reply page = recorder.get(form, "Accept-Language", language);
            String whom = page.body()
                    .replaceFirst("(?s).*<section class=\"whom\"", "")
                    .replaceFirst("(?s)</section>.*", "");
            Stream<String> expected = Stream.of(NAME, words.get(0), words.get(2), enrolment ? words.get(1) : NAME);
            if (page.status() != 200 || whom.length() > 3000 || !expected.allMatch(whom::contains)) {
                wrong.add(language + " " + form + " " + page.status());
            }
            answers.put(page.header("X-Correlation-Id"), form);
        }));
        assertThat(wrong).isEmpty();
        Set<String> logged = new LinkedHashSet<>();
        for (int at = 0; logged.size() < answers.size() && at < 20; at++) {
            registry.get("/api/access-log?actor=wh-recorder&kind=FORM&official=" + ANA + "&size=500&page=" + at)
                    .expect(200)
                    .items()
                    .forEach(row -> logged.add(row.get("correlationId").asString()));
        }
        assertThat(answers).hasSizeGreaterThan(60);
        assertThat(logged).containsAll(answers.keySet());
    }

    @Test
    void what_is_found_previewed_and_told_after_saving_names_the_person_and_is_logged() {
        Reply found = recorder.get(
                        "/record/find?kind=enrollments&of=seminar:wh-seminar&q=wanda", "Accept-Language", "es")
                .expect(200);
        assertThat(found.body()).contains(NAME, "Perú", "wh-enrolment").doesNotContain(OTHER, ANA, "ACCEPTED");
        isLogged(found);
        assertThat(recorder.get("/record/find?kind=enrollments&of=seminar:wh-seminar&q=")
                        .body())
                .contains(NAME, OTHER);
        Reply seats = recorder.get("/record/find?kind=focal-points&of=network:wh-network&q=Whomsoever")
                .expect(200);
        assertThat(seats.body()).contains(NAME, "Peru", "wh-seat");
        isLogged(seats);

        Reply preview = recorder.post(
                        "/record/seminars/annul-enrollment/preview",
                        "{'path': {'seminarId': 'wh-seminar', 'enrollmentId': 'wh-enrolment'}, 'body': {'reason': 'twice'}}")
                .expect(200);
        assertThat(preview.body()).contains(NAME, "Accepted").doesNotContain(ANA);
        isLogged(preview);

        JsonNode accepted = registry.get("/api/history?entity=seminar:wh-seminar&type=seminar.EnrollmentAccepted")
                .items()
                .get(0);
        Reply told = recorder.get(
                        "/record/told?event=" + accepted.get("eventId").asString(), "Accept-Language", "pt")
                .expect(200);
        assertThat(told.json().get(0).get("summary").asString()).contains(NAME).doesNotContain(ANA);
        assertThat(told.json().get(0).get("persons").get(0).asString()).contains(NAME, "Peru", "Aceito");
        isLogged(told);
        Reply chosen = recorder.get("/record/find?kind=officials&q=" + ANA, "Accept-Language", "en")
                .expect(200);
        assertThat(chosen.body()).contains(NAME, "Peru");
        isLogged(chosen);

        String event = accepted.get("eventId").asString();
        assertThat(recorder.get("/record/told?event=" + event + "&event=" + event)
                        .expect(200)
                        .body())
                .as("of several at once")
                .contains(NAME);
        assertThat(recorder.get("/record/told?event=there-is-none").expect(200).body())
                .isEqualTo("[]");
    }

    private void isLogged(Reply reply) {
        isLogged(reply, ANA);
    }

    private void isLogged(Reply reply, String official) {
        assertThat(registry.get("/api/access-log?actor=wh-recorder&official=" + official + "&size=500").items().stream()
                        .map(row -> row.get("correlationId").asString()))
                .contains(reply.header("X-Correlation-Id"));
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void who_only_administers_sees_the_id_and_why_and_who_sees_names_sees_whom_an_erasure_is_of() {
        registry.put("/api/accounts/wh-admin", "{'password': 'who is it about', 'roles': ['ADMIN']}");
        Client admin = registry.as("wh-admin", "who is it about");
        String seen = admin.get("/erasure?official=" + ANA).expect(200).body();
        assertThat(seen)
                .contains(ANA, "You see no names", "/api/officials/" + ANA + "/personal-data")
                .doesNotContain(NAME);
        assertThat(registry.get("/api/access-log?actor=wh-admin").items()).isEmpty();
        Reply named = registry.get("/erasure?official=" + ANA).expect(200);
        assertThat(named.body()).contains(NAME, "Peru", "Not an alumnus").doesNotContain("You see no names");
        assertThat(named.header("X-Correlation-Id")).isNotEmpty();
        assertThat(registry.get("/erasure?official=there-is-none").expect(200).body())
                .contains("No record has this id", "value=\"there-is-none\"")
                .doesNotContain("data-deed=\"/api/officials");
        assertThat(registry.get("/erasure?official=No+such").expect(200).body()).contains("No record has this id");
        assertThat(admin.get("/record/seminars/annul-enrollment?seminarId=wh-seminar&enrollmentId=wh-enrolment")
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/record/told?event=x").status()).isEqualTo(403);
        assertThat(seen).doesNotContain("erasure-find");
        assertThat(admin.post("/erasure/find", "{'q': 'Wanda'}").expect(200).body())
                .as("who only administers finds nobody")
                .isEqualTo("[]");
        assertThat(recorder.post("/erasure/find", "{'q': 'Wanda'}").status()).isEqualTo(403);
        assertThat(recorder.get("/officials/" + ANA).expect(200).body()).doesNotContain("/erasure?official=");
    }

    @Test
    void who_administers_and_sees_names_finds_whose_data_to_erase_by_name_and_from_the_persons_page() {
        registry.put("/api/accounts/wh-both", "{'password': 'who is it about', 'roles': ['ADMIN', 'SECRETARIAT']}")
                .expect(201);
        try (Visitor visitor = new Visitor(registry)) {
            Page page = visitor.open(Visitor.desk(), "wh-both", "who is it about");
            visitor.visit(page, "/officials/" + ANA);
            Visitor.follow(page, page.locator("a[href='/erasure?official=" + ANA + "']"));
            assertThat(page.innerText(".whom")).contains(NAME, "Peru");
            visitor.visit(page, "/erasure");
            page.fill("#q", "nobody of this name");
            page.click("#erasure-find button");
            page.waitForSelector("#erasure-find .message.bad");
            page.fill("#q", NAME.split(" ")[0]);
            page.click("#erasure-find button");
            page.waitForSelector("#erasure-find li a");
            assertThat(page.innerText("#erasure-find li")).contains(NAME, "Peru");
            assertThat(page.url()).endsWith("/erasure");
            visitor.accessible(page);
            visitor.shoot(page, "erasure-found");
            Visitor.follow(page, page.locator("#erasure-find li a").first());
            assertThat(page.url()).endsWith("/erasure?official=" + ANA);
            assertThat(page.innerText(".whom")).contains(NAME);
            visitor.leave();
        }
        assertThat(registry.get("/api/access-log?actor=wh-both&official=" + ANA + "&kind=SEARCH")
                        .items())
                .isNotEmpty();
    }

    @Test
    void the_wrong_enrolment_is_not_withdrawn_unnoticed_and_the_browser_keeps_no_name() {
        try (Visitor visitor = new Visitor(registry)) {
            Page page = visitor.open(Visitor.desk(), "wh-recorder", "who is it about");
            visitor.visit(page, "/record/seminars/withdraw-enrollment?seminarId=wh-seminar&enrollmentId=wh-other");
            assertThat(page.innerText(".whom")).contains(OTHER, "Chile", "Nominated");
            visitor.shoot(page, "record-whom");
            visitor.accessible(page);
            page.fill("#f-on", "2024-05");
            page.evaluate(
                    "() => addEventListener('pagehide', () => localStorage.setItem('kept', sessionStorage.getItem('recorded')))");
            Visitor.follow(page, "form.record .save button");
            page.waitForURL(url -> url.contains("/seminars/wh-seminar?atLeastPosition"));
            page.waitForSelector("#flash strong");
            assertThat(page.innerText("#flash"))
                    .contains(OTHER, "Chile", "Withdrawn")
                    .doesNotContain(TWIN);
            assertThat((String) page.evaluate("() => localStorage.getItem('kept')"))
                    .contains("eventId")
                    .doesNotContain("Xenia", TWIN);
            assertThat(page.url()).doesNotContain("Xenia");
            visitor.shoot(page, "record-whom-saved");
            visitor.leave();
        }
    }

    @Test
    void who_moves_up_is_named_before_a_withdrawal_is_recorded_and_after_and_kept_nowhere() {
        String seminar = "/api/seminars/wh-full";
        registry.put(
                        seminar,
                        "{'title': 'A full seminar', 'programme': 'wh-programme', 'edition': 'GLOBAL',"
                                + " 'startsOn': '2031-04', 'capacity': 1}")
                .expect(201);
        registry.put(seminar + "/enrollments/wh-seated", "{'official': '" + ANA + "', 'on': '2024-02'}")
                .expect(201);
        registry.put(seminar + "/enrollments/wh-waiting", "{'official': '" + TWIN + "', 'on': '2024-02'}")
                .expect(201);
        registry.post(seminar + "/enrollments/wh-seated/accept", "{'on': '2024-03'}")
                .expect(200);
        registry.post(seminar + "/enrollments/wh-waiting/waitlist", "{'on': '2024-03'}")
                .expect(200);
        RunningRegistry.shared().settle();
        String path = "{'path': {'seminarId': 'wh-full', 'enrollmentId': '%s'}, 'body': {'on': '2024-05'}}";
        Reply follows = recorder.post(
                        "/record/seminars/withdraw-enrollment/follows",
                        path.formatted("wh-seated"),
                        "Accept-Language",
                        "es")
                .expect(200);
        assertThat(follows.body())
                .contains("Promovidos desde la lista de espera", OTHER)
                .doesNotContain(TWIN);
        isLogged(follows, TWIN);
        assertThat(recorder.post("/record/seminars/withdraw-enrollment/follows", path.formatted("wh-waiting"))
                        .expect(200)
                        .body())
                .as("who has no seat gives up none")
                .isEqualTo("[]");
        try (Visitor visitor = new Visitor(registry)) {
            Page page = visitor.open(Visitor.desk(), "wh-recorder", "who is it about");
            visitor.visit(page, "/record/seminars/withdraw-enrollment?seminarId=wh-full&enrollmentId=wh-seated");
            page.click("form.record .save button");
            page.waitForSelector("#record-follows li");
            assertThat(page.innerText("#record-follows")).contains("Promoted from the waiting list: " + OTHER);
            assertThat(page.innerText("#record-check")).contains("save again");
            visitor.shoot(page, "record-follows");
            visitor.accessible(page);
            page.evaluate(
                    "() => addEventListener('pagehide', () => localStorage.setItem('kept', sessionStorage.getItem('recorded')))");
            Visitor.follow(page, "form.record .save button");
            page.waitForURL(url -> url.contains("/seminars/wh-full?atLeastPosition"));
            page.waitForSelector("#flash p + p");
            assertThat(page.innerText("#flash")).contains("Promoted from the waiting list: " + OTHER);
            assertThat((String) page.evaluate("() => localStorage.getItem('kept')"))
                    .doesNotContain("Xenia", OTHER);
            visitor.leave();
        }
        assertThat(recorder.post(
                                "/record/seminars/cancel-seminar/follows",
                                "{'path': {'seminarId': 'wh-full'}, 'body': {'on': '2024-06'}}")
                        .expect(200)
                        .body())
                .contains("Enrolments closed with it (1)", OTHER);
    }
}
