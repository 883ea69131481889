package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.preventionnetwork.registry.benchmark.Question.Asked;

/** As-of questions at random points of both clocks: over HTTP, and in turn the same statement by plain JDBC. */
final class QuestionFigures {
    private static final String MEMBERS =
            """
            SELECT *, count(*) OVER () AS total FROM read.membership
            WHERE entity = ? AND valid @> ?::date AND known @> ?::bigint ORDER BY state LIMIT 100
            """;
    private static final String NETWORKS =
            """
            SELECT n.*, (SELECT count(*) FROM read.membership m WHERE m.entity = n.entity AND m.valid @> ?::date
                         AND m.known @> ?::bigint AND m.kind = 'MEMBER') AS members, count(*) OVER () AS total
            FROM read.network n WHERE n.valid @> ?::date AND n.known @> ?::bigint ORDER BY entity LIMIT 100
            """;

    private static final String ENROLLMENTS =
            """
            SELECT e.topic, e.official, e.nominated_by, e.certificate, e.certain, e.fact_id, e.source,
                   CASE WHEN s.begun THEN e.status ELSE e.before_status END AS status
            FROM read.enrollment e JOIN read.seminar s ON s.entity = e.entity
                AND s.valid @> ?::date AND s.known @> ?::bigint
            WHERE e.entity = ? AND e.valid @> ?::date AND e.known @> ?::bigint ORDER BY topic LIMIT 50
            """;
    private static final String COLUMNS = "SELECT event_id, known_from, event_name, entity, fact_id, recorded_at,"
            + " effective_on, actor, role, source, note, reason, batch, correction_kind, summary FROM read.history";
    private static final String PAGE = COLUMNS + " WHERE known_from <= ? ORDER BY known_from DESC LIMIT 50";
    private static final String PAGE_OF_ONE =
            COLUMNS + " WHERE entity = ? AND known_from <= ? ORDER BY known_from DESC LIMIT 50";

    private final RunningRegistry registry;
    private final InventedHistory history;
    private final Settings settings;
    private final Random random = new Random(7);
    private final HttpClient http = HttpClient.newHttpClient();

    QuestionFigures(RunningRegistry registry, InventedHistory history, Settings settings) {
        this.registry = registry;
        this.history = history;
        this.settings = settings;
    }

    List<Figure> measure() throws SQLException, IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (Connection connection = registry.connectAsQuerySide()) {
            Map<String, PreparedStatement> statements = new HashMap<>();
            for (Question question : questions()) {
                ask(question, Math.max(10, settings.questions() / 4), connection, statements);
                Samples[] asked = ask(question, settings.questions(), connection, statements);
                figures.addAll(figures(question, asked[0], asked[1]));
            }
        }
        return figures;
    }

    private List<Figure> figures(Question question, Samples overHttp, Samples raw) {
        String what = question.what() + ", " + Figure.number(history.events()) + " events, ";
        Figure p99 = Figure.millis(what + "p99", overHttp.percentile(99), raw.percentile(99));
        Integer goal = question.goal();
        return List.of(
                Figure.millis(what + "p50", overHttp.median(), raw.median()),
                goal == null ? p99 : p99.withGoal("< " + goal + " ms", overHttp.percentile(99) < goal));
    }

    private List<Question> questions() {
        return List.of(
                new Question("members of a network on a day, as known then", 20, () -> {
                    String network = "network-" + random.nextInt(history.networks());
                    LocalDate day = InventedDates.day(random);
                    long position = 1 + random.nextLong(history.events());
                    return Asked.of(
                            "/api/networks/" + network + "/members?asOf=" + day + "&knownAt=" + at(position)
                                    + "&size=100",
                            MEMBERS,
                            "network:" + network,
                            day.toString(),
                            position);
                }),
                new Question("100 networks with their number of members on a day, as known then", null, () -> {
                    String day = InventedDates.day(random).toString();
                    long position = history.events() / 2 + random.nextLong(history.events() / 2);
                    return Asked.of(
                            "/api/networks?asOf=" + day + "&knownAt=" + at(position) + "&size=100",
                            NETWORKS,
                            day,
                            position,
                            day,
                            position);
                }),
                new Question("enrolments of a seminar on a day, as known then", null, () -> {
                    String seminar = "seminar-" + random.nextInt(history.seminars());
                    String day = InventedDates.day(random).toString();
                    long position = 1 + random.nextLong(history.events());
                    return Asked.of(
                            "/api/seminars/" + seminar + "/enrollments?asOf=" + day + "&knownAt=" + at(position),
                            ENROLLMENTS,
                            day,
                            position,
                            "seminar:" + seminar,
                            day,
                            position);
                }),
                new Question("history of a seminar, first page", null, () -> {
                    String seminar = "seminar-" + random.nextInt(history.seminars());
                    return Asked.of(
                            "/api/history?entity=" + seminar, PAGE_OF_ONE, "seminar:" + seminar, history.events());
                }),
                new Question("history of everything, first page", null, () -> {
                    long position = 1 + random.nextLong(history.events());
                    return Asked.of("/api/history?knownAt=" + at(position), PAGE, position);
                }));
    }

    private Instant at(long position) {
        return history.at(position);
    }

    private Samples[] ask(Question question, int times, Connection connection, Map<String, PreparedStatement> prepared)
            throws SQLException, IOException, InterruptedException {
        Samples overHttp = new Samples();
        Samples raw = new Samples();
        for (int i = 0; i < times; i++) {
            Asked asked = question.next().get();
            long began = System.nanoTime();
            overHttp(asked.path());
            long turn = System.nanoTime();
            PreparedStatement statement = prepared.get(asked.sql());
            if (statement == null) {
                statement = connection.prepareStatement(asked.sql());
                prepared.put(asked.sql(), statement);
            }
            raw(statement, asked.parameters());
            overHttp.add((turn - began) / 1e6);
            raw.add((System.nanoTime() - turn) / 1e6);
        }
        return new Samples[] {overHttp, raw};
    }

    private void overHttp(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(Login.request(URI.create(registry.url(path))).build(), HttpResponse.BodyHandlers.ofString());
        // What was not known yet at the time is a true answer, too.
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static void raw(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    row.getString(column);
                }
            }
        }
    }
}
