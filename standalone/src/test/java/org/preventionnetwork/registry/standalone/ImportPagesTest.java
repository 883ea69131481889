package org.preventionnetwork.registry.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody of the Secretariat drops a file, reads what is wrong with which cell, and applies it when it is right. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPagesTest {
    private static final String PASSWORD = "handed in by hand";
    private static final String NETWORKS =
            "network,name,kind,founded_on\ndropped-network,A dropped network,REGIONAL,2012\n";
    private static final String WRONG_MEMBERSHIPS =
            """
            network,state,kind,from,until,source
            dropped-network,Brazzil,MEMBER,2012-03-29,,
            dropped-network,PE,MEMBER,2012-03-29,2019,A letter of that year
            dropped-network,CL,MEMBRE,29.3.2012,,
            dropped-elsewhere,AR,MEMBER,2012,,
            """;
    private static final String MEMBERSHIPS =
            """
            network,state,kind,from,until,source
            dropped-network,PE,MEMBER,2012-03-29,2019,A letter of that year
            dropped-network,CL,MEMBER,2012-03-29,,
            """;
    private static final String OFFICIALS =
            """
            official,full_name,email,state,position
            dropped-person,Aurelia Untold,aurelia@untold.example,Nowhere,Undersecretary of Secrets
            dropped-other,Aurelia Untold,=aurelia@untold.example,PE,Undersecretary of Secrets
            """;

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void open_a_browser() {
        registry.put("/api/accounts/drop-clerk", "{'password': '" + PASSWORD + "', 'roles': ['SECRETARIAT']}")
                .expect(201);
        registry.put("/api/accounts/drop-auditor", "{'password': '" + PASSWORD + "', 'roles': ['AUDITOR']}")
                .expect(201);
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static FilePayload zip(String name, Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey() + ".csv"));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file(name, bytes.toByteArray());
    }

    private static Locator finished(Page page) {
        Locator counts = page.locator("#problems");
        assertThat(counts).isVisible(new IsVisibleOptions().setTimeout(60_000));
        return page.locator("#counts");
    }

    /** What the database has of rows with problems. */
    private static String kept() {
        return String.valueOf(new JdbcTemplate(RunningRegistry.shared().part("dataSource", DataSource.class))
                .queryForObject(
                        "SELECT string_agg(value || detail, ' ') || (SELECT string_agg(cells, ' ') FROM imports.problem_row)"
                                + " FROM (SELECT coalesce(value, '') AS value, detail FROM imports.problem) problem",
                        String.class));
    }

    /** While this is open, whoever would create the entity waits: it may be about to be created here. */
    private static Connection held(String entity) throws SQLException {
        Connection connection =
                RunningRegistry.shared().part("dataSource", DataSource.class).getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, timestamp,"
                        + " payloadtype, payload, metadata) VALUES (?, ?, 0, '', '', '', '')")) {
            statement.setString(1, "held " + entity);
            statement.setString(2, entity);
            statement.execute();
        }
        return connection;
    }

    @Test
    void a_file_with_errors_is_corrected_at_its_cells_applied_and_found_in_the_history() throws IOException {
        Page page = visitor.open(Visitor.desk(), "drop-clerk", PASSWORD);
        Visitor.follow(page, "#navigation a[href='/imports']");
        page.waitForURL("**/imports");
        page.setInputFiles(
                "#file",
                zip(
                        "networks 2012.zip",
                        Map.of("networks", NETWORKS, "memberships", WRONG_MEMBERSHIPS, "officials", OFFICIALS)));
        assertThat(finished(page).innerText()).contains("Can be recorded\n2", "With errors\n5");
        assertThat(page.innerText(".facts")).contains("Checked", "nothing was recorded", "drop-clerk");
        Locator memberships = page.locator(".problems", new Page.LocatorOptions().setHasText("memberships.csv"));
        Locator misspelt = memberships.locator("td.wrong", new Locator.LocatorOptions().setHasText("Brazzil"));
        assertThat(misspelt.innerText()).contains("INVALID");
        assertThat(memberships
                        .locator("tr", new Locator.LocatorOptions().setHasText("MEMBRE"))
                        .locator("td.wrong")
                        .count())
                .as("both cells of the row")
                .isEqualTo(2);
        assertThat(memberships.locator("tbody th").allInnerTexts()).containsExactly("2", "4", "5");
        Locator officials = page.locator(".problems", new Page.LocatorOptions().setHasText("officials.csv"));
        assertThat(officials.locator("tbody th").allInnerTexts()).containsExactly("2", "3");
        assertThat(officials.innerText()).contains("nor is this a code of one", "FORMULA");
        String[] persons = {"dropped-person", "Nowhere", "dropped-other", "Aurelia", "untold.example", "Undersecretary"
        };
        assertThat(page.textContent("body")).doesNotContain(persons);
        assertThat(kept()).contains("Brazzil").doesNotContain(persons);
        visitor.shoot(page, "import-checked");
        visitor.accessible(page);

        page.selectOption("#in-file", "memberships.csv");
        page.selectOption("#of-code", "INVALID");
        Visitor.follow(page, "#problems .filters button");
        page.waitForURL("**code=INVALID**");
        assertThat(page.locator(".problems h3").allInnerTexts()).containsExactly("memberships.csv");
        assertThat(page.locator("#apply [data-again]").isVisible())
                .as("another page has forgotten the file")
                .isTrue();

        page.setInputFiles("#file", zip("networks.zip", Map.of("networks", NETWORKS, "memberships", MEMBERSHIPS)));
        page.waitForFunction("() => document.querySelector('h1').textContent === 'networks.zip'");
        assertThat(finished(page).innerText()).contains("Can be recorded\n3", "With errors\n0");
        assertThat(page.innerText("#problems")).contains("Nothing is wrong.");
        assertThat(page.locator("#apply [data-again]").isVisible()).isFalse();
        page.click("#apply button");
        page.waitForFunction("() => document.querySelector('.facts').textContent.includes('Applied')");
        assertThat(finished(page).innerText()).contains("Recorded\n3", "With errors\n0");
        visitor.shoot(page, "import-applied");
        Visitor.follow(page, "text=What it recorded, in the history");
        page.waitForURL("**/history?batch=**");
        assertThat(page.innerText(".events")).contains("Peru", "Chile");

        visitor.visit(page, "/imports");
        assertThat(page.locator("main tbody tr").allInnerTexts()).anyMatch(row -> row.contains("networks.zip"));
        visitor.shoot(page, "imports");
    }

    @Test
    void a_list_is_called_by_its_own_name_and_columns_which_only_the_browser_keeps() {
        Page page = visitor.open(Visitor.desk().setLocale("es-AR"), "drop-clerk", PASSWORD);
        visitor.visit(page, "/imports");
        page.setInputFiles(
                "#file", csv("lista de Aurelia.csv", "Nombre;Apellidos;País;Fecha de nacimiento\nA;B;Perú;1970\n"));
        page.waitForFunction("() => document.querySelector('h1').textContent === 'lista de Aurelia.csv'");
        finished(page);
        assertThat(page.innerText("#problems"))
                .contains("fecha de nacimiento", "Aquí no se guardan fechas de nacimiento", "officials.csv");
        page.setInputFiles("#file", csv("officials.csv", "Nombre;Apellidos;País;Color\nA;B;Perú;rojo\n"));
        page.waitForFunction("() => document.querySelector('h1').textContent === 'officials.csv'");
        finished(page);
        assertThat(page.innerText("#problems thead")).contains("Columna 4 “Color”");
        page.setInputFiles("#file", csv("otra lista.csv", "Nombre;Apellidos;País\nImportada;Nueva;Perú\n"));
        page.waitForFunction("() => document.querySelector('h1').textContent === 'otra lista.csv'");
        finished(page);
        assertThat(page.innerText(".facts")).contains("Reconocido como", "officials");
        assertThat(page.innerText(".next")).contains("aún no se ha registrado nada", "Registrarlo");
        visitor.shoot(page, "import-own-names");
        visitor.accessible(page);
        assertThat(registry.get("/api/imports?size=20").expect(200).body())
                .doesNotContain("Aurelia", "otra lista", "Color\"");
    }

    private static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_long_import_is_dropped_and_recorded_while_one_looks_and_taken_back() throws Exception {
        StringBuilder programmes = new StringBuilder("programme,name\n");
        StringBuilder institutions = new StringBuilder("institution,name,kind\n");
        for (int i = 0; i < 100; i++) {
            programmes
                    .append("dropped-")
                    .append(i)
                    .append(",Programme ")
                    .append(i)
                    .append('\n');
            institutions
                    .append("dropped-")
                    .append(i)
                    .append(",Institution ")
                    .append(i)
                    .append(",NGO\n");
        }
        FilePayload files =
                zip("long.zip", Map.of("programmes", programmes.toString(), "institutions", institutions.toString()));
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/imports");
        page.evaluate(
                """
                zip => {
                    const data = new DataTransfer();
                    data.items.add(new File([Uint8Array.from(atob(zip), one => one.charCodeAt(0))], 'long.zip'));
                    document.getElementById('hand-in').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
                }
                """,
                Base64.getEncoder().encodeToString(files.buffer));
        assertThat(finished(page).innerText()).contains("Can be recorded\n200");
        // The first file is told of when it is done; the second does not end while its last row is held.
        try (Connection holding = held("institution:dropped-99")) {
            page.click("#apply button");
            page.waitForFunction("() => document.getElementById('bar') && document.getElementById('bar').value >= 100");
            assertThat(page.innerText("#progress")).contains("Recording", "Rows:", "of 200");
            visitor.shoot(page, "import-running");
            holding.rollback();
        }
        assertThat(finished(page).innerText()).contains("Recorded\n200");

        page.click(".danger summary");
        page.fill("#reason", "Handed in twice");
        page.check(".danger [type=checkbox]");
        visitor.shoot(page, "import-taking-back");
        page.click(".danger button");
        Locator banner = page.locator("main .banner");
        assertThat(banner).isVisible(new IsVisibleOptions().setTimeout(60_000));
        assertThat(banner.innerText()).contains("taken back");
        assertThat(page.locator(".danger").count()).isZero();
    }

    @Test
    void what_is_no_import_is_refused_with_its_reason_and_an_auditor_reads_it_without_scripts() {
        Page page = visitor.open(Visitor.desk(), "drop-clerk", PASSWORD);
        visitor.visit(page, "/imports");
        page.setInputFiles("#file", file("holiday.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        Locator failure = page.locator(".banner.bad");
        assertThat(failure).isVisible(new IsVisibleOptions().setTimeout(30_000));
        assertThat(failure.innerText()).contains("Neither the file’s name");
        String run = page.url().replaceFirst(".*/imports", "/imports");

        page = visitor.open(Visitor.desk().setJavaScriptEnabled(false), "drop-auditor", PASSWORD);
        visitor.visit(page, run);
        assertThat(page.innerText(".facts")).contains("Failed");
        assertThat(page.locator("#hand-in").count()).isZero();
        assertThat(page.locator(".danger").count()).isZero();
        visitor.visit(page, "/imports/none");
        assertThat(page.innerText("h1")).isEqualTo("There is no such page");
        assertThat(registry.get("/imports/templates/focal_points.csv")
                        .expect(200)
                        .body())
                .startsWith("\uFEFFnetwork,state,institution,from,until");
    }

    @Test
    void the_pages_are_accessible_by_day_by_night_and_on_a_phone() {
        String wrong = Imports.run(registry, "memberships.csv", WRONG_MEMBERSHIPS)
                .get("id")
                .asString();
        List<String> paths = List.of("/imports", "/imports/" + wrong);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = visitor.open(Visitor.desk().setColorScheme(scheme));
            for (String path : paths) {
                visitor.visit(page, path);
                page.evaluate("() => document.querySelectorAll('details').forEach(part => part.open = true)");
                visitor.shoot(page, "imports-" + paths.indexOf(path) + (scheme == ColorScheme.DARK ? "-dark" : ""));
                visitor.accessible(page);
            }
        }
        Page page = visitor.open(Visitor.phone());
        for (String path : paths) {
            visitor.visit(page, path);
            visitor.shoot(page, "imports-" + paths.indexOf(path) + "-phone");
            visitor.noWiderThanAPhone(page);
        }
    }
}
