package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.standalone.postgres.InTarget;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * The registry, its database, or both at once are killed in the midst of an erasure. Afterwards there is no receipt, and
 * the erasure goes on by itself; or there is one, and it is true: of the person nothing is found in any file, also of
 * those that a crash left behind. {@code -Dkill.rounds=} sets how often, a round here for ten of its, and
 * {@code -Dseed=} repeats the choices of a run.
 */
@Tag("process")
@Tag("thorough")
class KilledErasureTest {
    private static final int ROUNDS = Math.max(1, Integer.getInteger("kill.rounds", 10) / 10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MANY =
            """
            INSERT INTO keys.person (official, wrapped, words)
            SELECT 'filler-' || n, sha256(n::text::bytea) || sha256((n + 0.5)::text::bytea) || sha256((-n)::text::bytea),
                ARRAY[decode(md5(n::text), 'hex'), decode(md5((n / 10)::text), 'hex')]
            FROM generate_series(1, 10000) n
            """;

    @TempDir(factory = InTarget.class)
    private Path home;

    private final List<Traces> erased = new ArrayList<>();
    private Traces living;
    private long longestNanos;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void a_receipt_is_true_or_not_there_whenever_whoever_writes_it_is_killed() throws Exception {
        long seed = TestRun.SEED;
        System.out.println(ROUNDS + " killed erasures with seed " + seed);
        Random random = new Random(seed);
        RegistryProcess registry = start();
        try {
            try (Connection superuser = registry.superuser()) {
                execute(superuser, MANY);
                register(registry.client(), "o-living");
                execute(superuser, "ANALYZE keys.person");
                living = Traces.of("o-living", superuser);
            }
            eraseWithoutKill(registry);
            for (int round = 1; round <= ROUNDS; round++) {
                registry = round(registry, random, round, "round " + round + " of seed " + seed);
            }
        } finally {
            registry.close();
        }
        assertNothingIsLeft("after a clean stop");
    }

    /** How long that takes on this machine. */
    private void eraseWithoutKill(RegistryProcess registry) throws Exception {
        erased.add(registered(registry, "o-0"));
        long began = System.nanoTime();
        Erasures.erase(registry.client(), "o-0").expect(200);
        awaitReceipt(registry.client(), "o-0", "unharmed");
        longestNanos = System.nanoTime() - began;
        assertNothingIsLeft("unharmed");
    }

    private RegistryProcess round(RegistryProcess registry, Random random, int number, String round) throws Exception {
        String id = "o-" + number;
        erased.add(registered(registry, id));
        Client client = registry.client();
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> isAcknowledged(client, id));
        TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * longestNanos));
        boolean registryToo = random.nextInt(3) > 0;
        boolean databaseToo = !registryToo || random.nextBoolean();
        ProcessHandle postgres = registry.postgres();
        if (databaseToo) {
            postgres.destroyForcibly();
        }
        if (registryToo) {
            registry.kill();
        }
        await(round).atMost(PATIENCE).until(() -> !postgres.isAlive());
        boolean acknowledged = answered.get();
        String killed = round + ", killed: " + (registryToo ? "registry " : "") + (databaseToo ? "database" : "");
        System.out.println(killed + ", answered: " + acknowledged);
        RegistryProcess after = registry;
        if (registryToo) {
            if (random.nextInt(3) == 0) {
                RegistryProcess starting = launch();
                TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * longestNanos));
                starting.kill();
            }
            after = start();
        } else {
            after.awaitReady();
        }
        if (!acknowledged && after.client().get("/api/officials/" + id).status() == 200) {
            // Nobody was told that it was done, and it was not.
            Erasures.erase(after.client(), id).expect(200);
        }
        awaitReceipt(after.client(), id, killed);
        assertNothingIsLeft(killed);
        return after;
    }

    /** @return whether somebody was told that it is recorded */
    private static boolean isAcknowledged(Client client, String id) {
        try {
            Reply reply = Erasures.erase(client, id);
            assertThat(reply.status()).as(reply.body()).isIn(200, 503);
            return reply.status() == 200;
        } catch (UncheckedIOException killed) {
            return false;
        }
    }

    private static void awaitReceipt(Client client, String id, String round) {
        await(round).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            Reply receipt = client.get("/api/officials/" + id + "/erasure-receipt");
            assertThat(receipt.status()).as(receipt.body()).isEqualTo(200);
            assertThat(receipt.body())
                    .startsWith("registry erasure receipt v2\n")
                    .contains("\nstatistics none\nfiles of no table none\nwrite-ahead log passed\n");
        });
    }

    private void assertNothingIsLeft(String round) throws Exception {
        for (Traces one : erased) {
            assertThat(one.found(home)).as("%s, of %s", round, one.person()).isEmpty();
        }
        assertThat(living.found(home)).as("the search finds who is not erased").isNotEmpty();
    }

    private RegistryProcess launch() throws IOException {
        return RegistryProcess.launch(
                home, "registry.log", "--registry.erasure.patience=5s", "--registry.erasure.look-every=1s");
    }

    private RegistryProcess start() throws IOException {
        RegistryProcess registry = launch();
        registry.awaitReady();
        return registry;
    }

    private static Traces registered(RegistryProcess registry, String id) throws Exception {
        register(registry.client(), id);
        try (Connection superuser = registry.superuser()) {
            return Traces.of(id, superuser);
        }
    }

    private static void register(Client client, String id) {
        Erasures.register(client, id, "Qz" + id + " Uniqueword");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
