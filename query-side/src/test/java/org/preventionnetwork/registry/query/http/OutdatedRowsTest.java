package org.preventionnetwork.registry.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.figures.Figures;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a version of before has made of the events is not read by this one. */
class OutdatedRowsTest {
    @Test
    void are_put_off_until_they_are_made_anew_and_others_are_answered() throws Exception {
        try (TestAnswers answers = TestAnswers.start()) {
            answers.record(
                    new NetworkRegistered(new NetworkId("africa"), new FactId("f-1"), "Africa", NetworkKind.REGIONAL));
            JdbcTemplate database = new JdbcTemplate(answers.bean(DataSource.class));
            assertThat(answers.response("/api/institutions").getStatus()).isEqualTo(200);

            database.update("UPDATE operations.projection SET shape = shape - 1 WHERE name = 'institutions'");
            MockHttpServletResponse put = answers.response("/api/institutions");
            assertThat(put.getStatus()).isEqualTo(503);
            assertThat(put.getHeader("Retry-After")).isEqualTo("5");
            assertThat(put.getContentAsString()).contains("\"code\":\"UNAVAILABLE\"", "after an upgrade");
            assertThat(answers.response("/api/institutions/anybody").getStatus())
                    .isEqualTo(503);
            assertThat(answers.response("/api/programmes").getStatus()).isEqualTo(200);

            // A version that is being built answers nothing, whatever its shape.
            database.update("UPDATE operations.projection SET shape = shape + 1 WHERE name = 'institutions'");
            database.update("INSERT INTO operations.projection (name, version, shape, state)"
                    + " VALUES ('institutions', 99, 98, 'FAILED')");
            assertThat(answers.response("/api/institutions").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void put_off_every_answer_that_is_made_of_them_too() throws Exception {
        try (TestAnswers answers = TestAnswers.start()) {
            answers.record(
                    new NetworkRegistered(new NetworkId("africa"), new FactId("f-1"), "Africa", NetworkKind.REGIONAL));
            JdbcTemplate database = new JdbcTemplate(answers.bean(DataSource.class));
            Map<String, List<String>> madeOf = Map.of(
                    "/api/relations", List.of("relations", "networks", "programmes", "seminars", "initiatives"),
                    "/api/initiatives?network=africa", List.of(Figures.PROJECTIONS));
            madeOf.forEach((address, projections) -> {
                assertThat(answers.response(address).getStatus()).as(address).isEqualTo(200);
                for (String projection : projections) {
                    database.update("UPDATE operations.projection SET shape = shape - 1 WHERE name = ?", projection);
                    assertThat(answers.response(address).getStatus())
                            .as("%s without %s", address, projection)
                            .isEqualTo(503);
                    database.update("UPDATE operations.projection SET shape = shape + 1 WHERE name = ?", projection);
                }
            });
        }
    }
}
