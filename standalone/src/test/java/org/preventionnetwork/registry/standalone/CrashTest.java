package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.postgres.InTarget;
import tools.jackson.databind.JsonNode;

/**
 * The registry is killed while it records. Whatever it had acknowledged is there when it is started again, once, in the
 * store, in the ledger and in the answers; and nobody has to repair anything.
 */
@Timeout(600)
class CrashTest {
    private static final int ROWS = 20_000;

    @TempDir(factory = InTarget.class)
    private Path home;

    @Test
    void an_import_that_was_killed_is_completed_by_running_it_again() throws Exception {
        byte[] csv = officials();
        RegistryProcess killed = RegistryProcess.start(home);
        String location = Imports.start(killed.client(), "officials.csv", csv);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rowsDone(killed.client(), location) > ROWS / 4);
        long acknowledged = rowsDone(killed.client(), location);
        killed.kill();
        assertThat(acknowledged).as("it was killed half-way").isLessThan(ROWS);

        try (RegistryProcess restarted = RegistryProcess.start(home)) {
            Client registry = restarted.client();
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
            assertHealed(registry);
        }
    }

    @Test
    void every_command_that_was_acknowledged_is_there_once() throws Exception {
        RegistryProcess killed = RegistryProcess.start(home);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            senders.add(new Thread(() -> send(killed.client(), next, acknowledged)));
        }
        senders.forEach(Thread::start);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> acknowledged.size() > 1000);
        killed.kill();
        for (Thread sender : senders) {
            sender.join();
        }

        try (RegistryProcess restarted = RegistryProcess.start(home)) {
            Client registry = restarted.client();
            for (String id : acknowledged) {
                registry.get("/api/programmes/" + id + "?atLeastVersion=1").expect(200);
            }
            long answered = total(registry, "/api/programmes");
            assertThat(answered).isBetween((long) acknowledged.size(), (long) next.get());
            assertThat(total(registry, "/api/history?type=programme.ProgrammeEstablished"))
                    .isEqualTo(answered);
            for (String id : acknowledged) {
                registry.put("/api/programmes/" + id, programme(id)).expect(200);
            }
            assertThat(total(registry, "/api/history?type=programme.ProgrammeEstablished"))
                    .isEqualTo(answered);
            assertHealed(registry);
        }
    }

    /** Until nobody answers any more. */
    private static void send(Client registry, AtomicInteger next, Queue<String> acknowledged) {
        while (true) {
            String id = "crash-" + next.incrementAndGet();
            try {
                registry.put("/api/programmes/" + id, programme(id)).expect(201);
            } catch (UncheckedIOException killed) {
                return;
            }
            acknowledged.add(id);
        }
    }

    private static String programme(String id) {
        return "{'name': 'Programme " + id + "', 'establishedOn': '2012'}";
    }

    private static void assertHealed(Client registry) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            for (JsonNode projection :
                    registry.get("/api/operations/projections").expect(200).items()) {
                assertThat(projection.get("lag").asLong()).as("%s", projection).isZero();
            }
        });
        assertThat(registry.get("/api/operations/dead-letters").expect(200).items())
                .isEmpty();
        assertThat(registry.get("/actuator/health").status()).isEqualTo(200);
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
