package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;

/**
 * {@code docs/http-api.md} names every address that there is, and none that there is not. Its list of all addresses is
 * written anew with {@code -Dregenerate}.
 */
class HttpContractTest {
    private static final Path PAGE = Path.of("../docs/http-api.md");
    private static final String BEGIN = "<!-- all addresses: written by HttpContractTest -->\n";
    private static final String END = "<!-- end of all addresses -->\n";
    private static final Pattern NAMED = Pattern.compile("\\b(GET|PUT|POST|DELETE) +`?(/(?:api|ledger)/[^\\s?`…]+)");

    private final JsonNode document =
            RunningRegistry.shared().client().get("/v3/api-docs").expect(200).json();

    @Test
    void the_list_of_addresses_is_that_of_the_registry() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(begin).isGreaterThan(BEGIN.length());
        String expected = page.substring(0, begin) + list() + page.substring(end);
        if (System.getProperty("regenerate") != null) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("addresses have changed: run this test with -Dregenerate, and commit docs/http-api.md")
                .isEqualTo(expected);
    }

    /** By what they are about, in alphabetical order. */
    private String list() {
        Map<String, List<String>> byTag = new TreeMap<>();
        for (Endpoint endpoint : Endpoint.of(RunningRegistry.shared())) {
            if (endpoint.method() != RequestMethod.HEAD && isInterface(endpoint.path())) {
                JsonNode operation = document.get("paths")
                        .path(endpoint.path().replace("{*", "{"))
                        .path(endpoint.method().name().toLowerCase(Locale.ROOT));
                assertThat(operation.isObject()).as(endpoint + " is described").isTrue();
                List<String> lines =
                        byTag.computeIfAbsent(operation.get("tags").get(0).asString(), tag -> new ArrayList<>());
                String line = "| `" + endpoint.method() + " " + endpoint.path() + "` | "
                        + operation.get("summary").asString() + " |\n";
                if (!lines.contains(line)) {
                    lines.add(line);
                }
            }
        }
        return byTag.entrySet().stream()
                .map(tag -> "| **" + tag.getKey() + "** | |\n" + String.join("", tag.getValue()))
                .collect(Collectors.joining("", "| address | what it is for |\n| --- | --- |\n", ""));
    }

    @Test
    void every_address_that_the_page_names_is_there() throws IOException {
        String page = Files.readString(PAGE);
        List<String> there = Endpoint.of(RunningRegistry.shared()).stream()
                .filter(endpoint -> isInterface(endpoint.path()))
                .map(endpoint -> shape(endpoint.method() + " " + endpoint.path()))
                .distinct()
                .toList();
        Set<String> unknown = new TreeSet<>();
        int named = 0;
        for (MatchResult address : NAMED.matcher(page).results().toList()) {
            for (String path : alternatives(address.group(2))) {
                named++;
                if (there.stream().noneMatch(one -> isOne(shape(address.group(1) + " " + path), one))) {
                    unknown.add(address.group(1) + " " + path);
                }
            }
        }
        assertThat(named).isGreaterThan(200);
        assertThat(unknown).isEmpty();
    }

    /** {@code …/suspend|reinstate} names two; what is optional and what is said of parameters is left out. */
    private static List<String> alternatives(String path) {
        String bare = path.replaceAll("\\[.*", "").replaceAll("[;,.)]+$", "").replaceFirst("/$", "");
        int last = bare.lastIndexOf('/');
        List<String> all = new ArrayList<>();
        for (String end : bare.substring(last + 1).split("\\|")) {
            all.add(bare.substring(0, last + 1) + end);
        }
        return all;
    }

    private static boolean isInterface(String path) {
        return path.startsWith("/api/") || path.startsWith("/ledger/");
    }

    /** A variable, such as the collection's name, stands for any word. */
    private static boolean isOne(String named, String there) {
        String[] words = named.split("/");
        String[] others = there.split("/");
        return words.length == others.length
                && IntStream.range(0, words.length)
                        .allMatch(i -> words[i].equals(others[i]) || words[i].equals("{}") || others[i].equals("{}"));
    }

    /** However its variables are called. */
    private static String shape(String address) {
        return address.replaceAll("\\{[^}]*}", "{}");
    }
}
