package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long pages take, from the request to the last byte. They are found as people find them: from the first page, by
 * their links. Of each kind some are asked for, each at once and then again.
 */
final class PageFigures {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(api|assets|webjars|swagger-ui|styles|login|logout|v3|actuator|oauth2|ledger/).*");
    /** A part of an address that names one of many. */
    private static final Pattern NAME = Pattern.compile(
            "(?<=^/(?:history/at|history|networks|seminars|officials|initiatives"
                    + "|institutions|programmes|states|statements|editions|figures|imports|accounts)/)(?!at/)[^/?]+|(?<=/figures/)[^/?]+");

    private static final int OF_A_KIND = 3;
    private static final int AGAIN = 7;
    /** So many of the slowest are told of one by one; of the others those that once took longer than the goal. */
    private static final int SHOWN = 12;

    private final RunningRegistry registry;
    private final String about;
    private final int goal;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Deque<String> found = new ArrayDeque<>(List.of("/"));
    /** Links that lead to no page, with the status that they were answered with. */
    private final Map<String, Integer> dead = new TreeMap<>();

    private final Set<String> seen = new HashSet<>(found);

    /**
     * @param about which history it is
     * @param goal the milliseconds within which every page shall answer
     */
    PageFigures(RunningRegistry registry, String about, int goal) {
        this.registry = registry;
        this.about = about;
        this.goal = goal;
    }

    private static final class Kind {
        private final Samples first = new Samples();
        private final Samples again = new Samples();

        /** Of the medians of those that were asked for. */
        double slowest() {
            return again.percentile(100);
        }
    }

    List<Figure> measure() throws IOException, InterruptedException {
        while (!found.isEmpty()) {
            measure(found.remove());
        }
        List<Map.Entry<String, Kind>> slowestFirst = kinds.entrySet().stream()
                .sorted(Comparator.comparingDouble(kind -> -kind.getValue().slowest()))
                .toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                        kinds.size() + " kinds of pages, " + about,
                        within(goal) + " of them within the goal, "
                                + Figure.millis(slowestFirst.get(0).getValue().slowest()) + " the slowest")
                .withGoal("< " + goal + " ms", within(goal) == kinds.size()));
        for (int i = 0; i < slowestFirst.size(); i++) {
            Kind kind = slowestFirst.get(i).getValue();
            if (i < SHOWN || Math.max(kind.slowest(), kind.first.percentile(100)) >= goal) {
                figures.add(figure(slowestFirst.get(i)));
            }
        }
        dead.forEach((path, status) -> figures.add(
                Figure.of("page " + path + ", " + about, "status " + status).withGoal("a page", false)));
        return figures;
    }

    private long within(int millis) {
        return kinds.values().stream().filter(kind -> kind.slowest() < millis).count();
    }

    private Figure figure(Map.Entry<String, Kind> kind) {
        return Figure.of(
                "page " + kind.getKey() + ", " + about,
                Figure.millis(kind.getValue().slowest()) + ", the first time "
                        + Figure.millis(kind.getValue().first.percentile(100)));
    }

    private void measure(String path) throws IOException, InterruptedException {
        Kind kind = kinds.computeIfAbsent(kind(path), address -> new Kind());
        if (kind.first.size() == OF_A_KIND) {
            return;
        }
        long began = System.nanoTime();
        String page = page(path);
        kind.first.add((System.nanoTime() - began) / 1e6);
        Samples again = new Samples();
        for (int i = 0; i < AGAIN; i++) {
            began = System.nanoTime();
            page(path);
            again.add((System.nanoTime() - began) / 1e6);
        }
        kind.again.add(again.median());
        Matcher links = LINK.matcher(page);
        while (links.find()) {
            String link = links.group(1).replace("&amp;", "&");
            if (!NO_PAGE.matcher(link).matches() && seen.add(link)) {
                found.add(link);
            }
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
        asked.removeAll(Set.of("lang", "then"));
        return asked.isEmpty() ? address : address + "?" + String.join("&", asked);
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                Login.request(URI.create(registry.url(path)))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 302) {
            return page(URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath());
        }
        if (answer.statusCode() != 200) {
            dead.put(path, answer.statusCode());
        }
        return answer.body();
    }
}
