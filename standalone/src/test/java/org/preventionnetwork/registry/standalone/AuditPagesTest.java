package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An auditor's browser checks the log by itself, reads a thing's history as differences, and asks why a number changed. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditPagesTest {
    private static final Path VECTORS = Path.of("../shared-api/src/test/resources/transparency");

    private final Client registry = RunningRegistry.shared().client();
    private final String network = Ids.next("network");
    private final String edition = Ids.next("edition");

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    private String eventId;

    @BeforeAll
    void a_report_is_printed_and_a_letter_turns_up() {
        registry.put(network, "{'name': 'An Audited Network', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}")
                .expect(201);
        for (String state : List.of("AR", "BO", "PE")) {
            registry.put(
                            network + "/memberships/" + state.toLowerCase() + "-audited",
                            "{'state': '" + state
                                    + "', 'kind': 'MEMBER', 'from': '2012-03-29', 'source': 'Founding act'}")
                    .expect(201);
        }
        registry.put(
                        edition,
                        "{'title': 'Annual report 2024', 'publishedOn': '2025-03', 'figures': [{'key': 'members',"
                                + " 'label': 'States in the network', 'metric': 'MEMBER_STATES', 'scope': 'network:"
                                + id(network) + "', 'asOf': '2024', 'printed': 3}]}")
                .expect(201);
        registry.post(network + "/memberships/pe-audited/withdraw", "{'on': '2023-05', 'source': 'A letter'}")
                .expect(200);
        String version = registry.post(
                        network + "/memberships/pe-audited/correct",
                        "{'until': '2022-05', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'Misread the year'}")
                .expect(200)
                .text("version");
        String events = "/api/history?entity=network:" + id(network) + "&atLeastVersion=" + version;
        String last =
                registry.get(events).expect(200).items().get(0).get("position").asString();
        registry.get(edition + "?atLeastPosition=" + last).expect(200);
        eventId = registry.get(events + "&type=network.StateWithdrew")
                .expect(200)
                .items()
                .get(0)
                .get("eventId")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> registry.get("/ledger/proof/" + eventId).status() == 200);
    }

    private static String id(String address) {
        return address.replaceAll(".*/", "");
    }

    private static void judged(Page page, String place, String verdict) {
        page.waitForSelector(place + " .checks:not([data-verdict=running])[data-verdict]");
        assertThat(page.getAttribute(place + " .checks", "data-verdict"))
                .as(page.innerText(place))
                .isEqualTo(verdict);
    }

    @Test
    void an_event_is_verified_in_the_browser_which_remembers_the_log_and_notices_when_it_changes() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/history/" + eventId);
        page.click("#verify button");
        judged(page, "#verify", "accepted");
        assertThat(page.innerText("#verify")).contains("What is stored is what was recorded", "remembers the log");
        visitor.shoot(page, "event-verified");
        visitor.accessible(page);

        registry.post(network + "/adopt-charter", "{'title': 'A charter', 'on': '2014'}")
                .expect(200);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            visitor.visit(page, "/ledger");
            judged(page, "#watch", "accepted");
            return page.innerText("#watch").matches("(?s).*grow from size ([\\d,]+) to (?!\\1:)[\\d,]+: .*");
        });
        visitor.shoot(page, "ledger");
        visitor.accessible(page);

        // A checkpoint from an archive fits; one of another history does not.
        String kept = page.evaluate("() => JSON.parse(localStorage.getItem('registry.log')).note")
                .toString();
        page.fill("#older textarea", kept);
        page.click("#older button");
        judged(page, "#older", "accepted");

        // Had the log been made anew with other events and the real key, its old root would not be in it any more.
        page.evaluate(
                """
                () => {
                  const seen = JSON.parse(localStorage.getItem('registry.log'));
                  const lines = seen.note.split('\\n');
                  lines[2] = btoa('another root of 32 bytes........');
                  seen.note = lines.join('\\n');
                  localStorage.setItem('registry.log', JSON.stringify(seen));
                }
                """);
        page.reload();
        judged(page, "#watch", "refused");
        visitor.shoot(page, "ledger-refused");
        visitor.accessible(page);
        page.click("#watch .checks button");
        page.waitForSelector("#watch .checks[data-verdict=accepted]");
    }

    @Test
    void the_browsers_proofs_are_judged_as_the_public_vectors_say() throws IOException {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/ledger");
        Object wrong = page.evaluate(
                """
                async ({consistency, inclusion}) => {
                  const rows = (text) => text.split('\\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\\t'));
                  const bytes = (text) => verifier.base64(text, 'vector');
                  const proofs = (text) => (text ?? '') === '' ? [] : text.split(',').map(bytes);
                  const judge = async (check) => {
                    try {
                      await check();
                      return 'valid';
                    } catch (refused) {
                      if (!(refused instanceof verifier.Refused)) {
                        throw refused;
                      }
                      return 'invalid';
                    }
                  };
                  const wrong = [];
                  let judged = 0;
                  for (const [name, verdict, size1, size2, root1, root2, proof] of rows(consistency)) {
                    judged++;
                    if (await judge(() => verifier.checkConsistency(BigInt(size1), bytes(root1), BigInt(size2), bytes(root2), proofs(proof))) !== verdict) {
                      wrong.push(name);
                    }
                  }
                  for (const [name, verdict, index, size, leaf, root, proof] of rows(inclusion)) {
                    judged++;
                    if (await judge(() => verifier.checkInclusion(bytes(leaf), {index: BigInt(index), hashes: proofs(proof)}, {size: BigInt(size), root: bytes(root)})) !== verdict) {
                      wrong.push(name);
                    }
                  }
                  return judged + ' judged, wrong: ' + wrong.join(' ');
                }
                """,
                Map.of(
                        "consistency", Files.readString(VECTORS.resolve("consistency.tsv")),
                        "inclusion", Files.readString(VECTORS.resolve("inclusion.tsv"))));
        assertThat(wrong).isEqualTo("196 judged, wrong: ");
    }

    @Test
    void why_did_this_number_change() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/editions");
        visitor.accessible(page);
        Visitor.follow(page, "main a[href='/editions/" + id(edition) + "']");
        Locator figure = page.locator("main tbody tr");
        assertThat(figure.innerText()).contains("States in the network", "Member states, 2024", "changed by");
        assertThat(figure.locator("td.number").allInnerTexts()).containsExactly("3", "3", "2");
        visitor.shoot(page, "edition");
        visitor.accessible(page);
        Visitor.follow(page, figure.locator("td a"));
        assertThat(page.innerText(".events")).contains("Peru", "withdrew", "the figure since", "A letter");
        visitor.shoot(page, "edition-figure");
        visitor.accessible(page);
        Visitor.follow(page, page.locator(".events a.summary").first());
        assertThat(page.innerText("h1")).contains("Peru");
        Page phone = visitor.open(Visitor.phone().setColorScheme(ColorScheme.DARK));
        for (String path : List.of(
                "/editions", "/editions/" + id(edition), "/editions/" + id(edition) + "/figures/members", "/ledger")) {
            visitor.visit(phone, path);
            visitor.noWiderThanAPhone(phone);
            visitor.accessible(phone);
            visitor.shoot(phone, "phone" + path.replace(id(edition), "edition").replace('/', '-'));
        }
    }

    @Test
    void the_history_of_one_thing_reads_as_differences_and_a_question_can_be_kept() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/history?entity=network:" + id(network));
        Locator corrected = page.locator(".events li", new Page.LocatorOptions().setHasText("Misread the year"));
        assertThat(corrected.locator(".fields del").first().innerText()).isEqualTo("May 2023");
        assertThat(corrected.locator(".fields ins").first().innerText()).isEqualTo("May 2022");
        assertThat(page.getAttribute(".result a", "href")).isEqualTo("/api/evidence?entity=network:" + id(network));
        page.click("#saved summary");
        page.fill("#saved-name", "The audited network");
        page.click("#saved button[type=submit]");
        visitor.visit(page, "/history");
        visitor.shoot(page, "history-saved");
        visitor.accessible(page);
        Visitor.follow(page, "#saved a");
        Visitor.arrives(page, "/history?entity=network:" + id(network));
        page.click("#saved li button");
        assertThat(page.locator("#saved li").count()).isZero();
    }

    @Test
    void a_dashboard_sees_why_a_number_changed_but_nobody_who_recorded_it() {
        registry.put("/api/accounts/audit-dashboard", "{'password': 'seen by many', 'roles': ['DASHBOARD']}")
                .expect(201);
        Page page = visitor.open(Visitor.desk(), "audit-dashboard", "seen by many");
        visitor.visit(page, "/editions/" + id(edition) + "/figures/members");
        assertThat(page.innerText(".events"))
                .contains("Event ", "Peru is a member of", "A letter")
                .doesNotContain("admin", "network.");
        assertThat(page.locator(".events a:not([href^='/networks/'])").count()).isZero();
        visitor.visit(page, "/ledger");
        judged(page, "#watch", "accepted");
    }
}
