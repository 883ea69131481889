package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.standalone.Client.Reply;

/**
 * Opens the pages of the bundled sample, as whoever follows links from the first one: none fails, offers what it then
 * refuses, or shows what only the registry's makers read.
 *
 * <p>Every page of something in the sample is opened by who has every role, in English, and by each single role, each in
 * a language of its own; in the end all were opened in every language. Of those that are many and alike (officials,
 * states) and of all else, of which there are thousands (the form for each fact, the page of each event), some of each
 * kind are; {@code -Dpages.of.a.kind=1000} opens all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    private static final int OF_A_KIND = Integer.getInteger("pages.of.a.kind", 1);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    /** Ends the session, takes long, or is the same page in another language. */
    private static final Pattern LEFT_ALONE = Pattern.compile("/(logout|api/evidence|api/ledger).*|.*[?&]lang=.*");

    /** What anybody may have. */
    private static final Pattern PUBLIC = Pattern.compile("/(assets|styles|webjars|ledger)/.*");

    private static final Pattern NAME = Pattern.compile(
            "(?<=^/(?:api/|)(?:history|networks|seminars|officials|initiatives"
                    + "|institutions|programmes|states|statements|editions|figures|imports|accounts)/)(?!at/)[^/?]+|(?<=^/history/at/).+");
    private static final Pattern OF_SAMPLE = Pattern.compile(
            "/(seminars|networks|initiatives|institutions|programmes|statements|officials|states)/([^/?]+)");
    private static final Set<String> MANY_ALIKE = Set.of("officials", "states");

    private static final Pattern EVENT = Pattern.compile("class=\"summary\" href=\"(/history/[^\"]+)\"");

    private static final Pattern UNREAD = Pattern.compile("(?s)<(script|style|code|pre)\\b.*?</\\1>");
    private static final Pattern SHOWN = Pattern.compile(">([^<]+)<|(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"");
    private static final Pattern FOR_MAKERS = Pattern.compile("\\?\\?|Optional\\[|\\bnull\\b|\\bNaN\\b|\\bundefined\\b"
            + "|\\b[A-Z]\\w+\\[\\w+=|@[0-9a-f]{6,8}\\b|\\$\\{|#\\{|\\b[A-Z]{3,}_[A-Z_]+\\b");
    private static final Pattern ID = Pattern.compile("official-\\d{4}|[em]-[0-9a-f]{20,24}");

    /** A date that is no day takes no article. */
    private static final Map<String, Pattern> ILL_SAID = Map.of(
            "es",
            Pattern.compile("\\b(el|del|al) (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre"
                    + "|noviembre|diciembre|primavera|verano|otoño|invierno|entre|hacia)\\b"),
            "fr",
            Pattern.compile("\\b(le|du|au) (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
                    + "|décembre|été|automne|hiver|entre|vers)\\b"),
            "pt",
            Pattern.compile("\\bem (entre|por volta|primavera|verão|outono|inverno)\\b"));

    private final Client admin = RunningRegistry.shared().client();
    private final Map<String, Client> roles = new LinkedHashMap<>();
    private final Set<String> sample = new HashSet<>();
    private final Map<String, String> faults = new TreeMap<>();
    /** The id of a network or programme where a sentence names what a published figure is of. */
    private Pattern ofFigures = Pattern.compile("(?!)");

    @BeforeAll
    void import_the_sample_and_log_in() throws IOException {
        assertThat(Imports.instituteInShared().get("status").asString()).isEqualTo("COMPLETED");
        RunningRegistry.shared().settle();
        roles.put("all", account("all", "'SECRETARIAT', 'AUDITOR', 'DASHBOARD', 'ADMIN'"));
        for (String role : List.of("SECRETARIAT", "AUDITOR", "DASHBOARD", "ADMIN")) {
            roles.put(role, account(role.toLowerCase(Locale.ROOT), "'" + role + "'"));
        }
        for (String file : List.of(
                "seminars", "networks", "initiatives", "institutions", "programmes", "statements", "officials")) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    EveryPageTest.class.getResourceAsStream("/samples/institute/" + file + ".csv"),
                    StandardCharsets.UTF_8))) {
                lines.lines().skip(1).forEach(line -> sample.add(file + "/" + line.replaceFirst(",.*", "")));
            }
        }
        assertThat(sample).contains("seminars/s-2015-05", "officials/official-0001");
        ofFigures = Pattern.compile(sample.stream()
                .filter(name -> name.matches("(networks|programmes)/.*"))
                .map(name -> Pattern.quote(name.replaceFirst(".*/", "")))
                .collect(Collectors.joining("|", "\\((?:network:|programme:)?(", ")\\)")));
    }

    /** Not a token: some pages want a person. */
    private Client account(String name, String itsRoles) {
        admin.put(
                        "/api/accounts/every-page-" + name,
                        "{'password': '" + Client.PASSWORD + "', 'roles': [" + itsRoles + "]}")
                .expect(201);
        return admin.as("every-page-" + name, Client.PASSWORD);
    }

    @Test
    void none_fails_in_any_language_for_any_role_and_none_shows_what_only_its_makers_read() {
        Set<String> all = follow("all", "en", OF_A_KIND, link -> true);
        assertThat(all)
                .contains("/seminars/s-973", "/seminars/s-2010-06", "/seminars/s-2014-10", "/seminars/s-2015-05");
        assertThat(all.stream().filter(this::isOfSample).count()).isGreaterThan(150);
        assertThat(all.stream().map(EveryPageTest::kind))
                .contains("/history/…", "/officials/…", "/states/…", "/figures/…", "/accounts/…", "/imports/…")
                .anyMatch(kind -> kind.startsWith("/record/seminars/annul-enrollment?"));
        Map.of("SECRETARIAT", "es", "AUDITOR", "fr", "DASHBOARD", "pt", "ADMIN", "en")
                .forEach((role, language) -> {
                    Set<String> seen =
                            follow(role, language, 1, link -> !isManyAlike(link) && !link.startsWith("/record/"));
                    assertThat(seen).as(role).hasSizeGreaterThan(role.equals("ADMIN") ? 5 : 100);
                    inItsLanguage(language, all, seen);
                });
        histories();
        onOtherClocks(all);
        withoutALogin(all);
        assertThat(faults).isEmpty();
    }

    private static boolean isManyAlike(String link) {
        Matcher entity = OF_SAMPLE.matcher(link);
        return entity.matches()
                && MANY_ALIKE.contains(entity.group(1))
                && !entity.group(2).endsWith("1");
    }

    /** What no single role was shown in this language; forms are asked for in each by the tests of the forms. */
    private void inItsLanguage(String language, Set<String> all, Set<String> seen) {
        Set<String> kinds = seen.stream().map(EveryPageTest::kind).collect(Collectors.toSet());
        List<String> others = all.stream()
                .filter(path -> !path.startsWith("/record/") && !path.startsWith("/history/at/") && !isManyAlike(path))
                .filter(path -> isOfSample(path) ? !seen.contains(path) : kinds.add(kind(path)))
                .toList();
        open(others, path -> ask("all", language, path)).forEach((path, reply) -> judge("all", language, path, reply));
    }

    /** Whichever thing's the links lead to first: of one of each kind all that happened to it, and its latest event. */
    private void histories() {
        Map<String, String> oneOfEach = new TreeMap<>();
        sample.forEach(name -> oneOfEach.merge(
                name.replaceFirst("/.*", ""), name, (one, other) -> one.compareTo(other) < 0 ? one : other));
        List<String> asked = Stream.concat(
                        oneOfEach.values().stream().map(name -> "/history?entity=" + name.replaceFirst("s/", ":")),
                        Stream.of("/history?entityType=statement"))
                .toList();
        List<String> latest = new ArrayList<>();
        open(asked, path -> ask("all", "fr", path)).forEach((path, reply) -> {
            judge("all", "fr", path, reply);
            Matcher event = EVENT.matcher(reply.body());
            assertThat(event.find()).as(path).isTrue();
            latest.add(event.group(1));
        });
        assertThat(latest).hasSize(8);
        open(latest, path -> ask("all", "fr", path)).forEach((path, reply) -> judge("all", "fr", path, reply));
    }

    /** In each language by turns: before everything, of an imprecise day, as known when nothing was, and far ahead. */
    private void onOtherClocks(Set<String> all) {
        List<String> asked = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (String path : all) {
            if (!path.contains("?") && !path.startsWith("/record/") && kinds.add(kind(path))) {
                Stream.of(
                                "asOf=1900&knownAt=2001-01-01",
                                "asOf=2012-21~&knownAtPosition=1",
                                "asOf=2012-06",
                                "asOf=%5B..2012%5D",
                                "asOf=2999-12-31&knownAtPosition=200")
                        .forEach(clocks -> asked.add(path + "?" + clocks));
            }
        }
        List<String> languages = List.of("en", "es", "fr", "pt");
        for (int i = 0; i < languages.size(); i++) {
            String language = languages.get(i);
            int turn = i;
            List<String> its = IntStream.range(0, asked.size())
                    .filter(n -> (n + n / languages.size()) % languages.size() == turn)
                    .mapToObj(asked::get)
                    .toList();
            open(its, path -> ask("all", language, path)).forEach((path, reply) -> {
                if (reply.status() >= 500) {
                    faults.put("on another clock " + path, "" + reply.status());
                } else if (reply.status() == 200) {
                    judge("all", language, path, reply);
                }
            });
        }
    }

    private void withoutALogin(Set<String> all) {
        Map<String, String> byKind = new TreeMap<>();
        all.stream()
                .filter(path -> !PUBLIC.matcher(path).matches())
                .forEach(path -> byKind.putIfAbsent(kind(path), path));
        Client nobody = admin.withoutLogin();
        open(List.copyOf(byKind.values()), nobody::once).forEach((path, reply) -> {
            if (reply.status() != 401 && reply.status() != 302) {
                faults.put("without a login " + path, "" + reply.status());
            }
        });
    }

    private Reply ask(String role, String language, String path) {
        return roles.get(role).once(path, "Accept", "text/html", "Accept-Language", language);
    }

    private static Map<String, Reply> open(List<String> paths, java.util.function.Function<String, Reply> asking) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        paths.parallelStream()
                .map(path -> Map.entry(path, asking.apply(path)))
                .toList()
                .forEach(one -> replies.put(one.getKey(), one.getValue()));
        return replies;
    }

    /** Whatever links lead to, a step at a time; what is offered is answered. */
    private Set<String> follow(String role, String language, int ofAKind, Predicate<String> wanted) {
        Set<String> opened = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> kinds = new HashMap<>();
        List<String> next = List.of("/");
        while (!next.isEmpty()) {
            Set<String> found = new LinkedHashSet<>();
            open(next, path -> ask(role, language, path)).forEach((path, reply) -> {
                opened.add(path);
                if (reply.status() == 302 || reply.status() == 303) {
                    found.add(reply.header("Location").replaceFirst("^http://[^/]*", ""));
                } else if (path.equals("/") && reply.status() == 403) {
                    found.addAll(List.of("/operations", "/account", "/accounts", "/erasure", "/imports"));
                } else {
                    judge(role, language, path, reply);
                    Matcher links = LINK.matcher(reply.body());
                    while (links.find()) {
                        found.add(links.group(1).replace("&amp;", "&"));
                    }
                }
            });
            next = found.stream()
                    .filter(link -> !LEFT_ALONE.matcher(link).matches() && wanted.test(link) && seen.add(link))
                    .filter(link -> !opened.contains(link))
                    .filter(link -> isOfSample(link) || kinds.merge(kind(link), 1, Integer::sum) <= ofAKind)
                    .toList();
        }
        return opened;
    }

    /** So is each figure, whose rows are of many kinds. */
    private boolean isOfSample(String path) {
        return sample.contains(path.replaceFirst("^/", "")) || path.matches("/figures/[A-Z_]+");
    }

    private void judge(String role, String language, String path, Reply reply) {
        String asked = role + " " + language + " " + path;
        if (reply.status() != 200) {
            faults.put(asked, "" + reply.status());
        } else if (reply.header("Content-Type").startsWith("text/html") && !path.startsWith("/api/")) {
            Matcher texts = SHOWN.matcher(UNREAD.matcher(reply.body()).replaceAll(""));
            while (texts.find()) {
                String text = (texts.group(1) == null ? texts.group(2) : texts.group(1)).strip();
                boolean attribute = texts.group(1) == null;
                if (FOR_MAKERS.matcher(text).find()
                        || ILL_SAID.containsKey(language)
                                && ILL_SAID.get(language).matcher(text).find()
                        || ofFigures.matcher(text).find()
                        || ID.matcher(text).matches()
                        || attribute && ID.matcher(text).find()) {
                    faults.put(asked, text.substring(0, Math.min(text.length(), 200)));
                }
            }
        }
    }

    /** The address without what it names, and the names of what it asks with. */
    private static String kind(String path) {
        int question = path.indexOf('?');
        String address =
                NAME.matcher(question < 0 ? path : path.substring(0, question)).replaceAll("…");
        return question < 0
                ? address
                : address + "?"
                        + Stream.of(path.substring(question + 1).split("&"))
                                .map(parameter -> parameter.replaceFirst("=.*", ""))
                                .collect(Collectors.toCollection(TreeSet::new))
                                .stream()
                                .collect(Collectors.joining("&"));
    }
}
