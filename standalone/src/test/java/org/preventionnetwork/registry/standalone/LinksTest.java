package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;

/** Whoever follows the pages' links from the first one arrives at pages, whatever kind they are of. */
class LinksTest {
    private static final Client REGISTRY = RunningRegistry.shared().client();
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    /** Ends the session, or changes what is followed. */
    private static final Pattern LEFT_ALONE = Pattern.compile("/(logout|api/evidence|api/ledger).*");
    /** A part of an address that names one of many. */
    private static final Pattern NAME = Pattern.compile(
            "(?<=/(?:at|history|networks|seminars|officials|initiatives|institutions|programmes|states|statements"
                    + "|editions|figures|imports|accounts)/)[^/?]+");

    private static final int OF_A_KIND = 2;

    private final Map<String, Integer> followed = new HashMap<>();
    private final Map<String, Integer> broken = new TreeMap<>();
    private final Set<String> seen = new HashSet<>(Set.of("/"));
    private final Deque<String> open = new ArrayDeque<>(List.of("/"));

    @Test
    void no_link_leads_nowhere() {
        assertThat(Imports.instituteInShared().get("status").asString()).isEqualTo("COMPLETED");
        RunningRegistry.shared().settle();
        while (!open.isEmpty()) {
            follow(open.remove());
        }
        assertThat(broken).isEmpty();
        assertThat(followed.keySet())
                .contains("/", "/networks/…", "/seminars/…", "/states/…", "/officials/…", "/figures/…", "/statements/…")
                .contains("/history/…", "/initiatives/…", "/institutions/…", "/programmes/…", "/operations", "/imports")
                .anyMatch(kind -> kind.startsWith("/record/"))
                .anyMatch(kind -> kind.startsWith("/assets/"));
    }

    private void follow(String path) {
        if (followed.merge(kind(path), 1, Integer::sum) > OF_A_KIND) {
            return;
        }
        Reply reply = REGISTRY.once(path, "Accept", "text/html,*/*;q=0.5");
        if (reply.status() == 302 || reply.status() == 303) {
            find(path, reply.header("Location").replaceFirst("^http://[^/]*", ""));
            return;
        }
        if (reply.status() != 200) {
            broken.put(path, reply.status());
            return;
        }
        if (!reply.header("Content-Type").startsWith("text/html")) {
            return;
        }
        Matcher links = LINK.matcher(reply.body());
        while (links.find()) {
            find(path, links.group(1).replace("&amp;", "&"));
        }
    }

    private void find(String from, String link) {
        assertThat(link).as("a link of %s", from).startsWith("/");
        if (!LEFT_ALONE.matcher(link).matches() && seen.add(link)) {
            open.add(link);
        }
    }

    /** The address without what it names, and the names of what it asks with. */
    private static String kind(String path) {
        int question = path.indexOf('?');
        String address =
                NAME.matcher(question < 0 ? path : path.substring(0, question)).replaceAll("…");
        if (question < 0) {
            return address;
        }
        Set<String> asked = new TreeSet<>();
        for (String parameter : path.substring(question + 1).split("&")) {
            asked.add(parameter.replaceFirst("=.*", ""));
        }
        return address + "?" + String.join("&", asked);
    }
}
