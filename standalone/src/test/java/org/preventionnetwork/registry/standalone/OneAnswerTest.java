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
import tools.jackson.databind.JsonNode;

/**
 * Whoever states a number states the same: JSON, CSV and pages, of random histories, on random days, as known then and
 * now; and of members somebody who only walks through the dates. Repeat a failure with {@code -Dseed=…}.
 */
class OneAnswerTest {
    private static final List<String> STATES = List.of("AR", "BO", "CL", "PE", "UY");
    private static final int NETWORKS = 3;
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

    private record Story(String address, String founded, String dissolved, List<Spell> spells) {
        String scope() {
            return "network:" + address.replaceAll(".*/", "");
        }
    }

    @Test
    void every_surface_states_the_same_number() {
        for (int i = 0; i < NETWORKS; i++) {
            Story story = recorded();
            long known = RunningRegistry.shared().settle();
            for (int day = 0; day < 4; day++) {
                compare(story, day(2009 + random.nextInt(12)), known);
            }
        }
    }

    private String day(int year) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).toString();
    }

    private String date(int year) {
        return random.nextBoolean() ? Integer.toString(year) : day(year);
    }

    private Story recorded() {
        String network = Ids.next("network");
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
        trained(network);
        return new Story(network, founded, dissolved, spells);
    }

    private void trained(String network) {
        String programme = Ids.next("programme");
        registry.put(programme, "{'name': 'A Programme'}").expect(201);
        List<String> officials = new ArrayList<>();
        for (String state : STATES) {
            String official = Ids.next("official");
            registry.put(official, "{'fullName': 'Invented Person', 'state': '" + state + "'}")
                    .expect(201);
            officials.add(official.replaceAll(".*/", ""));
        }
        for (int year = 2011; year < 2018; year += 2) {
            String seminar = Ids.next("seminar");
            registry.put(
                            seminar,
                            "{'title': 'A Seminar', 'programme': '" + programme.replaceAll(".*/", "")
                                    + "', 'edition': 'GLOBAL', 'mode': 'IN_PERSON', 'startsOn': '" + date(year)
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
        for (int i = 0; i < 3; i++) {
            registry.put(
                            Ids.next("initiative"),
                            "{'title': 'A Law', 'states': ['" + STATES.get(i) + "'], 'type': 'LEGISLATION',"
                                    + " 'launchedOn': '" + date(2011 + random.nextInt(6)) + "'}")
                    .expect(201);
        }
    }

    private void compare(Story story, String day, long position) {
        String what = "seed " + TestRun.SEED + ", " + story + " on " + day;
        String point = "asOf=" + day + "&knownAtPosition=" + position;
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
            assertThat(found(page("/figures/" + asked), "<strong class=\"figure\">(\\d+)</strong>"))
                    .as("%s, page of %s", what, figure)
                    .isEqualTo(minimum);
            if (page.contains("/figures/" + figure + "?")) {
                assertThat(found(page, "(?s)/figures/" + figure + "\\?.*?<strong>(\\d+)</strong>"))
                        .as("%s, overview of %s", what, figure)
                        .isEqualTo(minimum);
            }
        });
        members(what, story, day, point, figures.get("MEMBER_STATES"));
        years(what, story, day, position, figures);
    }

    private void members(String what, Story story, String day, String point, JsonNode figure) {
        JsonNode network =
                registry.get(story.address() + "?" + point).expect(200).json();
        assertThat(network.get("members")).as(what).isEqualTo(figure.get("possible"));
        assertThat(network.get("membersCertain")).as(what).isEqualTo(figure.get("minimum"));
        assertThat(found(page(story.address().substring("/api".length()) + "?" + point), MEMBERS))
                .as(what)
                .isEqualTo(figure.get("minimum").asString());
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
    private void years(String what, Story story, String day, long position, Map<String, JsonNode> figures) {
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
        assertThat(sum(lines, "admitted") - sum(lines, "withdrawn"))
                .as("%s, admitted less withdrawn", what)
                .isEqualTo(lines.get(lines.size() - 1).get("members").asLong());
        assertThat(lines.get(lines.size() - 1).get("members").asLong())
                .as(what)
                .isEqualTo(possible("/api/figures/MEMBER_STATES" + end));
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
