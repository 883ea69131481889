package org.preventionnetwork.registry.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** No way to record leads past the guard over the clock. Nobody confirms here: that would spoil the others' clock. */
@Tag("browser")
class LeapingClockTest {
    private static final String NETWORK = "{'name': 'To be recorded in time', 'kind': 'REGIONAL'}";

    private final RunningRegistry shared = RunningRegistry.shared();
    private final Client client = shared.client();

    @AfterEach
    void set_the_clock_right() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    private static void set(Duration by) {
        GenericEventMessage.clock = Clock.offset(Clock.systemUTC(), by);
    }

    @Test
    void nothing_is_recorded_with_a_clock_that_leapt_ahead_and_everybody_is_told_why() {
        String official = "leap-" + UUID.randomUUID().toString().substring(0, 8);
        client.put("/api/officials/" + official, "{'fullName': 'Somebody', 'state': 'AR'}")
                .expect(201);
        set(Duration.ofDays(400));
        assertRefused(client.put("/api/networks/in-time", NETWORK));
        assertRefused(client.post("/api/officials/" + official + "/erase", "{'reason': 'asked for'}"));
        JsonNode report = Imports.run(client, "networks.csv", "network,name,kind\nin-time,In time,REGIONAL\n");
        assertThat(report.get("status").asString()).isEqualTo("FAILED");
        assertThat(report.get("failure").asString()).contains("the clock says 20", "Set it right");
        assertThat(report.get("recorded").asInt()).isZero();
        assertThat(client.get("/actuator/health").expect(503).body()).contains("nothingIsRecorded", "the clock says");
        client.get("/api/overview").expect(200);
        assertThat(client.put("/api/networks/in-time?dryRun=true", NETWORK).status())
                .isLessThan(300);
        try (Visitor visitor = new Visitor(client)) {
            Page page = visitor.open(Visitor.desk());
            visitor.visit(page, "/operations");
            assertThat(page.locator("[data-deed='/api/operations/clock'] button"))
                    .hasText("The clock is right");
            visitor.accessible(page);
            visitor.leave();
        }
        set(Duration.ZERO);
        client.put("/api/networks/in-time", NETWORK).expect(201);
        assertThat(client.get("/api/operations/clock")
                        .expect(200)
                        .json()
                        .get("recording")
                        .asBoolean())
                .isTrue();
    }

    private static void assertRefused(Client.Reply reply) {
        assertThat(reply.expect(503).text("code")).isEqualTo("CLOCK_IN_DOUBT");
        assertThat(reply.text("detail")).contains("the clock says 20");
    }

    @Test
    void a_clock_that_is_set_back_does_not_set_the_known_on_clock_back() {
        client.put("/api/programmes/before-it-was-set-back", "{'name': 'Before'}")
                .expect(201);
        long before = shared.settle();
        set(Duration.ofDays(-400));
        client.put("/api/programmes/when-it-was-set-back", "{'name': 'After'}").expect(201);
        long after = shared.settle();
        JdbcTemplate database = new JdbcTemplate(shared.part("queryDataSource", DataSource.class));
        Map<String, Object> backwards = database.queryForMap(
                """
                SELECT count(*) FILTER (WHERE l.known_at < l.before) AS steps FROM (
                    SELECT position, known_at, lag(known_at) OVER (ORDER BY position) AS before FROM ledger.entry) l
                """);
        assertThat(backwards).containsEntry("steps", 0L);
        assertThat(knownAt(database, after)).isEqualTo(knownAt(database, before));
    }

    private static Instant knownAt(JdbcTemplate database, long position) {
        OffsetDateTime known = database.queryForObject(
                "SELECT known_at FROM ledger.entry WHERE position = ?", OffsetDateTime.class, position);
        return known.toInstant();
    }
}
