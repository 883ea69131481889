package org.preventionnetwork.registry.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.transparency.ConsistencyProof;
import org.preventionnetwork.registry.api.transparency.EntryBundle;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.InclusionProof;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.transparency.MerkleTree;
import org.preventionnetwork.registry.api.transparency.SignedCheckpoint;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.TlogProof;
import org.preventionnetwork.registry.api.transparency.TrustedLog;
import org.preventionnetwork.registry.query.TestQuerySide;
import tools.jackson.databind.JsonNode;

/** The life of the log as an outsider sees it: before the first checkpoint, under it, grown, and tampered with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerOverHttpTest {
    private static final int SIGNED = 300;

    private static TestQuerySide queries;

    @BeforeAll
    static void start() throws Exception {
        queries = TestQuerySide.start(Map.of());
        record(0, SIGNED);
    }

    private static void record(int from, int to) {
        queries.registry.recordAll(
                IntStream.range(from, to)
                        .mapToObj(n -> new NetworkEvent.NetworkRegistered(
                                new NetworkId("network-" + n),
                                new FactId("registered"),
                                "Network " + n,
                                NetworkKind.REGIONAL))
                        .toList(),
                Map.of("actor", "ana", "role", "SECRETARIAT"),
                Instant.parse("2026-02-01T12:00:00Z"));
        queries.caughtUp();
    }

    @AfterAll
    static void stop() {
        queries.close();
    }

    private static String eventId(int position) {
        return queries.registry.jdbc.queryForObject(
                "SELECT event_id FROM ledger.entry WHERE position = ?", String.class, position);
    }

    private static TrustedLog log() {
        return TrustedLog.of(queries.ledger.key());
    }

    private static List<Hash> hashes(JsonNode array) {
        return array.valueStream().map(node -> Hash.parse(node.asString())).toList();
    }

    @Test
    @Order(1)
    void before_the_first_checkpoint_nothing_is_proved_and_the_answer_says_so() {
        for (String path : List.of(
                "/ledger/checkpoint",
                "/ledger/tile/0/000.p/1",
                "/ledger/consistency?from=1",
                "/ledger/proof/" + eventId(1))) {
            assertThat(queries.refusal(path)).as(path).isEqualTo("404 NOT_YET_SIGNED");
        }
        assertThat(queries.get("/ledger/proof/" + eventId(1)).headers().firstValue("Retry-After"))
                .contains("2");
        JsonNode event = queries.json("/api/history/" + eventId(1));
        assertThat(event.get("inclusion").isNull()).isTrue();
        assertThat(event.get("notIncludedBecause").asString()).contains("no checkpoint yet");
        assertThat(event.get("position").asLong()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void the_newest_checkpoint_is_a_note_that_the_key_signed() {
        queries.ledger.sign();
        HttpResponse<byte[]> answer = queries.get("/ledger/checkpoint");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        SignedCheckpoint checkpoint = log().open(SignedNote.parse(answer.body()));
        assertThat(checkpoint.checkpoint().size()).isEqualTo(SIGNED);
        assertThat(queries.bytes("/ledger/key"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(queries.ledger.key() + "\n");
    }

    @Test
    @Order(3)
    void whoever_fetches_all_tiles_and_entries_comes_to_the_signed_root() {
        EntryBundle full = EntryBundle.decode(queries.bytes("/ledger/tile/entries/000"), 256);
        EntryBundle rest = EntryBundle.decode(queries.bytes("/ledger/tile/entries/001.p/44"), 44);
        HashTile first = HashTile.decode(queries.bytes("/ledger/tile/0/000"), 256);
        assertThat(first).isEqualTo(full.leafHashes());
        assertThat(HashTile.decode(queries.bytes("/ledger/tile/0/001.p/44"), 44))
                .isEqualTo(rest.leafHashes());
        assertThat(HashTile.decode(queries.bytes("/ledger/tile/1/000.p/1"), 1).hashes())
                .containsExactly(first.root());
        MerkleTree read =
                new MerkleTree(SIGNED, path -> HashTile.decode(queries.bytes("/ledger/" + path), path.width()));
        assertThat(read.root()).isEqualTo(queries.ledger.tree().tree(SIGNED).root());
        LeafRecord leaf = LeafRecord.decode(rest.entries().get(43));
        assertThat(leaf.eventId()).isEqualTo(eventId(SIGNED));
        assertThat(leaf.payloadType()).isEqualTo("network.NetworkRegistered");
    }

    @Test
    @Order(3)
    void a_tile_never_changes_so_everybody_may_keep_it() {
        for (String path : List.of("0/000", "0/001.p/44", "0/001.p/7")) {
            HttpResponse<byte[]> answer = queries.get("/ledger/tile/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        }
    }

    @Test
    @Order(3)
    void entries_name_officials_so_no_cache_hands_them_out_past_the_access_log() {
        HttpResponse<byte[]> answer = queries.get("/ledger/tile/entries/000");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    @Order(3)
    void a_tile_has_one_address_and_only_the_signed_tree_has_tiles() {
        for (String path : List.of(
                "0/0",
                "0/00",
                "00/000",
                "-1/000",
                "0/000.p/256",
                "0/000.p/0",
                "0/000.p/01",
                "0/x000/000",
                "0//000",
                "entries/000.p",
                "leaves/000",
                "0/%30%30%30",
                "0/000/",
                "0/000;a=b",
                "64/000",
                "0/000.P/1",
                "0/x999/x999/x999/x999/x999/x999/999",
                "0/999999999999999999999")) {
            assertThat(queries.refusal("/ledger/tile/" + path)).as(path).isIn("400 MALFORMED", "404 UNKNOWN_ENTITY");
        }
        for (String path : List.of("0/001", "0/001.p/45", "0/002.p/1", "1/000", "1/000.p/2", "2/000.p/1", "63/000")) {
            assertThat(queries.refusal("/ledger/tile/" + path)).as(path).isEqualTo("404 UNKNOWN_ENTITY");
        }
    }

    @Test
    @Order(3)
    void every_event_under_the_checkpoint_has_a_proof_to_keep() {
        for (int position : List.of(1, 2, 256, 257, SIGNED)) {
            TlogProof proof = TlogProof.parse(queries.bytes("/ledger/proof/" + eventId(position)));
            assertThat(proof.index()).isEqualTo(position - 1);
            proof.verify(log(), leafHash(position));
        }
        assertThat(queries.refusal("/ledger/proof/there-is-none")).isEqualTo("404 UNKNOWN_ENTITY");
    }

    private static Hash leafHash(int position) {
        return Hash.of(queries.registry.jdbc.queryForObject(
                "SELECT leaf_hash FROM ledger.entry WHERE position = ?", byte[].class, position));
    }

    @Test
    @Order(3)
    void an_event_is_shown_with_its_proof() {
        JsonNode event = queries.json("/api/history/" + eventId(257));
        JsonNode inclusion = event.get("inclusion");
        assertThat(event.get("notIncludedBecause").isNull()).isTrue();
        assertThat(inclusion.get("position").asLong()).isEqualTo(257);
        SignedCheckpoint checkpoint = log().open(
                        SignedNote.parse(inclusion.get("checkpoint").asString().getBytes(StandardCharsets.UTF_8)));
        assertThat(inclusion.get("root").asString())
                .isEqualTo(checkpoint.checkpoint().root().toBase64());
        new InclusionProof(
                        inclusion.get("leafIndex").asLong(),
                        inclusion.get("treeSize").asLong(),
                        hashes(inclusion.get("proof")))
                .verify(
                        Hash.parse(inclusion.get("leafHash").asString()),
                        checkpoint.checkpoint().root());
    }

    @Test
    @Order(4)
    void a_grown_log_is_proved_to_begin_with_the_earlier_one() {
        record(SIGNED, SIGNED + 20);
        String last = eventId(SIGNED + 20);
        assertThat(queries.refusal("/ledger/proof/" + last)).isEqualTo("404 NOT_YET_SIGNED");
        assertThat(queries.json("/api/history/" + last)
                        .get("notIncludedBecause")
                        .asString())
                .contains("not under a checkpoint yet");
        assertThat(queries.refusal("/ledger/consistency?from=1&to=320")).isEqualTo("404 NOT_YET_SIGNED");
        queries.ledger.sign();
        for (int from : List.of(1, 255, 256, 300, 319, 320)) {
            JsonNode proof = queries.json("/ledger/consistency?from=" + from);
            Hash earlier = Hash.parse(proof.get("fromRoot").asString());
            assertThat(earlier).isEqualTo(queries.ledger.tree().tree(from).root());
            new ConsistencyProof(from, proof.get("to").asLong(), hashes(proof.get("hashes")))
                    .verify(earlier, Hash.parse(proof.get("toRoot").asString()));
        }
        assertThat(queries.json("/ledger/consistency?from=100&to=300").get("to").asLong())
                .isEqualTo(300);
        for (String query : List.of("", "?from=0", "?from=301&to=300", "?from=x", "?from=1&to=0", "?from=-1")) {
            assertThat(queries.refusal("/ledger/consistency" + query)).isEqualTo("400 MALFORMED");
        }
        assertThat(queries.refusal("/ledger/consistency?from=1&to=321")).isEqualTo("404 NOT_YET_SIGNED");
        assertThat(queries.bytes("/ledger/tile/0/001.p/44")).hasSize(44 * 32);
    }

    @Test
    @Order(5)
    void what_was_tampered_with_is_not_handed_out_as_evidence() {
        queries.registry.jdbc.execute("ALTER TABLE events.domainevententry DISABLE TRIGGER never_changed");
        queries.registry.jdbc.update(
                "UPDATE events.domainevententry SET payload = payload || ' '::bytea WHERE eventidentifier = ?",
                eventId(260));
        assertThat(queries.refusal("/ledger/proof/" + eventId(260))).isEqualTo("500 LEDGER_INCONSISTENT");
        assertThat(queries.refusal("/ledger/tile/entries/001.p/64")).isEqualTo("500 LEDGER_INCONSISTENT");
        assertThat(queries.refusal("/api/evidence?entity=network-259")).isEqualTo("500 LEDGER_INCONSISTENT");
        JsonNode event = queries.json("/api/history/" + eventId(260));
        assertThat(event.get("inclusion").isNull()).isTrue();
        assertThat(event.get("notIncludedBecause").asString()).contains("position 260 is not the one that was signed");
        assertThat(queries.get("/ledger/proof/" + eventId(261)).statusCode()).isEqualTo(200);
    }
}
