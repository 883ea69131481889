package org.preventionnetwork.registry.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** An administrator looks after projections and ledger; others see how these do. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsPagesTest {
    private static final String PASSWORD = "keeps it running";

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void open_a_browser() {
        for (String role : List.of("ADMIN", "AUDITOR", "DASHBOARD")) {
            registry.put(
                            "/api/accounts/run-" + role.toLowerCase(java.util.Locale.ROOT),
                            "{'password': '" + PASSWORD + "', 'roles': ['" + role + "']}")
                    .expect(201);
        }
        registry.put("/api/programmes/run-programme", "{'name': 'To be projected'}")
                .expect(201);
    }

    @Test
    void who_only_administers_begins_here_rebuilds_a_projection_and_sees_it_done() {
        Page page = visitor.open(Visitor.desk(), "run-admin", PASSWORD);
        assertThat(page.url()).endsWith("/operations");
        assertThat(page.locator("#navigation a").allInnerTexts()).containsExactly("Signed log", "Operations");
        Locator row = page.locator("#projection-statements");
        int before = Integer.parseInt(row.locator("[data-live^=version]").innerText());
        row.locator("summary").click();
        visitor.shoot(page, "operations-rebuild");
        row.locator("details button").click();
        assertThat(row.locator("[data-message]")).hasText("Begun.");
        assertThat(row.locator("[data-live^=version]"))
                .containsText(String.valueOf(before + 1), new ContainsTextOptions().setTimeout(60_000));

        page.click("text=Verify now");
        assertThat(page.locator("[data-live=verification]"))
                .containsText("Nobody touched it", new ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator("[data-live=verification]")).containsText("ledger");
        assertThat(page.locator("[data-live=verification]")).containsText("none");
        assertThat(page.innerText("[data-live=ledger]")).contains("prevention-network-registry/");
        assertThat(page.locator(".health li").count()).isEqualTo(6);
        visitor.visit(page, "/operations?lang=pt");
        assertThat(page.innerText("[data-live=verification]"))
                .containsPattern("[0-9]+ eventos, raiz \\S+=")
                .containsPattern("[0-9]+ projeções feitas de novo, até à posição [0-9.]+")
                .containsPattern("[0-9]+ ficheiros de chaves")
                .doesNotContain("events", "made again", "compared");
        visitor.visit(page, "/operations?lang=en");

        visitor.visit(page, "/");
        assertThat(page.innerText("h1")).isEqualTo("This is not for you to see");
        Visitor.follow(page, "text=Back to the start");
        page.waitForURL("**/operations");
    }

    /** The row that a rebuild writes, since a real one is over before anybody looks. */
    @Test
    void a_rebuild_under_way_is_shown_with_the_time_left_until_it_is_over() throws SQLException {
        DataSource queries = RunningRegistry.shared().part("queryDataSource", DataSource.class);
        JdbcTemplate database = new JdbcTemplate(queries);
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/operations");
        Locator bar = page.locator("#projection-editions progress");
        // What nobody attends to would be taken over.
        try (Connection builder = queries.getConnection();
                Statement statement = builder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('editions_v77', 0))");
            database.update(
                    """
                    INSERT INTO operations.projection (name, version, shape, state, position, target, started_at)
                    VALUES ('editions', 77, 1, 'BUILDING', 5000, 20000, now() - interval '10 s')
                    """);
            assertThat(bar).hasAttribute("value", "25.0");
            assertThat(page.innerText("#projection-editions")).contains("Events: 5,000 of 20,000", "s left");
            visitor.shoot(page, "operations-rebuilding");
            database.update("DELETE FROM operations.projection WHERE name = 'editions' AND version = 77");
            statement.execute("SELECT pg_advisory_unlock(hashtextextended('editions_v77', 0))");
        }
        assertThat(bar).hasCount(0);
    }

    @Test
    void what_cannot_be_brought_in_is_shown_and_tried_again() {
        JdbcTemplate database = new JdbcTemplate(RunningRegistry.shared().part("queryDataSource", DataSource.class));
        registry.put("/api/programmes/run-parked", "{'name': 'To be parked'}").expect(201);
        database.update(
                """
                INSERT INTO operations.dead_letter (projection, version, entity, position, event_name, error_code)
                SELECT name, version, 'programme:run-parked', 1, 'programme.ProgrammeEstablished', 'MADE_UP'
                FROM operations.projection WHERE name = 'programmes' AND state = 'LIVE'
                """);
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/operations");
        Locator letters = page.locator("[data-live=letters]");
        assertThat(letters.innerText()).contains("programme:run-parked", "MADE_UP");
        visitor.shoot(page, "operations-parked");
        letters.locator("tr", new Locator.LocatorOptions().setHasText("run-parked"))
                .locator("button")
                .first()
                .click();
        assertThat(page.locator("[data-live=letters]")).not().containsText("run-parked");
    }

    @Test
    void an_auditor_reads_without_scripts_and_is_offered_nothing_to_do() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false), "run-auditor", PASSWORD);
        Visitor.follow(page, "#navigation a[href='/operations']");
        page.waitForURL("**/operations");
        assertThat(page.locator(".projections tbody tr").count()).isGreaterThan(5);
        assertThat(page.locator("main form, main details").count()).isZero();
        page = visitor.open(Visitor.desk(), "run-dashboard", PASSWORD);
        assertThat(page.locator("#navigation a").allInnerTexts()).doesNotContain("Import", "Operations");
        visitor.visit(page, "/operations");
        assertThat(page.innerText("h1")).isEqualTo("This is not for you to see");
    }

    @Test
    void the_page_is_accessible_by_day_by_night_and_on_a_phone() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = visitor.open(Visitor.desk().setColorScheme(scheme));
            visitor.visit(page, "/operations");
            visitor.shoot(page, "operations" + (scheme == ColorScheme.DARK ? "-dark" : ""));
            visitor.accessible(page);
        }
        Page page = visitor.open(Visitor.phone());
        visitor.visit(page, "/operations");
        visitor.shoot(page, "operations-phone");
        visitor.noWiderThanAPhone(page);
    }
}
