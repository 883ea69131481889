package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.postgres.InTarget;
import org.preventionnetwork.registry.testing.TestRun;
import tools.jackson.databind.JsonNode;

/**
 * The registry, its database, or both at once are killed while they record, or while they start. Whatever was
 * acknowledged is there afterwards, once, in the store, in the ledger and in the answers; and nobody has to repair
 * anything. {@code -Dkill.rounds=} sets how often, {@code -Dkill.rows=} how long the import is, {@code -Dseed=} repeats
 * the choices of a run.
 */
@Tag("process")
class KilledRegistryTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
    private static final int CLIENTS = 4;
    private static final int MOST_ACKNOWLEDGED = 200;
    /** So many acknowledgements show that a registry that lived on goes on by itself. */
    private static final int GOING_ON = 50;

    private static final int START_MILLIS = 4_000;
    private static final Duration PATIENCE = TestRun.PATIENCE;
    private static final int ROWS = Integer.getInteger("kill.rows", 1_500);

    /** Nobody can know that a node is gone before its lease is over. */
    private static final String SHORT_LEASE = "--registry.imports.lease=3s";

    @TempDir(factory = InTarget.class)
    private Path home;

    private long checked;
    private int stories;

    private enum Victim {
        REGISTRY,
        DATABASE,
        BOTH
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void whatever_was_acknowledged_is_there_once_however_often_it_is_killed() throws Exception {
        long seed = TestRun.SEED;
        System.out.println(ROUNDS + " rounds of kill -9 with seed " + seed);
        Random random = new Random(seed);
        RegistryProcess registry = RegistryProcess.start(home);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
                String described = "round " + round + " of seed " + seed + ", " + victim;
                List<Storyteller> clients = new ArrayList<>();
                registry = round(registry, random, victim, "k" + round, clients);
                audit(registry.client(), clients, described);
            }
        } finally {
            registry.close();
        }
    }

    /** @return the registry that serves after the round */
    private RegistryProcess round(
            RegistryProcess registry, Random random, Victim victim, String name, List<Storyteller> clients)
            throws Exception {
        Client client = registry.client();
        LongAdder acknowledged = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Storyteller teller = new Storyteller(name + "-" + i, acknowledged);
            clients.add(teller);
            threads.add(new Thread(() -> teller.tell(client)));
        }
        threads.forEach(Thread::start);
        awaitAcknowledged(acknowledged, 1 + random.nextInt(MOST_ACKNOWLEDGED));
        TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
        kill(registry, victim);
        if (victim == Victim.DATABASE) {
            awaitAcknowledged(acknowledged, acknowledged.sum() + GOING_ON);
            clients.forEach(Storyteller::stop);
            registry.awaitReady();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (victim != Victim.DATABASE && random.nextInt(4) == 0) {
            killWhileItStarts(random);
        }
        return victim == Victim.DATABASE ? registry : RegistryProcess.start(home);
    }

    private static void awaitAcknowledged(LongAdder acknowledged, long enough) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.sum() >= enough);
    }

    private static void kill(RegistryProcess registry, Victim victim) throws IOException, InterruptedException {
        ProcessHandle postgres = registry.postgres();
        if (victim != Victim.REGISTRY) {
            postgres.destroyForcibly();
        }
        if (victim != Victim.DATABASE) {
            registry.kill();
        }
        await("the database ends with the registry").atMost(PATIENCE).until(() -> !postgres.isAlive());
    }

    private void killWhileItStarts(Random random) throws IOException, InterruptedException {
        RegistryProcess starting = RegistryProcess.launch(home, "registry.log");
        TimeUnit.MILLISECONDS.sleep(random.nextInt(START_MILLIS));
        starting.kill();
    }

    private void audit(Client registry, List<Storyteller> clients, String round) throws Exception {
        try (StoreAudit audit = StoreAudit.of(home)) {
            List<String> acknowledged = clients.stream()
                    .flatMap(client -> client.factIds().stream())
                    .toList();
            Set<String> stored = audit.factIds();
            assertThat(acknowledged).as(round).isNotEmpty().allMatch(stored::contains);
            clients.forEach(client -> client.finish(registry));
            List<String> told =
                    clients.stream().flatMap(client -> client.told().stream()).toList();
            stories += told.size();
            Map<String, Integer> events = audit.eventsByAggregate();
            for (String story : told) {
                assertThat(events.get("programme:" + story)).as(round).isEqualTo(Storyteller.PROGRAMME_EVENTS);
                assertThat(events.get("network:" + story)).as(round).isEqualTo(Storyteller.NETWORK_EVENTS);
            }
            assertThat(events.size()).as(round).isEqualTo(2 * stories);
            await(round).atMost(PATIENCE).untilAsserted(() -> assertThat(audit.differences())
                    .isZero());
            checked = audit.requireLeaves(checked);
            assertThat(checked)
                    .as(round)
                    .isEqualTo((long) stories * (Storyteller.PROGRAMME_EVENTS + Storyteller.NETWORK_EVENTS));
            assertAnswers(registry, told, round);
            assertThat(audit.factIds().size()).as(round).isEqualTo(checked);
            System.out.println(round + ": " + acknowledged.size() + " acknowledged, " + checked + " in the ledger");
        }
    }

    private void assertAnswers(Client registry, List<String> told, String round) {
        awaitProjections(registry, checked, round);
        assertThat(total(registry, "/api/programmes")).as(round).isEqualTo(stories);
        assertThat(total(registry, "/api/networks")).as(round).isEqualTo(stories);
        assertThat(total(registry, "/api/history")).as(round).isEqualTo(checked);
        for (String story : told) {
            String members = "/api/networks/" + story + "/members";
            assertThat(total(registry, members)).as(round).isEqualTo(Storyteller.MEMBERS);
            assertThat(total(registry, members + "?asOf=2014")).as(round).isEqualTo(Storyteller.MEMBERS_IN_2014);
            assertThat(registry.get("/api/programmes/" + story).expect(200).text("name"))
                    .as(round)
                    .isEqualTo("Renamed " + story);
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void an_import_that_was_killed_is_completed_by_running_it_again() throws Exception {
        byte[] csv = officials();
        RegistryProcess killed = RegistryProcess.launch(home, "registry.log", SHORT_LEASE);
        killed.awaitReady();
        String location = Imports.start(killed.client(), "officials.csv", csv);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rowsDone(killed.client(), location) > ROWS / 4);
        long acknowledged = rowsDone(killed.client(), location);
        killed.kill();
        assertThat(acknowledged).as("it was killed half-way").isLessThan(ROWS);

        try (RegistryProcess restarted = RegistryProcess.start(home)) {
            Client registry = restarted.client();
            await().atMost(PATIENCE)
                    .until(() -> !Imports.status(registry, location).equals("RUNNING"));
            assertThat(Imports.status(registry, location)).isEqualTo("FAILED");
            JsonNode report = Imports.run(registry, "officials.csv", csv);
            assertThat(report.get("status").asString()).isEqualTo("COMPLETED");
            assertThat(report.get("errors").asInt()).as("%s", report).isZero();
            assertThat(report.get("conflicts").asInt()).isZero();
            assertThat(report.get("unchanged").asLong()).isBetween(acknowledged, ROWS - 1L);
            assertThat(report.get("recorded").asLong() + report.get("unchanged").asLong())
                    .isEqualTo(ROWS);
            assertThat(total(registry, "/api/officials")).isEqualTo(ROWS);
            assertThat(registry.get("/api/officials/crash-" + (ROWS - 1)).status())
                    .isEqualTo(200);
            awaitProjections(registry, total(registry, "/api/history"), "after the import");
        }
    }

    private static void awaitProjections(Client registry, long position, String when) {
        await(when).atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> projections =
                    registry.get("/api/operations/projections").expect(200).items();
            assertThat(projections).isNotEmpty().allSatisfy(projection -> assertThat(
                            projection.get("position").asLong())
                    .isEqualTo(position));
            assertThat(registry.get("/actuator/health").status()).isEqualTo(200);
        });
        assertThat(registry.get("/api/operations/dead-letters").expect(200).items())
                .as(when)
                .isEmpty();
    }

    private static long rowsDone(Client registry, String location) {
        return registry.get(location).expect(200).json().get("rowsDone").asLong();
    }

    private static long total(Client registry, String address) {
        return registry.get(address + (address.contains("?") ? "&" : "?") + "size=1")
                .expect(200)
                .json()
                .get("total")
                .asLong();
    }

    private static byte[] officials() {
        StringBuilder csv = new StringBuilder("official,full_name,state,email\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("crash-" + i + ",Fictional Person " + i + ",AR,person" + i + "@example.org\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
