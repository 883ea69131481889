package org.preventionnetwork.registry.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.preventionnetwork.registry.api.verification.Outcome;

/**
 * What trust costs: appending with the sequencer and the signer at work and with both standing still; proofs over HTTP;
 * and deriving everything again from the stored events, beside PostgreSQL hashing the same bytes.
 */
final class LedgerFigures {
    private static final int MANY = 16;
    private static final int ASKING = 4;
    private static final String HASH_ALL =
            "SELECT count(*), sum(length(sha256(payload) || sha256(metadata))) FROM events.domainevententry";

    private final RunningRegistry registry;
    private final Settings settings;

    LedgerFigures(RunningRegistry registry, Settings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** The "raw" side is the registry itself without its ledger. */
    List<Figure> appending() throws Exception {
        AtomicLong ids = new AtomicLong();
        Load.Operation record =
                () -> CommandFigures.registerNetwork(registry.commands(), "ledger-" + ids.incrementAndGet());
        Samples with = new Samples();
        Samples without = new Samples();
        registry.projections().stop();
        for (int round = 0; round < settings.rounds(); round++) {
            registry.stopLedger();
            without.add(Load.perSecond(MANY, settings.round(), n -> record));
            registry.startLedger();
            with.add(Load.perSecond(MANY, settings.round(), n -> record));
        }
        registry.projections().start();
        registry.awaitProjections();
        return List.of(Figure.rates(
                "commands on new aggregates with the ledger at work, beside none, " + MANY + " threads",
                with.median(),
                without.median(),
                "/s"));
    }

    List<Figure> reading(long events) throws Exception {
        registry.awaitSigned(events);
        List<Figure> figures = new ArrayList<>();
        figures.add(proofs(events));
        figures.add(verified("ledger", events));
        figures.add(verified("projections", events));
        return figures;
    }

    private Figure proofs(long events) throws Exception {
        List<String> ids = someEvents();
        HttpClient client = HttpClient.newHttpClient();
        double rate = Load.perSecond(ASKING, settings.round(), number -> {
            Random random = new Random(number);
            return () -> prove(client, ids.get(random.nextInt(ids.size())));
        });
        return Figure.of(
                "inclusion proofs over HTTP, " + Figure.number(events) + " events, " + ASKING + " threads",
                Figure.number(rate) + "/s");
    }

    private void prove(HttpClient client, String eventId) throws Exception {
        HttpRequest request = Login.request(URI.create(registry.url("/ledger/proof/" + eventId)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no proof but status " + answer.statusCode());
        }
    }

    private List<String> someEvents() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = registry.connectAsQuerySide();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT event_id FROM ledger.entry ORDER BY random() LIMIT 2000")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private Figure verified(String check, long events) throws Exception {
        double raw = events / hashAll();
        long began = System.nanoTime();
        Outcome outcome = registry.verify(check, events);
        double rate = events / ((System.nanoTime() - began) / 1e9);
        if (!outcome.isSound()) {
            throw new IllegalStateException("the history is not sound: " + outcome.findings() + outcome.unchecked());
        }
        return Figure.rates(
                check + " derived again and compared, beside PostgreSQL hashing payloads and metadata, "
                        + Figure.number(events) + " events",
                rate,
                raw,
                " events/s");
    }

    private double hashAll() throws SQLException {
        try (Connection connection = registry.connectAsQuerySide();
                Statement statement = connection.createStatement()) {
            long began = System.nanoTime();
            statement.executeQuery(HASH_ALL).close();
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
