package org.preventionnetwork.registry.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.personal.SealedEvents;
import org.preventionnetwork.registry.query.TestQuerySide;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.history.RandomHappenings.Optional;
import org.preventionnetwork.registry.query.personal.CallerOfTheTest;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * Opens all pages of made-up histories: one of every kind of fact, without any field that may be absent, with all of
 * them, without each of them alone, and with some; corrected, annulled and supported at random.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomPagesTest {
    private static final long SEED = TestRun.SEED;
    private static final int LATER = 12;
    private static final Map<String, ?> WHO = Map.of("actor", "carla", "role", "SECRETARIAT");
    private static final Pattern UNREAD = Pattern.compile("(?s)<(script|style|code|pre)\\b.*?</\\1>");
    private static final Pattern SHOWN = Pattern.compile(">([^<]+)<|(?:aria-label|title)=\"([^\"]*)\"");
    private static final Pattern FOR_MAKERS = Pattern.compile("\\?\\?|Optional\\[|\\bnull\\b|\\bNaN\\b"
            + "|\\b[A-Z]\\w+\\[\\w+=|@[0-9a-f]{6,8}\\b|\\$\\{|#\\{|\\b[A-Z]{3,}_[A-Z_]+\\b");

    private final Map<String, String> faults = new TreeMap<>();
    private TestQuerySide queries;
    private long head;

    @BeforeAll
    void record_histories() throws SQLException {
        queries = TestQuerySide.start(Map.of(), CallerOfTheTest.class);
        queries.registry.sealing(queries.part("sealedEvents", SealedEvents.class));
        Random random = new Random(SEED);
        List<RandomHappenings> later = new ArrayList<>();
        for (Class<? extends RegistryEvent> vocabulary : EventCatalogue.VOCABULARIES) {
            for (Optional optional : Optional.values()) {
                RandomHappenings one = new RandomHappenings(random, vocabulary, optional.ordinal() + 1, optional);
                one.kinds().stream()
                        .filter(kind -> kind != OfficialErased.class)
                        .forEach(kind -> record(one.fact(kind)));
                if (optional == Optional.PRESENT) {
                    one.kinds().stream()
                            .skip(1)
                            .filter(kind -> kind != OfficialErased.class)
                            .forEach(kind -> RandomHappenings.optionalFields(kind)
                                    .forEach(field -> record(one.factWithout(kind, field))));
                }
                later.add(one);
            }
        }
        for (int i = 0; i < LATER; i++) {
            later.forEach(one -> record(one.next()));
        }
        head = queries.registry.positions.head();
        queries.ledger.sign();
        queries.registry.caughtUp();
    }

    private void record(Change change) {
        if (!(change.at().event() instanceof OfficialErased)) {
            queries.registry.record(change.at().event(), WHO);
        }
    }

    @AfterAll
    void stop() {
        queries.close();
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/?scope=network:one-1",
                "/?scope=programme:one-2",
                "/networks",
                "/seminars",
                "/seminars?view=calendar&year=2012",
                "/officials",
                "/officials?q=geheimnis1",
                "/duplicate-officials",
                "/initiatives",
                "/institutions",
                "/programmes",
                "/states",
                "/statements",
                "/editions",
                "/history"));
        for (FigureName figure : FigureName.values()) {
            pages.add("/figures/" + figure);
            pages.add("/figures/" + figure + "?scope=network:one-3");
        }
        for (EntityType type : EntityType.values()) {
            for (int number = 1; number <= 3; number++) {
                pages.add("/" + type.collection() + "/one-" + number);
                pages.add("/history?entity=" + type.prefix() + ":one-" + number);
            }
        }
        for (int number = 1; number <= 3; number++) {
            pages.add("/networks/one-" + number + "/compare?asOf1=2012&asOf2=2015&knownAtPosition1=" + head / 2);
            pages.add("/editions/one-" + number + "/figures/key");
        }
        queries.registry
                .jdbc
                .queryForList("SELECT DISTINCT state FROM read.membership ORDER BY 1 LIMIT 4", String.class)
                .forEach(state -> pages.add("/states/" + state));
        queries.registry
                .jdbc
                .queryForList(
                        "SELECT event_id FROM ledger.entry WHERE position % 3 = 0 ORDER BY position", String.class)
                .forEach(event -> pages.add("/history/" + event));
        return pages;
    }

    @Test
    void none_fails_and_none_shows_what_only_its_makers_read() {
        List<String> languages = List.of("en", "es", "fr", "pt");
        Set<String> answered = new TreeSet<>();
        int turn = 0;
        for (String page : pages()) {
            boolean event = page.matches("/history/.*");
            String sign = page.contains("?") ? "&" : "?";
            for (String clocks : event
                    ? List.of("")
                    : List.of("", sign + "asOf=2012-22", sign + "asOf=1990", sign + "knownAtPosition=" + head / 3)) {
                String language = languages.get(turn++ % languages.size());
                for (String role : event || !clocks.isEmpty()
                        ? List.of("AUDITOR")
                        : List.of("AUDITOR", "DASHBOARD", "SECRETARIAT")) {
                    if (look(page + clocks, language, role) == 200) {
                        answered.add(page);
                    }
                }
            }
        }
        assertThat(faults).as("seed " + SEED).isEmpty();
        for (EntityType type : EntityType.values()) {
            assertThat(Stream.of(1, 2, 3).map(number -> "/" + type.collection() + "/one-" + number))
                    .as("seed " + SEED)
                    .anyMatch(answered::contains);
        }
    }

    private int look(String page, String language, String role) {
        HttpResponse<byte[]> answer =
                queries.get(page, "Accept", "text/html", "Accept-Language", language, "X-Roles", role);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        String asked = role + " " + language + " " + page;
        if (answer.statusCode() >= 500) {
            faults.put(asked, "" + answer.statusCode());
        }
        // What surrounds a page names pages of another module, whose texts are not here.
        String main = body.substring(Math.max(0, body.indexOf("<main")));
        if (answer.statusCode() != 200) {
            return answer.statusCode();
        }
        Matcher texts = SHOWN.matcher(UNREAD.matcher(main).replaceAll(""));
        while (texts.find()) {
            String text = texts.group(1) == null ? texts.group(2) : texts.group(1);
            if (FOR_MAKERS.matcher(text).find()) {
                faults.put(asked, text.strip());
            }
        }
        return answer.statusCode();
    }
}
