package org.preventionnetwork.registry.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.api.transparency.TlogProof;
import org.preventionnetwork.registry.api.transparency.TrustedLog;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.TestQuerySide;
import tools.jackson.databind.JsonNode;

/** Packs of evidence, checked with openssl and the shell alone, as their README tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidencePackTest {
    private static final NetworkId LATIN = new NetworkId("latin-american-network");
    private static final OfficialId OFFICIAL = new OfficialId("o-1");
    private static final Map<String, String> ANA =
            Map.of("actor", "ana", "role", "SECRETARIAT", "source", "Acta de Asunción", "reason", "“first”\n```bash");
    private static final String PACK = "/api/evidence?entity=network:latin-american-network";
    private static final int FILLING = 260;

    @TempDir
    private static Path temporary;

    private TestQuerySide queries;
    private UnpackedEvidence pack;

    @BeforeAll
    void sign_some_events() throws Exception {
        queries = TestQuerySide.start(Map.of("registry.evidence.most-events", "100"));
        queries.registry.record(new NetworkEvent.NetworkRegistered(
                LATIN, new FactId("lan"), "Latin American Network", NetworkKind.REGIONAL));
        queries.registry.recordAll(
                IntStream.range(0, FILLING)
                        .mapToObj(n -> new NetworkEvent.NetworkRegistered(
                                new NetworkId("network-" + n),
                                new FactId("registered"),
                                "N " + n,
                                NetworkKind.REGIONAL))
                        .toList(),
                Map.of("actor", "many", "role", "SECRETARIAT"),
                Instant.parse("2026-02-01T12:00:00Z"));
        queries.registry.record(admission("bo-in", "BO"), ANA);
        queries.registry.record(
                new OfficialEvent.OfficialRegistered(
                        OFFICIAL,
                        new FactId("registered"),
                        PersonalText.plain(OFFICIAL, "Juana Quispe"),
                        null,
                        new StateCode("BO"),
                        null,
                        null,
                        null),
                ANA);
        queries.ledger.sign();
        queries.registry.record(admission("ar-in", "AR"), ANA);
        queries.caughtUp();
        pack = UnpackedEvidence.of(queries.bytes(PACK), temporary.resolve("pack"));
    }

    private static NetworkEvent.StateAdmitted admission(String fact, String state) {
        return new NetworkEvent.StateAdmitted(
                LATIN,
                new FactId(fact),
                new MembershipId(fact),
                new StateCode(state),
                MembershipKind.MEMBER,
                HistoricalDate.parse("2012-03-29"));
    }

    @AfterAll
    void stop() {
        queries.close();
    }

    @Test
    void a_pack_has_everything_that_is_needed_to_check_it() throws IOException {
        assertThat(pack.files())
                .containsExactly(
                        "README.md",
                        "checkpoint",
                        "events/1/event.json",
                        "events/1/leaf",
                        "events/1/metadata.json",
                        "events/1/payload.json",
                        "events/1/proof",
                        "events/262/event.json",
                        "events/262/leaf",
                        "events/262/metadata.json",
                        "events/262/payload.json",
                        "events/262/proof",
                        "index.json",
                        "log.pub.pem",
                        "log.vkey",
                        "verify.html");
        TlogProof.parse(pack.read("events/262/proof"))
                .verify(
                        TrustedLog.of(queries.ledger.key()),
                        LeafRecord.decode(pack.read("events/262/leaf")).leafHash());
        assertThat(pack.text("README.md") + pack.text("verify.html")).doesNotContain("{{");
    }

    @Test
    void the_commands_of_its_readme_find_that_everything_fits() throws Exception {
        UnpackedEvidence.Checked checked = pack.followReadme(pack.text("README.md"));
        assertThat(checked.printed()).doesNotContain("WRONG", "rror").endsWith("Everything fits.\n");
        assertThat(checked.printed().lines().filter(line -> line.startsWith("ok")))
                .hasSize(5 + 2 * 7);
        assertThat(checked.status()).isZero();
    }

    @Test
    void the_smallest_log_can_be_checked_too() throws Exception {
        try (TestQuerySide small = TestQuerySide.start(Map.of())) {
            small.registry.record(
                    new NetworkEvent.NetworkRegistered(LATIN, new FactId("lan"), "L", NetworkKind.REGIONAL), ANA);
            small.caughtUp();
            small.ledger.sign();
            UnpackedEvidence one = UnpackedEvidence.of(small.bytes(PACK), temporary.resolve("one"));
            assertThat(one.followReadme(one.text("README.md")).printed()).endsWith("Everything fits.\n");
        }
    }

    private static Arguments tampering(String file, UnaryOperator<String> change) {
        return Arguments.of(file, change);
    }

    /** On texts in Latin-1, so that a character is a byte. */
    private static UnaryOperator<String> instead(String regex, String replacement) {
        return text -> text.replaceFirst(regex, replacement);
    }

    private static UnaryOperator<String> flipped(int fromEnd) {
        return text -> {
            StringBuilder changed = new StringBuilder(text);
            int at = text.length() - fromEnd;
            changed.setCharAt(at, (char) (text.charAt(at) ^ 1));
            return changed.toString();
        };
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                tampering("events/262/payload.json", instead("BO", "AR")),
                tampering("events/262/payload.json", text -> ""),
                tampering("events/262/metadata.json", instead("ana", "eva")),
                tampering("events/262/leaf", flipped(80)),
                tampering("events/262/leaf", flipped(1)),
                tampering("events/262/leaf", text -> text.substring(1)),
                tampering("events/262/proof", instead("index 261", "index 260")),
                tampering("events/262/proof", instead("index 261", "index 0261")),
                tampering("events/262/proof", instead("index 261", "index a[\\$(touch pwned)]")),
                tampering("events/262/proof", instead("(?m)^([A-Za-z0-9+/]{43}=)$", "$1\n$1")),
                tampering("events/262/proof", instead("(?m)^[A-Za-z0-9+/]{43}=\n", "")),
                tampering("events/262/proof", instead("(?m)^[A-Za-z0-9+/]{42}", "A".repeat(42))),
                tampering("events/262/proof", instead("\n263\n", "\n264\n")),
                tampering("events/262/proof", text -> text.replaceAll("\n\n.*", "\n\n")),
                tampering("events/262/event.json", instead("Bolivia", "Argentina")),
                tampering("checkpoint", instead("\n263\n", "\n264\n")),
                tampering("checkpoint", instead("\n263\n", "\na[\\$(touch pwned)]\n")),
                tampering("checkpoint", instead("\n[A-Za-z0-9+/]{42}", "\n" + "A".repeat(42))),
                tampering("checkpoint", instead("^log.example", "log.exampla")),
                tampering("checkpoint", flipped(6)),
                tampering("checkpoint", text -> text.replaceAll("(?s)\n\n.*", "\n\n")),
                tampering("log.vkey", instead("[+][0-9a-f]{8}[+]", "+00000000+")),
                tampering("log.vkey", instead("^log.example", "log.exampla")),
                tampering(
                        "log.pub.pem",
                        text -> SigningKey.generate().verifyingKey().toPem()),
                tampering("log.pub.pem", text -> ""));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void the_commands_of_its_readme_refuse_whatever_was_changed(String file, UnaryOperator<String> change)
            throws Exception {
        UnpackedEvidence copy =
                UnpackedEvidence.of(queries.bytes(PACK), Files.createTempDirectory(temporary, "tampered"));
        String before = Files.readString(copy.folder().resolve(file), StandardCharsets.ISO_8859_1);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(copy.folder().resolve(file), after, StandardCharsets.ISO_8859_1);
        UnpackedEvidence.Checked checked = copy.followReadme(pack.text("README.md"));
        assertThat(checked.printed()).contains("WRONG").doesNotContain("Everything fits");
        assertThat(checked.status()).isNotZero();
        assertThat(copy.folder().resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void the_commands_of_its_readme_miss_every_file_that_is_missing(String file) throws Exception {
        UnpackedEvidence copy =
                UnpackedEvidence.of(queries.bytes(PACK), Files.createTempDirectory(temporary, "missing"));
        Files.delete(copy.folder().resolve(file));
        UnpackedEvidence.Checked checked = copy.followReadme(pack.text("README.md"));
        assertThat(checked.printed()).contains("WRONG").doesNotContain("Everything fits");
    }

    static Stream<String> everyFile() {
        return Stream.of(
                "checkpoint",
                "log.vkey",
                "log.pub.pem",
                "index.json",
                "events/1/payload.json",
                "events/1/metadata.json",
                "events/1/leaf",
                "events/1/event.json",
                "events/1/proof");
    }

    @Test
    void what_was_asked_and_what_is_missing_stands_in_the_index() throws IOException {
        JsonNode index = RegistryJson.mapper().readTree(pack.read("index.json"));
        assertThat(index.at("/question/entity").asString()).isEqualTo("network:latin-american-network");
        assertThat(index.get("treeSize").asLong()).isEqualTo(263);
        assertThat(index.get("notYetSigned").asLong()).isEqualTo(1);
        assertThat(index.get("historyIsWhole").asBoolean()).isTrue();
        assertThat(index.at("/events/1/position").asLong()).isEqualTo(262);
        JsonNode event = RegistryJson.mapper().readTree(pack.read("events/262/event.json"));
        assertThat(event.get("summary").asString()).startsWith("Bolivia admitted to the Latin American Network");
        assertThat(event.get("actor").asString()).isEqualTo("ana");
        assertThat(event.get("eventId")).isEqualTo(index.at("/events/1/eventId"));
    }

    @Test
    void personal_data_is_in_the_stored_bytes_alone() throws IOException {
        UnpackedEvidence official =
                UnpackedEvidence.of(queries.bytes("/api/evidence?entity=o-1"), temporary.resolve("official"));
        for (String file : official.files()) {
            assertThat(official.text(file).contains("Quispe")).as(file).isEqualTo(file.endsWith("payload.json"));
        }
    }

    @Test
    void a_part_of_the_history_is_selected_as_there() throws IOException {
        assertThat(UnpackedEvidence.of(
                                queries.bytes(
                                        "/api/evidence?from=2026-02-01&to=2026-02-01&q=%22N%207%22&type=network."),
                                temporary.resolve("part"))
                        .files())
                .contains("events/9/leaf");
        assertThat(queries.refusal("/api/evidence")).isEqualTo("400 MALFORMED");
        assertThat(queries.refusal("/api/evidence?size=5")).isEqualTo("400 MALFORMED");
        assertThat(queries.refusal("/api/evidence?entity=planet:mars")).isEqualTo("400 MALFORMED");
        assertThat(queries.refusal("/api/evidence?entity=nobody")).isEqualTo("404 NO_EVENTS");
        assertThat(queries.refusal("/api/evidence?factId=ar-in")).isEqualTo("404 NOT_YET_SIGNED");
        assertThat(queries.refusal(PACK + "&atLeastPosition=264")).isEqualTo("404 NOT_YET_SIGNED");
        HttpResponse<byte[]> tooMany = queries.get("/api/evidence?actor=many");
        assertThat(tooMany.statusCode()).isEqualTo(413);
        assertThat(new String(tooMany.body())).contains("TOO_MANY_EVENTS", "more than 100 events fit");
    }

    @Test
    void the_same_pack_is_the_same_bytes() {
        HttpResponse<byte[]> answer = queries.get(PACK);
        assertThat(answer.body()).isEqualTo(queries.bytes(PACK));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"evidence-263.zip\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
