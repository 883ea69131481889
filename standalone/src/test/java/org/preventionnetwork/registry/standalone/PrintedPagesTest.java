package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What of every kind of page is on paper, and what of it a phone shows: all that it says, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class PrintedPagesTest {
    /** A sheet of A4 without its margins, at 96 dots per inch. */
    private static final int SHEET = 703;

    private static final int PHONE = 390;

    private static final String SEEN =
            """
            const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
                && element.getClientRects().length > 0 && !element.closest('.quiet, svg.definitions');
            const name = (element) => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
                + (typeof element.className === 'string' && element.className ? '.' + element.className.trim().replaceAll(' ', '.') : '');
            """;
    private static final String ON_PAPER = "(width) => {" + SEEN
            + """
              const wrong = [];
              document.querySelectorAll('form:not(.record), button, nav, input, select, textarea, summary:not(td > details > summary:has(code)), [role=button], .acts, .skip')
                  .forEach((one) => { if (seen(one)) { wrong.push('control ' + name(one)); } });
              const dated = document.querySelector('.on-paper');
              if (!dated || !seen(dated) || !/UTC/.test(dated.innerText)) { wrong.push('no time of printing'); }
              if (document.querySelector('#clocks') && dated && !dated.innerText.includes('as known on')) { wrong.push('no day it is for'); }
              document.querySelectorAll('section, table, .scroll').forEach((one) => {
                if (getComputedStyle(one).breakInside !== 'auto') { wrong.push('moves to the next sheet whole ' + name(one)); }
              });
              document.querySelectorAll('thead').forEach((one) => {
                if (seen(one) && getComputedStyle(one).display !== 'table-header-group') { wrong.push('is not repeated ' + name(one)); }
              });
              document.querySelectorAll('table').forEach((table) => {
                if (!seen(table)) { return; }
                const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length > 1);
                const columns = Math.max(0, ...rows.map((row) => row.cells.length));
                for (let i = 0; i < columns; i++) {
                  const cells = rows.map((row) => row.cells[i]).filter((cell) => cell && seen(cell));
                  if (cells.length > 0 && cells.every((cell) => cell.innerText.trim() === '' && !cell.querySelector('svg, .dot'))) {
                    wrong.push('empty column ' + (i + 1) + ' of ' + name(table) + ' ' + table.innerText.slice(0, 60));
                  }
                }
              });
              document.querySelectorAll('.rung .dot').forEach((one) => {
                const step = one.closest('.rung');
                const style = getComputedStyle(one);
                const filled = one.clientWidth < 1 && style.borderTopStyle === 'solid';
                const taken = step.matches('.taken');
                if (taken && filled === step.matches('.possible') || taken && style.visibility !== 'visible' || !taken && style.visibility === 'visible') {
                  wrong.push('looks otherwise than it is, where backgrounds are not printed ' + name(step));
                }
              });
              document.querySelectorAll('body *').forEach((one) => {
                if (seen(one) && !one.closest('svg') && one.getBoundingClientRect().right > width + 1) {
                  wrong.push('beyond the edge ' + name(one) + ' ' + Math.round(one.getBoundingClientRect().right));
                }
                const style = getComputedStyle(one);
                if (seen(one) && /auto|scroll|hidden/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1) {
                  wrong.push('cut ' + name(one));
                }
              });
              return [...new Set(wrong)].slice(0, 8);
            }
            """;
    private static final String ON_A_PHONE = "(width) => {" + SEEN
            + """
              const wrong = [];
              if (document.documentElement.scrollWidth > width) { wrong.push('the page is wider'); }
              document.querySelectorAll('.rung.taken, [data-label]:not(.rung, :empty)').forEach((one) => {
                if (seen(one) && getComputedStyle(one, '::before').display === 'none') { wrong.push('without a label ' + name(one)); }
              });
              const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                if (!seen(text.parentElement) || text.parentElement.closest('code, pre, .source, .hash, svg')) { continue; }
                for (const word of text.data.matchAll(/(?<![\\p{L}-])\\p{L}{4,16}(?![\\p{L}-])/gu)) {
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  if (new Set([...range.getClientRects()].map((part) => Math.round(part.top))).size > 1) { wrong.push('broken within ' + word[0]); }
                }
              }
              document.querySelectorAll('body *').forEach((one) => {
                if (!seen(one) || one.closest('svg') || one.matches('pre, input, textarea, select')) { return; }
                const style = getComputedStyle(one);
                const wider = /auto|scroll|hidden/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
                const cue = getComputedStyle(one, '::before').content.includes('\\u27F7') && style.backgroundImage.includes('gradient');
                if (wider && one.querySelector(':scope > table:not(.calendar)')) {
                  wrong.push('a table is wider ' + name(one) + ' ' + one.scrollWidth);
                }
                if (wider && !cue) {
                  wrong.push('without a cue ' + name(one) + ' ' + (one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || '') + ' ' + one.scrollWidth);
                }
                if (one.matches('.status') && !one.closest('.scroll:has(tr > :nth-child(5)) table:not(.roster, .as-cards)')
                    && one.getBoundingClientRect().right > width) {
                  wrong.push('a status is off the screen ' + one.innerText);
                }
              });
              return [...new Set(wrong)].slice(0, 8);
            }
            """;

    private final Client registry = RunningRegistry.shared().client();
    private final Map<String, String> pages = new LinkedHashMap<>();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void import_the_sample() {
        Imports.instituteInShared();
        for (String id : List.of("printed-twice-one", "printed-twice-two")) {
            registry.put(
                            "/api/officials/" + id,
                            "{'fullName': 'Bartholomea Printed', 'email': 'twice@printed.example', 'state': 'PY',"
                                    + " 'position': 'Adviser', 'from': '2010'}")
                    .expect(201);
        }
        RunningRegistry.shared().settle();
        String event = registry.get("/api/history?entity=network:latin-american-network&q=Bolivia")
                .items()
                .get(0)
                .get("eventId")
                .asString();
        String imported =
                registry.get("/api/imports?size=1").items().get(0).get("id").asString();
        String enrolment = registry.get("/api/seminars/s-2018-04/enrollments")
                .items()
                .get(0)
                .get("enrollmentId")
                .asString();
        for (String path : List.of(
                "/",
                "/?asOf=2013&scope=latin-american-network",
                "/figures/MEMBER_STATES",
                "/figures/ALUMNI",
                "/statements",
                "/statements/st-027",
                "/networks",
                "/networks/latin-american-network",
                "/networks/latin-american-network/compare?asOf1=2011&asOf2=2016",
                "/seminars",
                "/seminars?view=calendar&year=2014",
                "/seminars/s-2018-04",
                "/seminars/s-973",
                "/programmes",
                "/programmes/global-lemkin-seminar",
                "/initiatives",
                "/initiatives/nm-ar",
                "/institutions",
                "/institutions/auschwitz-institute",
                "/officials",
                "/officials/official-0001",
                "/duplicate-officials",
                "/states",
                "/states/AR",
                "/editions",
                "/ledger",
                "/history?entity=seminar%3As-2018-04",
                "/history/" + event,
                "/record",
                "/record/seminars/annul-enrollment?seminarId=s-2018-04&enrollmentId=" + enrolment,
                "/record/seminars/correct-fact?seminarId=s-2018-04",
                "/record/editions/pin-edition",
                "/imports",
                "/imports/" + imported,
                "/operations",
                "/account",
                "/accounts",
                "/accounts/admin",
                "/account-changes",
                "/access-log",
                "/erasure?official=official-0001",
                "/networks/there-is-none")) {
            String name = path.replace(event, "event").replace(imported, "one").replace(enrolment, "one");
            pages.put(name.replaceAll("[^A-Za-z0-9]+", "-"), path);
        }
    }

    @Test
    void on_paper_there_is_nothing_to_press_no_empty_column_and_nothing_beyond_the_edge() {
        Page page = visitor.open(Visitor.desk().setViewportSize(SHEET, 1000));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(faults(page, ON_PAPER, SHEET, "print")).isEmpty();
    }

    @Test
    void on_a_phone_whatever_is_off_the_screen_is_said_to_be() {
        Page page = visitor.open(Visitor.phone());
        assertThat(faults(page, ON_A_PHONE, PHONE, "phone")).isEmpty();
    }

    private Map<String, Object> faults(Page page, String looking, int width, String on) {
        Map<String, Object> faults = new TreeMap<>();
        pages.forEach((name, path) -> {
            visitor.visit(page, path);
            List<?> wrong = (List<?>) page.evaluate(looking, width);
            if (!wrong.isEmpty()) {
                faults.put(path, wrong);
            }
            visitor.shoot(page, on + name);
        });
        visitor.leave();
        return faults;
    }
}
