package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.testing.TestRun;
import tools.jackson.databind.JsonNode;

/**
 * Whoever states a number states the same: JSON, CSV and pages, of random histories, on random days, as known then and
 * now; and of members somebody who only walks through the dates. Repeat a failure with {@code -Dseed=…}.
 */
class OneAnswerTest {
    private static final List<String> STATES = List.of("AR", "BO", "CL", "PE", "UY");
    private static final int NETWORKS = TestRun.of(2, 3);
    private static final Map<String, String> FIGURES = Map.of(
            "MEMBER_STATES", "memberStates",
            "SEMINARS", "seminars",
            "PARTICIPATING_STATES", "participatingStates",
            "COMPLETIONS", "completions",
            "OFFICIALS_TRAINED", "officialsTrained",
            "ALUMNI", "alumni",
            "NATIONAL_INITIATIVES", "initiatives");

    private final Random random = new Random(TestRun.SEED);
    private final Client registry = RunningRegistry.shared().client();

    /** A spell as somebody reads it off a list; {@code until} may be null. */
    private record Spell(String state, String from, String until) {}

    private record Story(
            String address, String founded, String dissolved, List<Spell> spells, String programme, long since) {
        String scope() {
            return "network:" + address.replaceAll(".*/", "");
        }
    }

    @Test
    void every_surface_states_the_same_number() {
        for (int i = 0; i < NETWORKS; i++) {
            Story story = recorded();
            long known = RunningRegistry.shared().settle();
            for (int day = 0; day < TestRun.of(2, 3); day++) {
                compare(story, day(2009 + random.nextInt(12)), known);
            }
            long before = story.since() + 1 + random.nextInt((int) (known - story.since()));
            surfaces(story, day(2012 + random.nextInt(6)), before);
            months(story, known);
            lists(story, day(2012 + random.nextInt(6)), known);
            editions(story, day(2012 + random.nextInt(6)), known);
        }
    }

    /** Whoever is enrolled twice under two records is one person in the seminar's own numbers, and still on two seats. */
    @Test
    void a_seminar_counts_persons_as_the_figures_do() {
        String programme = Ids.next("programme");
        String seminar = Ids.next("seminar");
        registry.put(programme, "{'name': '" + named(programme) + "'}").expect(201);
        registry.put(
                        seminar,
                        "{'title': 'A Seminar', 'programme': '" + programme.replaceAll(".*/", "")
                                + "', 'edition': 'GLOBAL', 'mode': 'IN_PERSON', 'startsOn': '2014-05-05', 'capacity': 4,"
                                + " 'city': 'Oswiecim', 'state': 'PL', 'foundational': true}")
                .expect(201);
        List<String> records = new ArrayList<>();
        // The last one did not complete, nobody says that she came, and no other is of her state.
        for (String status : List.of("COMPLETED", "NOT_COMPLETED", "ATTENDED", "NOT_COMPLETED")) {
            String official = Ids.next("official");
            String state = records.size() == 3 ? "TG" : "GH";
            registry.put(official, "{'fullName': 'Invented Person', 'state': '" + state + "'}")
                    .expect(201);
            records.add(official);
            registry.post(
                            seminar + "/enrollments/record",
                            "{'official': '" + official.replaceAll(".*/", "") + "', 'status': '" + status + "'}")
                    .expect(201);
        }
        registry.post(
                        records.get(1) + "/merge",
                        "{'into': '" + records.get(0).replaceAll(".*/", "") + "', 'reason': 'one person'}")
                .expect(200);
        registry.post(seminar + "/conclude", "{}").expect(200);
        String point = "asOf=2015&knownAtPosition=" + RunningRegistry.shared().settle();
        JsonNode counted =
                registry.get(seminar + "?" + point).expect(200).json().get("counted");
        String scope = "?scope=programme:" + programme.replaceAll(".*/", "") + "&" + point;
        assertThat(counted.get("completed").asLong())
                .isEqualTo(possible("/api/figures/COMPLETIONS" + scope))
                .isEqualTo(1);
        assertThat(counted.get("enrollments").asLong())
                .isEqualTo(possible("/api/figures/ENROLLMENTS" + scope))
                .isEqualTo(3);
        assertThat(counted.get("participants").asLong()).isEqualTo(3);
        assertThat(counted.get("notCompleted").asLong()).isEqualTo(1);
        assertThat(counted.get("states").size()).isEqualTo((int) possible("/api/figures/PARTICIPATING_STATES" + scope));
        assertThat(page(seminar.substring("/api".length()) + "?" + point))
                .contains("<strong>3</strong> <span>of 4 seats taken", "One more is held by a second enrolment");
    }

    private String day(int year) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).toString();
    }

    private String date(int year) {
        return random.nextBoolean() ? Integer.toString(year) : day(year);
    }

    private Story recorded() {
        String network = Ids.next("network");
        String programme = Ids.next("programme");
        long since = RunningRegistry.shared().settle();
        String founded = date(2010 + random.nextInt(2));
        String dissolved = random.nextBoolean() ? null : date(2016 + random.nextInt(2));
        List<Spell> spells = new ArrayList<>();
        registry.put(network, "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '" + founded + "'}")
                .expect(201);
        for (String state : STATES) {
            Spell spell = new Spell(
                    state,
                    date(2012 + random.nextInt(2)),
                    random.nextBoolean() ? null : date(2014 + random.nextInt(2)));
            spells.add(spell);
            String membership = network + "/memberships/" + state.toLowerCase(java.util.Locale.ROOT) + "-member";
            registry.put(membership, "{'state': '" + state + "', 'kind': 'MEMBER', 'from': '" + spell.from() + "'}")
                    .expect(201);
            if (spell.until() != null) {
                registry.post(membership + "/withdraw", "{'on': '" + spell.until() + "'}")
                        .expect(200);
            }
        }
        if (dissolved != null) {
            registry.post(network + "/dissolve", "{'on': '" + dissolved + "'}").expect(200);
        }
        trained(programme);
        return new Story(network, founded, dissolved, spells, programme, since);
    }

    private void trained(String programme) {
        registry.put(programme, "{'name': '" + named(programme) + "'}").expect(201);
        List<String> officials = new ArrayList<>();
        for (String state : STATES) {
            String official = Ids.next("official");
            registry.put(official, "{'fullName': 'Invented Person', 'state': '" + state + "'}")
                    .expect(201);
            officials.add(official.replaceAll(".*/", ""));
        }
        for (int year = 2011; year < 2018; year += 2) {
            String seminar = Ids.next("seminar");
            String part = year < 2015 ? "'cycle': 'a-cycle', 'part': " + (year - 2009) / 2 + ", " : "";
            registry.put(
                            seminar,
                            "{'title': 'A Seminar', 'programme': '" + programme.replaceAll(".*/", "")
                                    + "', " + part + "'edition': 'GLOBAL', 'mode': 'IN_PERSON', 'startsOn': '"
                                    + date(year)
                                    + "', 'city': 'Oswiecim', 'state': 'PL', 'foundational': " + random.nextBoolean()
                                    + "}")
                    .expect(201);
            for (String official : officials) {
                if (random.nextBoolean()) {
                    registry.post(
                                    seminar + "/enrollments/record",
                                    "{'official': '" + official + "', 'status': 'COMPLETED'}")
                            .expect(201);
                }
            }
            if (random.nextBoolean()) {
                registry.post(seminar + "/report-figures", "{'participants': " + (3 + random.nextInt(6)) + "}")
                        .expect(200);
            }
            registry.post(seminar + "/conclude", "{}").expect(200);
        }
        registry.put(
                        Ids.next("initiative"),
                        "{'title': 'Advice', 'states': ['" + STATES.get(0) + "'], 'type': 'TECHNICAL_ASSISTANCE',"
                                + " 'launchedOn': '2012'}")
                .expect(201);
        for (int i = 0; i < 3; i++) {
            registry.put(
                            Ids.next("initiative"),
                            "{'title': 'A Law', 'states': ['" + STATES.get(i) + "'], 'type': 'LEGISLATION',"
                                    + " 'launchedOn': '" + date(2011 + random.nextInt(6)) + "'}")
                    .expect(201);
        }
    }

    private static String named(String address) {
        return "The one of " + address.replaceAll(".*/", "");
    }

    private static String point(String day, long position) {
        return "asOf=" + day + "&knownAtPosition=" + position;
    }

    private static String what(Story story, String day) {
        return "seed " + TestRun.SEED + ", " + story + " on " + day;
    }

    /** What was known by then, and what somebody reads off the lists, which know all. */
    private void compare(Story story, String day, long position) {
        byMembers(what(story, day), story, day, surfaces(story, day, position).get("MEMBER_STATES"));
    }

    private Map<String, JsonNode> surfaces(Story story, String day, long position) {
        String what = what(story, day) + " known at " + position;
        String point = point(day, position);
        JsonNode overview = registry.get("/api/overview?scope=" + story.scope() + "&" + point)
                .expect(200)
                .json();
        String page = page("/?scope=" + story.scope() + "&" + point);
        Map<String, JsonNode> figures = new LinkedHashMap<>();
        FIGURES.forEach((figure, name) -> {
            String asked = figure + "?scope=" + story.scope() + "&" + point;
            JsonNode counted = registry.get("/api/figures/" + asked).expect(200).json();
            figures.put(figure, counted);
            String minimum = counted.get("minimum").asString();
            assertThat(overview.get(name)).as("%s, %s", what, figure).isEqualTo(counted.get("possible"));
            assertThat(overview.at("/certain/" + name))
                    .as("%s, %s", what, figure)
                    .isEqualTo(counted.get("minimum"));
            csv(what + ", CSV of " + figure, "/api/figures/" + asked, counted);
            assertThat(found(page("/figures/" + asked), "<strong class=\"figure\">(\\d+)</strong>"))
                    .as("%s, page of %s", what, figure)
                    .isEqualTo(minimum);
            if (page.contains("/figures/" + figure + "?")) {
                assertThat(found(page, "(?s)/figures/" + figure + "\\?.*?<strong>(\\d+)</strong>"))
                        .as("%s, overview of %s", what, figure)
                        .isEqualTo(minimum);
            }
        });
        members(what, story, point, figures.get("MEMBER_STATES"));
        years(what, story, day, position);
        network(what, story, point, figures.get("NATIONAL_INITIATIVES"));
        return figures;
    }

    /** The rows add up to the figure: what is counted once is counted once, and no row is missing. */
    private void csv(String what, String figure, JsonNode counted) {
        Reply csv = registry.get(figure + "&size=500", "Accept", "text/csv").expect(200);
        assertThat(csv.header("Content-Type")).as(what).startsWith("text/csv");
        assertThat(csv.header("Link")).as(what).contains("rel=\"last\"");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0))
                .as(what)
                .startsWith("counts,count,certainCount,incomplete,entity,what,states,possible");
        assertThat(lines).as(what).hasSize(counted.get("total").asInt() + 1);
        Map<String, Long> possible = new LinkedHashMap<>();
        Map<String, Long> certain = new LinkedHashMap<>();
        boolean open = false;
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
            possible.merge(cells.get(0), Long.valueOf(cells.get(1)), Math::max);
            certain.merge(cells.get(0), Long.valueOf(cells.get(2)), Math::max);
            assertThat(cells.get(9))
                    .as(what)
                    .isEqualTo(Boolean.toString(cells.get(2).compareTo("0") > 0));
            open |= cells.get(3).equals("true");
        }
        assertThat(sum(possible)).as(what).isEqualTo(counted.get("possible").asLong());
        assertThat(sum(certain)).as(what).isEqualTo(counted.get("minimum").asLong());
        assertThat(open).as(what).isEqualTo(counted.get("maximum").isNull());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Its page lists the initiatives that count. */
    private void network(String what, Story story, String point, JsonNode figure) {
        String page = page(story.address().substring("/api".length()) + "?" + point);
        assertThat(Pattern.compile("<th scope=\"row\"><a href=\"/initiatives/")
                        .matcher(page)
                        .results())
                .as("%s, initiatives on the page", what)
                .hasSize(figure.get("possible").asInt());
    }

    /** Lists that have a number, or are as long as one. */
    private void lists(Story story, String day, long position) {
        String what = what(story, day);
        String point = point(day, position);
        JsonNode members = registry.get("/api/figures/MEMBER_STATES?scope=" + story.scope() + "&" + point)
                .expect(200)
                .json();
        List<String> networks = registry.get("/api/networks?size=500&" + point, "Accept", "text/csv")
                .expect(200)
                .body()
                .lines()
                .toList();
        List<String> header =
                Arrays.asList(networks.get(0).replace("\uFEFF", "").split(","));
        List<String> own = networks.stream()
                .filter(line -> line.startsWith(story.address().replaceAll(".*/", "") + ","))
                .map(line -> line.split(",", -1))
                .map(cells -> cells[header.indexOf("membersCertain")] + " of " + cells[header.indexOf("members")])
                .toList();
        assertThat(own)
                .as("%s, CSV of networks", what)
                .containsExactly(members.get("minimum").asString() + " of "
                        + members.get("possible").asString());
        long initiatives = possible("/api/figures/NATIONAL_INITIATIVES?" + point);
        String listed = "/api/initiatives?" + point + "&size=500";
        assertThat(registry.get(listed).expect(200).json().get("total").asLong())
                .as("%s, initiatives", what)
                .isEqualTo(initiatives);
        assertThat(csvRows(listed)).as("%s, CSV of initiatives", what).isEqualTo(initiatives);
        assertThat(Pattern.compile("<span class=\"count\">(\\d+)</span>")
                        .matcher(page("/initiatives?" + point))
                        .results()
                        .mapToLong(count -> Long.parseLong(count.group(1)))
                        .sum())
                .as("%s, board", what)
                .isEqualTo(initiatives);
        long held = possible(
                "/api/figures/SEMINARS?scope=programme:" + story.programme().replaceAll(".*/", "") + "&" + point);
        assertThat(found(
                        page("/programmes?q=" + named(story.programme()).replace(" ", "+") + "&" + point),
                        "<td class=\"number\">(\\d+)</td>"))
                .as("%s, programmes", what)
                .isEqualTo(Long.toString(held));
        Map<String, JsonNode> states = new LinkedHashMap<>();
        registry.get("/api/states?size=500&" + point)
                .expect(200)
                .items()
                .forEach(state -> states.put(state.get("code").asString(), state));
        String state = STATES.get(random.nextInt(STATES.size()));
        JsonNode one =
                registry.get("/api/states/" + state + "?" + point).expect(200).json();
        assertThat(one.get("initiatives").size())
                .as("%s, initiatives of %s", what, state)
                .isEqualTo(states.get(state).get("initiatives").asInt());
        List<String> numbers = Pattern.compile("<dd class=\"big\">(\\d+)</dd>")
                .matcher(page("/states/" + state + "?" + point))
                .results()
                .map(number -> number.group(1))
                .toList();
        String table = page("/states?" + point);
        List<String> line = Pattern.compile("(?s)<a href=\"/states/" + state
                        + "\\?[^>]*>[^<]*</a>.*?<td class=\"number\">(\\d+)</td><td class=\"number\">(\\d+)</td>")
                .matcher(table.substring(table.indexOf("<table>")))
                .results()
                .flatMap(numbered -> java.util.stream.Stream.of(numbered.group(1), numbered.group(2)))
                .toList();
        assertThat(List.of(numbers.get(1), numbers.get(3)))
                .as("%s, hosted and launched by %s", what, state)
                .isEqualTo(line);
    }

    /** As pinned and as known today, in the answer and on the page. */
    private void editions(Story story, String day, long position) {
        String edition = Ids.next("edition");
        List<String> pinned = FIGURES.keySet().stream()
                .filter(figure -> !figure.equals("COMPLETIONS"))
                .map(figure ->
                        "{'key': '" + figure.toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                                + "', 'label': '" + figure + "', 'metric': '" + figure + "', 'scope': '" + story.scope()
                                + "', 'asOf': '" + day + "'}")
                .toList();
        registry.put(edition, "{'title': 'An edition', 'figures': [" + String.join(",", pinned) + "]}")
                .expect(201);
        RunningRegistry.shared().settle();
        String page = page(edition.substring("/api".length()));
        for (JsonNode figure : registry.get(edition).expect(200).json().get("figures")) {
            String metric = figure.get("metric").asString();
            JsonNode counted = registry.get(
                            "/api/figures/" + metric + "?scope=" + story.scope() + "&" + point(day, position))
                    .expect(200)
                    .json();
            for (String known : List.of("pinned", "today")) {
                for (String number : List.of("minimum", "maximum", "possible")) {
                    assertThat(figure.at("/" + known + "/" + number))
                            .as("%s, %s %s of %s", what(story, day), known, number, metric)
                            .isEqualTo(counted.get(number));
                }
            }
            String minimum = counted.get("minimum").asString();
            JsonNode maximum = counted.get("maximum");
            String shown = maximum.isNull()
                    ? minimum + "+"
                    : maximum.asString().equals(minimum) ? minimum : minimum + "–" + maximum.asString();
            assertThat(found(page, "(?s)>" + metric + "</a>.*?<td class=\"number\">([0-9+–]+)</td>"))
                    .as("%s, edition's page, %s", what(story, day), metric)
                    .isEqualTo(shown);
        }
    }

    private long csvRows(String address) {
        return registry.get(address, "Accept", "text/csv")
                        .expect(200)
                        .body()
                        .lines()
                        .count()
                - 1;
    }

    private void members(String what, Story story, String point, JsonNode figure) {
        JsonNode network =
                registry.get(story.address() + "?" + point).expect(200).json();
        assertThat(network.get("members")).as(what).isEqualTo(figure.get("possible"));
        assertThat(network.get("membersCertain")).as(what).isEqualTo(figure.get("minimum"));
        assertThat(found(page(story.address().substring("/api".length()) + "?" + point), MEMBERS))
                .as(what)
                .isEqualTo(figure.get("minimum").asString());
    }

    private static void byMembers(String what, Story story, String day, JsonNode figure) {
        LocalDate on = LocalDate.parse(day);
        assertThat(figure.get("possible").asLong())
                .as(what)
                .isEqualTo(story.spells().stream()
                        .filter(spell -> !first(spell.from()).isAfter(on)
                                && !first(story.founded()).isAfter(on)
                                && isBefore(on, spell.until(), true)
                                && isBefore(on, story.dissolved(), true))
                        .count());
        assertThat(figure.get("minimum").asLong())
                .as(what)
                .isEqualTo(story.spells().stream()
                        .filter(spell -> !last(spell.from()).isAfter(on)
                                && !last(story.founded()).isAfter(on)
                                && isBefore(on, spell.until(), false)
                                && isBefore(on, story.dissolved(), false))
                        .count());
    }

    private static final String MEMBERS = "/figures/MEMBER_STATES\\?[^>]*>(\\d+)</a>";

    /** The activity of all years until the day adds up to the figure; as JSON and as CSV. */
    private void years(String what, Story story, String day, long position) {
        String asked = story.address() + "/activity?from=2000&to=" + day + "&size=100&knownAtPosition=" + position;
        String end = "?scope=" + story.scope() + "&asOf=" + day + "&knownAtPosition=" + position;
        List<JsonNode> lines = registry.get(asked).expect(200).items();
        Reply csv = registry.get(asked, "Accept", "text/csv").expect(200);
        List<String> rows = csv.body().lines().toList();
        List<String> header = Arrays.asList(rows.get(0).replace("\uFEFF", "").split(","));
        for (String column : List.of("members", "membersCertain")) {
            assertThat(rows.get(rows.size() - 1).split(",")[header.indexOf(column)])
                    .as("%s, %s", what, column)
                    .isEqualTo(lines.get(lines.size() - 1).get(column).asString());
        }
        Map<String, String> columns =
                Map.of("SEMINARS", "seminars", "COMPLETIONS", "completions", "NATIONAL_INITIATIVES", "initiatives");
        columns.forEach((figure, column) -> assertThat(sum(lines, column))
                .as("%s, %s by year", what, figure)
                .isEqualTo(possible("/api/figures/" + figure + end)));
        columns.forEach((figure, column) -> assertThat(sum(lines, column + "Certain"))
                .as("%s, %s by year, certain", what, figure)
                .isEqualTo(registry.get("/api/figures/" + figure + end)
                        .expect(200)
                        .json()
                        .get("minimum")
                        .asLong()));
        assertThat(sum(lines, "admitted") - sum(lines, "withdrawn"))
                .as("%s, admitted less withdrawn", what)
                .isEqualTo(lines.get(lines.size() - 1).get("members").asLong());
        assertThat(lines.get(lines.size() - 1).get("members").asLong())
                .as(what)
                .isEqualTo(possible("/api/figures/MEMBER_STATES" + end));
    }

    /** What is new in the months of some years is what is new in the years. */
    private void months(Story story, long position) {
        String asked = story.address() + "/activity?from=2012&to=2016&size=500&knownAtPosition=" + position;
        List<JsonNode> years = registry.get(asked).expect(200).items();
        List<JsonNode> months =
                registry.get(asked + "&interval=month").expect(200).items();
        for (String column : List.of("admitted", "withdrawn", "meetings", "seminars", "completions", "initiatives")) {
            assertThat(sum(months, column))
                    .as("%s by month of %s, seed %d", column, story, TestRun.SEED)
                    .isEqualTo(sum(years, column));
        }
    }

    private static long sum(List<JsonNode> lines, String column) {
        return lines.stream().mapToLong(line -> line.get(column).asLong()).sum();
    }

    private long possible(String figure) {
        return registry.get(figure).expect(200).json().get("possible").asLong();
    }

    private String page(String address) {
        return registry.get(address, "Accept", "text/html", "Accept-Language", "en")
                .expect(200)
                .body()
                .replace("&amp;", "&");
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static LocalDate first(String date) {
        return LocalDate.parse(date.length() == 4 ? date + "-01-01" : date);
    }

    private static LocalDate last(String date) {
        return LocalDate.parse(date.length() == 4 ? date + "-12-31" : date);
    }

    private static boolean isBefore(LocalDate day, String until, boolean perhaps) {
        return until == null || day.isBefore(perhaps ? last(until) : first(until));
    }
}
