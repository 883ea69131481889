package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the registry tells whoever keeps it running, and which request a line or an event is of. */
class MetricsTest {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+(?:\\{[^}]*})?) (\\S+)$");
    private static final Client ADMIN = RunningRegistry.shared().client();
    private static Client scraper;

    @BeforeAll
    static void an_account_that_sees_no_person_scrapes() {
        ADMIN.put("/api/accounts/scraper", "{'password': 'only for scraping', 'roles': ['DASHBOARD']}")
                .expect(201);
        scraper = ADMIN.as("scraper", "only for scraping");
    }

    private static Map<String, Double> scrape() {
        Matcher samples =
                SAMPLE.matcher(scraper.get("/actuator/prometheus").expect(200).body());
        return samples.results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> Double.valueOf(found.group(2)), (one, other) -> one));
    }

    private static double sum(Map<String, Double> samples, String name, String... labels) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{"))
                .filter(sample ->
                        Stream.of(labels).allMatch(label -> sample.getKey().contains(label)))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    @Test
    void commands_are_counted_by_type_and_by_what_came_of_them() {
        String network = Ids.next("network");
        Map<String, Double> before = scrape();

        ADMIN.put(network, "{'name': 'Metered network', 'kind': 'REGIONAL'}").expect(201);
        ADMIN.put(network, "{'name': 'Metered network', 'kind': 'REGIONAL'}").expect(200);
        ADMIN.post(network + "/memberships/nobody/withdraw", "{'on': '2015'}").expect(404);

        Map<String, Double> after = scrape();
        String count = "registry_commands_seconds_count";
        assertThat(sum(after, count, "outcome=\"created\"") - sum(before, count, "outcome=\"created\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(sum(after, count, "outcome=\"unchanged\"") - sum(before, count, "outcome=\"unchanged\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(sum(after, count, "outcome=\"refused\"") - sum(before, count, "outcome=\"refused\""))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void what_goes_on_behind_the_answers_is_measured() {
        ADMIN.put(Ids.next("network"), "{'name': 'Another metered network', 'kind': 'REGIONAL'}")
                .expect(201);
        RunningRegistry.shared().settle();

        Map<String, Double> samples = scrape();

        assertThat(samples.get("registry_ledger_positions_total")).isPositive();
        assertThat(samples.get("registry_ledger_leading")).isEqualTo(1);
        assertThat(samples.get("registry_ledger_publish_seconds_count")).isPositive();
        assertThat(samples.get("registry_events_append_seconds_count")).isPositive();
        assertThat(samples)
                .containsKeys(
                        "registry_ledger_unsequenced",
                        "registry_checkpoint_age_seconds",
                        "registry_checkpoint_unsigned",
                        "registry_imports_running",
                        "registry_imports_rows_total{outcome=\"recorded\"}",
                        "registry_access_log_seconds_count",
                        "registry_access_log_failures_total",
                        "registry_projections_lag{projection=\"networks\"}",
                        "registry_projections_pace{projection=\"networks\"}",
                        "registry_projections_rebuild{projection=\"networks\"}",
                        "registry_projections_dead_letters{projection=\"networks\"}");
        assertThat(samples.keySet())
                .anyMatch(name -> name.startsWith("hikaricp_connections_active"))
                .anyMatch(name -> name.startsWith("http_server_requests_seconds_count"));
    }

    @Test
    void no_id_and_no_person_becomes_a_label() {
        String official = Ids.next("official");
        ADMIN.put(official, "{'fullName': 'Scraped Canary', 'state': 'AR'}").expect(201);
        ADMIN.get(official + "?atLeastVersion=1").expect(200);
        ADMIN.get("/officials/" + official.substring(official.lastIndexOf('/') + 1))
                .expect(200);
        ADMIN.get("/api/nowhere/Scraped-Canary");

        String scraped = scraper.get("/actuator/prometheus").expect(200).body();

        assertThat(scraped).doesNotContain("Canary", official.substring(official.lastIndexOf('/') + 1) + "\"");
    }

    @Test
    void nobody_scrapes_without_a_login_and_nothing_else_of_the_actuator_is_open() {
        assertThat(ADMIN.withoutLogin().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(ADMIN.get("/actuator/metrics").status()).isIn(403, 404);
    }

    private static long eventsOf(String request) {
        DataSource database = RunningRegistry.shared().part("queryDataSource", DataSource.class);
        return JdbcClient.create(database)
                .sql(
                        "SELECT count(*) FROM events.domainevententry WHERE position(convert_to(?, 'UTF8') IN metadata) > 0")
                .param(request)
                .query(Long.class)
                .single();
    }

    @Test
    void events_and_answers_name_the_request_that_recorded_them() {
        Reply recorded = ADMIN.put(Ids.next("network"), "{'name': 'Traced network', 'kind': 'REGIONAL'}")
                .expect(201);
        Reply other = ADMIN.put(
                Ids.next("network"),
                "{'name': 'Traced too', 'kind': 'REGIONAL'}",
                "X-Correlation-Id",
                "chosen-by-the-sender");

        assertThat(recorded.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
        assertThat(other.header("X-Correlation-Id"))
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(recorded.header("X-Correlation-Id"));
        assertThat(eventsOf(recorded.header("X-Correlation-Id"))).isEqualTo(1);
    }
}
