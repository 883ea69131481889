package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.testing.TestRun;

/** An auditor opens a pack's own page in a browser without a network, and it tells true evidence from tampered. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidencePageTest {
    private static final long SEED = TestRun.SEED;
    private static final int ROUNDS = Integer.getInteger("rounds", TestRun.of(4, 12));
    private static final List<String> ALWAYS = List.of("checkpoint", "log.vkey", "log.pub.pem", "index.json");

    @TempDir
    private static Path temporary;

    private Chromium chromium;
    private ZipFiles pack;
    private List<String> events;
    private Path pageFile;

    private BrowserContext window;
    private Page page;
    private final List<String> requests = new ArrayList<>();

    private record Verdict(String verdict, String text) {}

    @BeforeAll
    void ask_for_a_pack() throws IOException {
        Client registry = RunningRegistry.shared().client();
        String network = Ids.next("network");
        registry.put(network, "{'name': 'A Network', 'kind': 'REGIONAL', 'source': '<img src=x onerror=alert(1)>'}")
                .expect(201);
        registry.put(network + "/memberships/proved-bo", "{'state': 'BO', 'kind': 'MEMBER', 'from': '2012-03-29'}")
                .expect(201);
        registry.put(network + "/memberships/proved-ar", "{'state': 'AR', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        String address = "/api/evidence?atLeastVersion=3&entity=network:" + network.replaceAll(".*/", "");
        await().atMost(Duration.ofMinutes(2)).until(() -> isWhole(registry.bytes(address)));
        pack = ZipFiles.of(registry.bytes(address));
        events = pack.files().keySet().stream()
                .filter(name -> name.endsWith("/leaf"))
                .map(name -> name.substring(0, name.length() - "leaf".length()))
                .toList();
        pageFile = Files.write(temporary.resolve("verify.html"), pack.bytes("verify.html"));
        chromium = Chromium.start();
    }

    private static boolean isWhole(byte[] answer) {
        ZipFiles files = ZipFiles.of(answer);
        return files.files().keySet().stream()
                        .filter(name -> name.endsWith("/leaf"))
                        .count()
                == 3;
    }

    @BeforeEach
    void open() {
        window = chromium.offline();
        page = window.newPage();
        page.onRequest((Request request) -> requests.add(request.url()));
        page.navigate(pageFile.toUri().toString());
    }

    @AfterEach
    void nothing_was_asked_of_any_network() {
        window.close();
        assertThat(requests).containsOnly(pageFile.toUri().toString());
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Verdict judged(byte[] zip) {
        page.setInputFiles("#zip", new FilePayload("evidence.zip", "application/zip", zip));
        return verdict();
    }

    private Verdict verdict() {
        page.waitForSelector("#verdict:is([data-verdict=accepted], [data-verdict=unchecked], [data-verdict=refused])");
        Verdict verdict =
                new Verdict(page.locator("#verdict").getAttribute("data-verdict"), page.innerText("#verdict"));
        page.evaluate("() => { delete document.getElementById('verdict').dataset.verdict; }");
        page.setInputFiles("#zip", new FilePayload[0]);
        return verdict;
    }

    @Test
    void evidence_that_is_true_is_accepted_and_shown() {
        Verdict verdict = judged(pack.stored());
        assertThat(verdict.verdict()).as(verdict.text()).isEqualTo("accepted");
        assertThat(verdict.text())
                .contains("Everything fits: 3 events", pack.text("log.vkey").strip(), "came with the pack")
                .contains("3 events up to its number 2 (from 0), none missing before it.");
        assertThat(page.locator("#events tbody tr").count()).isEqualTo(3);
        assertThat(page.innerText("#events")).contains("network.StateAdmitted", "Bolivia admitted", "admin");
    }

    @Test
    void the_unpacked_folder_is_as_good() throws IOException {
        Path folder = temporary.resolve("unpacked");
        pack.unpack(folder);
        page.setInputFiles("#folder", folder);
        assertThat(verdict().verdict()).isEqualTo("accepted");
    }

    @Test
    void a_pack_is_dropped_too() {
        JSHandle dropped = page.evaluateHandle(
                "base64 => { const all = new DataTransfer();"
                        + " all.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'a.zip'));"
                        + " return all; }",
                Base64.getEncoder().encodeToString(pack.stored()));
        page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", dropped));
        assertThat(verdict().verdict()).isEqualTo("accepted");
    }

    @Test
    void a_key_that_the_auditor_knows_is_demanded() {
        page.fill("#key", pack.text("log.vkey").strip());
        assertThat(judged(pack.stored()).text()).contains("as you gave it");
        ZipFiles forged = signedBySomebodyElse();
        page.fill("#key", "");
        assertThat(judged(forged.stored()).verdict()).isEqualTo("accepted");
        page.fill("#key", pack.text("log.vkey").strip());
        assertThat(judged(forged.stored()).text()).contains("not the one that you gave");
    }

    private ZipFiles signedBySomebodyElse() {
        NoteVerifier known = NoteVerifier.parse(pack.text("log.vkey").strip());
        NoteSigner forger = NoteSigner.ed25519(known.name(), SigningKey.generate());
        String note = pack.text("checkpoint");
        String signed = SignedNote.sign(note.substring(0, note.indexOf("\n\n") + 1), forger)
                .toString();
        ZipFiles forged = pack.with("checkpoint", signed.getBytes())
                .with("log.vkey", (forger.verifier() + "\n").getBytes())
                .with("log.pub.pem", forger.verifier().key().toPem().getBytes());
        for (String event : events) {
            forged = forged.with(event + "proof", proof -> proof.replace(note, signed));
        }
        assertThat(Checkpoint.parse(signed.substring(0, signed.indexOf("\n\n") + 1))
                        .size())
                .isPositive();
        return forged;
    }

    @Test
    void a_browser_without_ed25519_says_plainly_that_the_signature_was_not_checked() {
        page.addInitScript("const real = crypto.subtle.importKey.bind(crypto.subtle);"
                + "crypto.subtle.importKey = (form, key, algorithm, ...rest) => algorithm.name === 'Ed25519'"
                + " ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))"
                + " : real(form, key, algorithm, ...rest);");
        page.navigate(pageFile.toUri().toString());
        Verdict verdict = judged(pack.stored());
        assertThat(verdict.verdict()).isEqualTo("unchecked");
        assertThat(verdict.text()).contains("The signature was NOT checked", "openssl");
        assertThat(judged(pack.with(events.get(0) + "payload.json", new byte[] {'{', '}'})
                                .stored())
                        .verdict())
                .isEqualTo("refused");
    }

    @Test
    void whatever_is_changed_in_a_byte_is_refused() {
        Random random = new Random(SEED);
        List<String> accepted = new ArrayList<>();
        for (String name : pack.files().keySet()) {
            boolean isProved = (ALWAYS.contains(name) || name.startsWith("events/")) && !name.equals("index.json");
            for (int i = 0; isProved && i < ROUNDS; i++) {
                byte[] changed = pack.bytes(name).clone();
                int at = i == 0 ? changed.length - 1 : random.nextInt(changed.length);
                changed[at] ^= (byte) (1 << random.nextInt(8));
                if (!judged(pack.with(name, changed).stored()).verdict().equals("refused")) {
                    accepted.add(name + " at " + at);
                }
            }
        }
        assertThat(accepted).as("seed %d", SEED).isEmpty();
    }

    @Test
    void whatever_is_missing_is_refused() {
        for (String name : pack.files().keySet()) {
            if (ALWAYS.contains(name) || name.startsWith("events/")) {
                assertThat(judged(pack.without(name).stored()).verdict())
                        .as(name)
                        .isEqualTo("refused");
            }
        }
    }

    @Test
    void what_is_true_in_another_place_is_refused() {
        String one = events.get(0);
        String other = events.get(1);
        Map<String, ZipFiles> tampered = new LinkedHashMap<>();
        for (String file : List.of("payload.json", "leaf", "proof", "event.json")) {
            tampered.put("swapped " + file, pack.swapped(one + file, other + file));
        }
        ZipFiles swapped = pack;
        for (String file : List.of("payload.json", "metadata.json", "leaf", "event.json", "proof")) {
            swapped = swapped.swapped(one + file, other + file);
        }
        tampered.put("two whole events swapped", swapped);
        String position = one.replaceAll("\\D", "");
        tampered.put(
                "an event that is not listed",
                pack.with(
                        "index.json",
                        index -> index.replaceFirst("(?s)\\{\\s*\"position\" : " + position + ",.*?},", "")));
        tampered.put(
                "listed under another id",
                pack.with(
                        "index.json",
                        index -> index.replaceFirst("\"eventId\" : \"[^\"]*\"", "\"eventId\" : \"another\"")));
        tampered.put(
                "listed as of another entity",
                pack.with(
                        "index.json",
                        index -> index.replaceFirst(
                                "\"entity\" : \"network:[^\"]*\",\\s*\"seq", "\"entity\" : \"network:other\", \"seq")));
        tampered.put(
                "listed with another number",
                pack.with(
                        "index.json", index -> index.replaceFirst("\"sequenceNumber\" : 0", "\"sequenceNumber\" : 1")));
        tampered.put(
                "listed twice",
                pack.with(
                        "index.json",
                        index -> index.replaceFirst("(?s)(\\{\\s*\"position\" : " + position + ",.*?},)", "$1$1")));
        tampered.put(
                "a smaller tree",
                pack.with("index.json", index -> index.replaceFirst("\"treeSize\" : \\d+", "\"treeSize\" : 1")));
        tampered.put(
                "no events",
                pack.with("index.json", index -> index.replaceFirst("(?s)\"events\" : \\[.*\\]", "\"events\" : []")));
        tampered.put("a file more", pack.with(one + "more", new byte[] {1}));
        tampered.put("a way out", pack.with("events/../proof", new byte[] {1}));
        tampered.put(
                "a proof too long",
                pack.with(one + "proof", proof -> proof.replaceFirst("\n([^\n]{44})\n", "\n$1\n$1\n")));
        tampered.put("a proof too short", pack.with(one + "proof", proof -> proof.replaceFirst("\n[^\n]{44}\n", "\n")));
        tampered.put(
                "a hash too short", pack.with(one + "proof", proof -> proof.replaceFirst("\n[^\n]{44}\n", "\nAAAA\n")));
        tampered.put(
                "an index too large",
                pack.with(one + "proof", proof -> proof.replaceFirst("index \\d+", "index 18446744073709551616")));
        tampered.forEach((what, files) ->
                assertThat(judged(files.stored()).verdict()).as(what).isEqualTo("refused"));
    }

    @Test
    void the_way_to_the_root_is_found_in_trees_of_every_shape() {
        for (int size = 1; size <= 34; size++) {
            ZipFiles whole = InventedPack.ofSize(size);
            assertThat(judged(whole.stored()).text())
                    .as("size %d", size)
                    .contains("Everything fits: " + size + " events");
            if (size > 1) {
                ZipFiles forged = InventedPack.withForgedProofs(whole);
                assertThat(judged(forged.stored()).text()).contains("%d of %d events do not fit".formatted(size, size));
            }
        }
    }

    @Test
    void what_is_no_pack_is_refused_with_a_reason() {
        byte[] whole = pack.stored();
        assertThat(judged(new byte[0]).text()).contains("not a ZIP");
        assertThat(judged(new byte[100]).text()).contains("not a ZIP");
        assertThat(judged(Arrays.copyOf(whole, whole.length - 1)).text()).contains("not a ZIP");
        assertThat(judged(pack.compressed()).text()).contains("packed anew");
        assertThat(judged(new ZipFiles(Map.of("a", new byte[0])).stored()).text())
                .contains("log.vkey is missing");
    }

    @Test
    void nothing_in_a_pack_is_ever_executed() {
        ZipFiles hostile =
                pack.with(events.get(0) + "event.json", "{\"summary\": \"<img src=x onerror=alert(1)>\"}".getBytes());
        page.onDialog(dialog -> {
            throw new AssertionError(dialog.message());
        });
        assertThat(judged(hostile.stored()).verdict()).isEqualTo("refused");
        assertThat(page.locator("img").count()).isZero();
    }
}
