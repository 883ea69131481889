package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class ImportOverHttpTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static TestRegistry registry;

    @BeforeAll
    static void start() throws SQLException {
        registry = TestRegistry.start(
                data,
                TestDatabase.empty().url(),
                "registry.imports.max-upload=1MB",
                "server.tomcat.max-swallow-size=-1");
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void an_upload_is_accepted_followed_and_deleted() throws IOException, InterruptedException {
        String csv = "network,name,kind\nhh-1,=cmd|x,REGIONAL\nhh-2,Good,REGIONAL\nhh-3,Bad,COLOUR\n";
        HttpResponse<String> accepted = upload("networks.csv", csv.getBytes(StandardCharsets.UTF_8), false);

        assertThat(accepted.statusCode()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> progress = get(location + "/progress", "text/event-stream");
        assertThat(progress.body()).contains("event:done").contains("\"status\":\"COMPLETED\"");
        JsonNode report = json(get(location, "application/json"));
        assertThat(report.get("recorded").asInt()).isEqualTo(1);
        assertThat(report.get("errors").asInt()).isEqualTo(2);
        assertThat(report.get("problems").get(1).get("column").asString()).isEqualTo("kind");
        assertThat(get(location + "/problems", "text/csv").body())
                .startsWith("file,line,column,value,code,detail")
                .contains("networks.csv,2,name,,FORMULA", "networks.csv,4,kind,,INVALID")
                .doesNotContain("cmd|x", "COLOUR");
        assertThat(json(get(location + "/problems?size=1", "application/json"))
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(get("/api/imports", "application/json"))
                        .get("items")
                        .get(0)
                        .get("id"))
                .isEqualTo(report.get("id"));
        try (var left = Files.list(data.resolve("imports"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_file_that_cannot_be_read_fails_with_its_problems() throws IOException, InterruptedException {
        HttpResponse<String> accepted = upload("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}, true);

        RunReport report = registry.await(json(accepted).get("id").asString());
        assertThat(report.status()).isEqualTo(RunReport.Status.FAILED);
        assertThat(report.problems()).hasSize(1);
    }

    @Test
    void more_than_the_limit_is_413_unknown_imports_are_404_and_bad_pages_400()
            throws IOException, InterruptedException {
        assertThat(upload("networks.csv", new byte[3 << 20], false).statusCode())
                .isEqualTo(413);
        assertThat(get("/api/imports/nothing", "application/json").statusCode()).isEqualTo(404);
        assertThat(get("/api/imports?size=0", "application/json").statusCode()).isEqualTo(400);
        assertThat(get("/api/imports?page=x", "application/json").statusCode()).isEqualTo(400);
        assertThat(post("/api/imports", "application/json", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void a_batch_is_taken_back_as_a_whole_unless_later_facts_depend_on_it() throws IOException, InterruptedException {
        RunReport networks = imported("networks.csv", "network,name,kind,founded_on\nan-1,One,REGIONAL,2012\n");
        String members = "network,state,kind,from,until\nan-1,BO,MEMBER,2012,2014\nan-1,PE,MEMBER,2013,\n";
        RunReport memberships = imported("memberships.csv", members);

        HttpResponse<String> refused = annul(networks, "a test");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("FACTS_DEPEND_ON_IT");
        assertThat(json(refused).get("facts")).hasSize(3);
        assertThat(annul(memberships, " ").statusCode()).isEqualTo(400);

        assertThat(annul(memberships, "a test").statusCode()).isEqualTo(200);
        assertThat(annul(networks, "a test").statusCode()).isEqualTo(200);
        assertThat(batchesOfAnnulments()).contains(memberships.id(), networks.id());

        imported("networks.csv", "network,name,kind,founded_on\nan-1,One,REGIONAL,2012\n");
        assertThat(imported("memberships.csv", members).recorded()).isEqualTo(2);
    }

    @Test
    void cells_that_an_import_filled_in_are_emptied_when_it_is_taken_back() throws IOException, InterruptedException {
        imported("networks.csv", "network,name,kind\nan-2,Two,REGIONAL\n");
        imported("meetings.csv", "network,meeting,title,starts_on,city\nan-2,mm-2,First,2013,\n");
        String filled = "network,meeting,title,starts_on,city\nan-2,mm-2,First,2013,Quito\n";
        assertThat(annul(imported("meetings.csv", filled), "wrong city").statusCode())
                .isEqualTo(200);

        RunReport other = imported("meetings.csv", filled.replace("Quito", "Lima"));
        assertThat(other.recorded()).isEqualTo(1);
    }

    @Test
    void officials_are_taken_back_though_no_id_was_written_down_before_it_was_one()
            throws IOException, InterruptedException {
        String csv = "official,full_name,state\nan-official,A Person,AR\nmaria-perez,Somebody,Nowhere\n";
        RunReport report = registry.await(json(upload("officials.csv", csv.getBytes(StandardCharsets.UTF_8), false))
                .get("id")
                .asString());
        assertThat(report.recorded()).isEqualTo(1);
        JdbcTemplate database = registry.bean(JdbcTemplate.class);
        assertThat(database.queryForList(
                        "SELECT aggregate_id FROM imports.touched WHERE run = ?", String.class, report.id()))
                .isEmpty();

        assertThat(annul(report, "a test").statusCode()).isEqualTo(200);

        assertThat(database.queryForList(
                        "SELECT payloadtype FROM events.domainevententry WHERE aggregateidentifier = 'official:an-official'"
                                + " ORDER BY sequencenumber",
                        String.class))
                .containsExactly("official.OfficialRegistered", "official.FactAnnulled");
    }

    private static RunReport imported(String name, String csv) throws IOException, InterruptedException {
        HttpResponse<String> accepted = upload(name, csv.getBytes(StandardCharsets.UTF_8), false);
        RunReport report = registry.await(json(accepted).get("id").asString());
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private static java.util.List<String> batchesOfAnnulments() {
        return registry.bean(JdbcTemplate.class)
                .queryForList(
                        "SELECT convert_from(payload, 'UTF8')::json ->> 'wholeBatch' FROM events.domainevententry"
                                + " WHERE payloadtype LIKE '%FactAnnulled'",
                        String.class);
    }

    private static HttpResponse<String> annul(RunReport report, String reason)
            throws IOException, InterruptedException {
        return post("/api/imports/" + report.id() + "/annul", "application/json", "{\"reason\":\"" + reason + "\"}");
    }

    private static HttpResponse<String> upload(String name, byte[] content, boolean dryRun)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(registry.address() + "/api/imports?dryRun=" + dryRun))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(registry.address() + path)).header("Accept", accept));
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(registry.address() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return RegistryJson.mapper().readTree(response.body());
    }
}
