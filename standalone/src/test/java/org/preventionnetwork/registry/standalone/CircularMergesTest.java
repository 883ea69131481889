package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.jdbc.core.JdbcTemplate;

/** However many merge at once, no record is merged into itself by way of others. */
class CircularMergesTest {
    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client REGISTRY = RUNNING.client();
    private static int rounds;

    private static List<String> officials(int number) {
        List<String> ids = new ArrayList<>();
        rounds++;
        for (int i = 0; i < number; i++) {
            ids.add("ring-" + rounds + "-" + i);
            REGISTRY.put("/api/officials/" + ids.get(i), "{'fullName': 'Made Up'}")
                    .expect(201);
        }
        return ids;
    }

    private static Reply merge(String official, String into) {
        return REGISTRY.post(
                "/api/officials/" + official + "/merge", "{'into': '" + into + "', 'reason': 'the same person'}");
    }

    private static void assertCircle(Reply refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("MERGE_NOT_POSSIBLE");
        assertThat(refused.text("detail")).contains("circle");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void merges_in_a_ring_that_are_sent_at_once_leave_it_open(int number) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 4; round++) {
                List<String> ring = officials(number);
                List<Callable<Reply>> merges = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    String from = ring.get(i % number);
                    String into = ring.get((i + 1) % number);
                    merges.add(() -> merge(from, into));
                }
                Map<Integer, Integer> statuses = new LinkedHashMap<>();
                for (Future<Reply> sent : senders.invokeAll(merges)) {
                    statuses.merge(sent.get().status(), 1, Integer::sum);
                }
                assertThat(statuses).containsOnlyKeys(200, 409);
                long open = ring.stream()
                        .filter(one -> merge(one, elsewhere()).status() == 200)
                        .count();
                assertThat(open)
                        .as("records of a ring of " + number + " that are merged into none")
                        .isEqualTo(1);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private static String elsewhere() {
        REGISTRY.put("/api/officials/ring-elsewhere", "{'fullName': 'Made Up'}");
        return "ring-elsewhere";
    }

    @Test
    void a_merge_of_another_node_that_is_not_yet_committed_is_waited_for() throws Exception {
        List<String> two = officials(2);
        DataSource database = RUNNING.part("dataSource", DataSource.class);
        JdbcTemplate watch = new JdbcTemplate(database);
        String waiting = "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(7882832511191154688)");
            Future<Reply> sent = sender.submit(() -> merge(two.get(0), two.get(1)));
            await().until(() -> Boolean.TRUE.equals(watch.queryForObject(waiting, Boolean.class)));
            assertThat(sent.isDone()).isFalse();
            other.rollback();
            sent.get().expect(200);
        } finally {
            sender.shutdownNow();
        }
    }

    @Test
    void neither_a_correction_nor_a_retracted_unmerge_nor_a_preview_closes_a_ring() {
        List<String> ids = officials(4);
        String a = ids.get(0);
        String b = ids.get(1);
        String c = ids.get(2);
        String d = ids.get(3);
        assertThat(merge(a, b).status()).isEqualTo(200);
        assertThat(merge(b, c).status()).isEqualTo(200);
        assertCircle(merge(c, a));
        assertCircle(
                REGISTRY.post("/api/officials/" + c + "/merge?dryRun=true", "{'into': '" + a + "', 'reason': 'r'}"));
        String elsewhere = merge(c, d).expect(200).text("factId");
        assertCircle(REGISTRY.post(
                "/api/officials/" + c + "/facts/" + elsewhere + "/correct",
                "{'into': '" + a + "', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'}"));
        String unmerged = REGISTRY.post("/api/officials/" + c + "/unmerge", "{'reason': 'not after all'}")
                .expect(200)
                .text("factId");
        assertThat(merge(d, a).status()).isEqualTo(200);
        assertCircle(REGISTRY.post(
                "/api/officials/" + c + "/facts/" + unmerged + "/annul", "{'reason': 'it was after all'}"));
        assertThat(merge(a, b).expect(200).text("outcome")).isEqualTo("UNCHANGED");
    }

    /** What a registry of before is given with its migration, from the events that it has, is what others keep. */
    @Test
    void what_is_kept_of_merges_is_what_the_events_say() throws Exception {
        List<String> ids = officials(8);
        merge(ids.get(0), ids.get(1)).expect(200);
        merge(ids.get(2), ids.get(3)).expect(200);
        REGISTRY.post("/api/officials/" + ids.get(2) + "/unmerge", "{'reason': 'two after all'}")
                .expect(200);
        String moved = merge(ids.get(4), ids.get(5)).expect(200).text("factId");
        REGISTRY.post(
                        "/api/officials/" + ids.get(4) + "/facts/" + moved + "/correct",
                        "{'into': '" + ids.get(3) + "', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'}")
                .expect(200);
        String undone = merge(ids.get(6), ids.get(7)).expect(200).text("factId");
        REGISTRY.post("/api/officials/" + ids.get(6) + "/facts/" + undone + "/annul", "{'reason': 'never was'}")
                .expect(200);
        JdbcTemplate database = new JdbcTemplate(RUNNING.part("dataSource", DataSource.class));
        List<String> kept = database.queryForList(
                "SELECT official || ' ' || into_official FROM events.merged_official", String.class);
        try (InputStream script =
                CircularMergesTest.class.getResourceAsStream("/db/migration/command/V12__merged_officials.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            String told = sql.substring(sql.indexOf("WITH told"))
                    .replace("SELECT official, into_official FROM", "SELECT official || ' ' || into_official FROM")
                    .replace(";", "");
            assertThat(database.queryForList(told, String.class)).containsExactlyInAnyOrderElementsOf(kept);
        }
        assertThat(kept)
                .contains(ids.get(0) + " " + ids.get(1), ids.get(4) + " " + ids.get(3))
                .noneMatch(row -> row.startsWith(ids.get(2) + " ") || row.startsWith(ids.get(6) + " "));
    }

    @Test
    void a_correction_into_what_is_not_recorded_is_refused() {
        List<String> pair = officials(2);
        String fact = merge(pair.get(0), pair.get(1)).expect(200).text("factId");
        Reply refused = REGISTRY.post(
                "/api/officials/" + pair.get(0) + "/facts/" + fact + "/correct",
                "{'into': 'nobody-of-this-id', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'wrong'}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("UNKNOWN_REFERENCE");
    }

    @Test
    void institutions_succeed_each_other_in_no_circle() {
        for (String id : List.of("ring-ministry", "ring-office", "ring-agency")) {
            REGISTRY.put("/api/institutions/" + id, "{'name': 'Made up', 'kind': 'MINISTRY', 'state': 'PE'}")
                    .expect(201);
        }
        succeed("ring-ministry", "ring-office").expect(200);
        String fact = succeed("ring-office", "ring-agency").expect(200).text("factId");
        Reply circle = succeed("ring-agency", "ring-ministry");
        assertThat(circle.status()).as(circle.body()).isEqualTo(409);
        assertThat(circle.text("detail")).contains("circle");
        for (String by : List.of("ring-ministry", "nothing-of-this-id")) {
            Reply corrected = REGISTRY.post(
                    "/api/institutions/ring-office/facts/" + fact + "/correct",
                    "{'by': '" + by + "', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'wrong'}");
            assertThat(corrected.status()).as(corrected.body()).isEqualTo(409);
        }
    }

    private static Reply succeed(String institution, String by) {
        return REGISTRY.post("/api/institutions/" + institution + "/succeed", "{'by': '" + by + "', 'on': '2015'}");
    }
}
