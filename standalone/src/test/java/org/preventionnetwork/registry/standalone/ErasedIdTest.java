package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/** The id of an erased person on every way in; which commands there are, the command side's own test finds out. */
class ErasedIdTest {
    private static final Client CLIENT = RunningRegistry.shared().client();

    @BeforeAll
    static void somebody_is_erased() {
        for (String id : new String[] {"gone-for-good", "here-to-stay"}) {
            Erasures.register(CLIENT, id, "Made Up " + id.charAt(0));
        }
        CLIENT.put("/api/programmes/of-the-erased", "{'name': 'P'}").expect(201);
        for (String seminar : new String[] {"erased-before", "erased-after"}) {
            CLIENT.put(
                            "/api/seminars/" + seminar,
                            "{'programme': 'of-the-erased', 'title': 'S', 'edition': 'GLOBAL', 'mode': 'IN_PERSON', 'startsOn': '2015-05-04'}")
                    .expect(201);
        }
        CLIENT.put("/api/seminars/erased-before/enrollments/e-1", nomination("gone-for-good"))
                .expect(201);
        CLIENT.put("/api/seminars/erased-before/enrollments/e-2", nomination("here-to-stay"))
                .expect(201);
        Erasures.erase(CLIENT, "gone-for-good").expect(200);
    }

    private static String nomination(String official) {
        return "{'official': '" + official + "', 'on': '2015-03-01'}";
    }

    private static void assertRefused(Reply reply, String field) {
        assertThat(reply.status() + " " + reply.text("code")).isEqualTo("409 OFFICIAL_ERASED");
        assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
    }

    @Test
    void is_refused_at_its_field_also_when_it_is_only_tried() {
        String enrollment = "/api/seminars/erased-after/enrollments/e-3";
        assertRefused(CLIENT.put(enrollment, nomination("gone-for-good")), "official");
        assertRefused(CLIENT.put(enrollment + "?dryRun=true", nomination("gone-for-good")), "official");
        assertRefused(
                CLIENT.post("/api/seminars/erased-after/assign-instructor", "{'official': 'gone-for-good'}"),
                "official");
        assertRefused(
                CLIENT.post(
                        "/api/seminars/erased-before/enrollments/e-2/correct",
                        "{'official': 'gone-for-good', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'r'}"),
                "official");
        assertRefused(
                CLIENT.post("/api/officials/here-to-stay/merge", "{'into': 'gone-for-good', 'reason': 'r'}"), "into");
    }

    @Test
    void an_enrolment_that_was_there_goes_on() {
        CLIENT.post("/api/seminars/erased-before/enrollments/e-1/accept", "{'on': '2015-03-02'}")
                .expect(200);
        CLIENT.put("/api/seminars/erased-before/enrollments/e-1", nomination("gone-for-good"))
                .expect(200);
    }

    @Test
    void is_an_error_in_its_row_and_no_error_where_it_was_recorded_before() {
        JsonNode report = Imports.run(
                CLIENT,
                "enrollments.csv",
                "seminar,official,status,on\nerased-after,gone-for-good,COMPLETED,2015-05-08\n"
                        + "erased-before,gone-for-good,NOMINATED,2015-03-01\n");
        assertThat(report.toString()).contains("OFFICIAL_ERASED");
        assertThat(report.at("/files/0/errors").asInt()).isEqualTo(1);
        assertThat(report.at("/files/0/unchanged").asInt()).isEqualTo(1);
    }
}
