package org.preventionnetwork.registry.query.officials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.preventionnetwork.registry.query.officials.OfficialSamples.date;
import static org.preventionnetwork.registry.query.officials.OfficialSamples.merged;
import static org.preventionnetwork.registry.query.officials.OfficialSamples.moved;
import static org.preventionnetwork.registry.query.officials.OfficialSamples.registered;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.query.http.TestQuestions;
import org.preventionnetwork.registry.query.personal.TestReading;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.preventionnetwork.registry.query.seminars.SeminarProjections;
import org.preventionnetwork.registry.query.seminars.SeminarSamples;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialAnswersTest {
    private TestRegistry registry;
    private TestReading reading;
    private MockMvc http;

    @BeforeAll
    void start() throws SQLException {
        registry = TestRegistry.with(SeminarProjections.seminars(), OfficialProjections.officials());
        reading = TestReading.of(registry);
        OfficialQueries officials = new OfficialQueries(registry.dataSource(), reading.reader());
        http = TestQuestions.asking(
                new DuplicateEndpoints(
                        TestQuestions.of(registry), new DuplicateQueries(reading.index(), registry.dataSource())),
                new OfficialEndpoints(
                        TestQuestions.of(registry),
                        officials,
                        new OfficialsByName(officials, reading.reader(), reading.index()),
                        new CareerQueries(registry.dataSource(), reading.reader()),
                        reading.viewings()));
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    private ResultActions ask(String path) throws Exception {
        registry.caughtUp();
        return http.perform(get(URI.create(path))).andExpect(status().isOk());
    }

    @Test
    void the_position_at_the_time_of_a_seminar_stays_answerable() throws Exception {
        registry.record(registered("o-career", "María Pérez", "AR", "2008"));
        registry.record(moved("o-career", "second", "ombudsperson", "Head of unit", "2012-03"));
        registry.record(SeminarSamples.scheduled("s-career", "2011-06-04", null));
        registry.record(SeminarSamples.concluded("s-career"));
        registry.record(SeminarSamples.recorded("s-career", "e-career", "o-career", EnrollmentStatus.COMPLETED, null));
        ask("/api/officials/o-career")
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.fullName").value("María Pérez"))
                .andExpect(jsonPath("$.positionHeld").value("Head of unit"))
                .andExpect(jsonPath("$.alumni.reason").value("COMPLETED"))
                .andExpect(jsonPath("$.alumni.certain").value(true))
                .andExpect(jsonPath("$.seminars[0].seminar").value("s-career"))
                .andExpect(jsonPath("$.seminars[0].position").value("Adviser"))
                .andExpect(jsonPath("$.seminars[0].institution").value("ministry-of-justice"));
        ask("/api/officials/o-career/affiliations?asOf=2012-03-15")
                .andExpect(jsonPath("$.current.institution").value("ministry-of-justice"))
                .andExpect(jsonPath("$.current.certain").value(false))
                .andExpect(jsonPath("$.current.until").value("2012-03"))
                .andExpect(jsonPath("$.timeline[*].factId", contains("registered", "second")));
        ask("/api/officials/o-career/affiliations?asOf=2007")
                .andExpect(jsonPath("$.current").doesNotExist())
                .andExpect(jsonPath("$.timeline.length()").value(2));
    }

    @Test
    void two_affiliations_of_the_same_year_are_both_in_the_timeline() throws Exception {
        registry.record(registered("o-twice", "Twice", null, null));
        registry.record(moved("o-twice", "second", "ombudsperson", "A", "2012"));
        long before = registry.record(moved("o-twice", "third", "parliament", "B", "2012"));
        registry.record(new FactCorrected(
                new OfficialId("o-twice"),
                new FactId("second"),
                moved("o-twice", "second", "museum", "A", "2010-05-01"),
                CorrectionKind.CONFLICTING_SOURCES));
        ask("/api/officials/o-twice/affiliations?asOf=2012-06-01")
                .andExpect(jsonPath("$.current.institution").value("museum"))
                .andExpect(
                        jsonPath("$.timeline[*].institution", contains("ministry-of-justice", "museum", "parliament")));
        ask("/api/officials/o-twice/affiliations?asOf=2012-06-01&knownAtPosition=" + before)
                .andExpect(jsonPath("$.current.institution").value("ministry-of-justice"))
                .andExpect(jsonPath(
                        "$.timeline[*].institution", contains("ministry-of-justice", "ombudsperson", "parliament")));
        registry.record(new FactAnnulled(new OfficialId("o-twice"), new FactId("second"), null));
        ask("/api/officials/o-twice/affiliations")
                .andExpect(jsonPath("$.current.institution").value("parliament"))
                .andExpect(jsonPath("$.timeline.length()").value(2));
    }

    @Test
    void who_is_erased_is_told_to_be_before_the_projection_knows() throws Exception {
        registry.record(registered("o-just-gone", "Just Forgotten", "BZ", null));
        ask("/api/officials/o-just-gone")
                .andExpect(jsonPath("$.fullName").value("Just Forgotten"))
                .andExpect(jsonPath("$.erased").value(false));
        reading.keys().destroy(new OfficialId("o-just-gone"));
        ask("/api/officials/o-just-gone")
                .andExpect(jsonPath("$.fullName").doesNotExist())
                .andExpect(jsonPath("$.erased").value(true));
        ask("/api/officials?state=BZ").andExpect(jsonPath("$.items[0].erased").value(true));
    }

    @Test
    void officials_are_found_by_where_they_serve() throws Exception {
        registry.record(registered("o-placed", "Placed Somewhere", "UY", "2010"));
        registry.record(moved("o-placed", "second", "archive", "Keeper", "2015-01-01"));
        ask("/api/officials?institution=archive").andExpect(jsonPath("$.items[*].id", contains("o-placed")));
        ask("/api/officials?institution=archive&sort=fullName")
                .andExpect(jsonPath("$.items[*].id", contains("o-placed")));
        ask("/api/officials?institution=archive&asOf=2014")
                .andExpect(jsonPath("$.total").value(0));
        ask("/api/officials?institution=archive&alumni=true").andExpect(jsonPath("$.items", empty()));
        http.perform(get("/api/officials?institution=No%20id")).andExpect(status().isBadRequest());
    }

    @Test
    void what_is_erased_is_told_of_no_point_of_either_clock() throws Exception {
        OfficialId id = new OfficialId("o-gone");
        registry.record(registered("o-gone", "Forgotten Person", "PE", null));
        long before = registry.record(new ContactChanged(
                id, new FactId("contact"), PersonalText.plain(id, "Forgotten Name"), null, date("2010")));
        ask("/api/officials?q=forgotten%20name").andExpect(jsonPath("$.items[*].id", contains("o-gone")));
        ask("/api/officials?q=PERSON%2C%20forgotten&asOf=2009")
                .andExpect(jsonPath("$.items[*].id", contains("o-gone")));
        registry.record(new OfficialErased(id, new FactId("erased")));
        for (String point : new String[] {"", "?knownAtPosition=" + before, "?asOf=2005&knownAtPosition=" + before}) {
            ask("/api/officials/o-gone" + point)
                    .andExpect(jsonPath("$.erased").value(true))
                    .andExpect(jsonPath("$.state").value("PE"))
                    .andExpect(content().string(not(containsString("Forgotten"))))
                    .andExpect(content().string(not(containsString("example.org"))));
            ask("/api/officials/o-gone/affiliations" + point)
                    .andExpect(jsonPath("$.current.institution").value("ministry-of-justice"))
                    .andExpect(content().string(not(containsString("Adviser"))));
        }
        ask("/api/officials?q=forgotten&knownAtPosition=" + before).andExpect(jsonPath("$.items", empty()));
        assertThat(registry.client()
                        .sql(
                                """
                                SELECT count(*) FROM read.official WHERE entity = 'official:o-gone'
                                AND known_until IS NULL AND (full_name IS NOT NULL OR email IS NOT NULL)
                                """)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void merged_records_are_one_person_until_they_are_unmerged() throws Exception {
        for (String official : new String[] {"o-m1", "o-m2", "o-m3"}) {
            registry.record(registered(official, "Merged " + official, "BO", null));
        }
        registry.record(SeminarSamples.scheduled("s-merged", "2011-06-04", null));
        registry.record(SeminarSamples.concluded("s-merged"));
        registry.record(SeminarSamples.recorded("s-merged", "e-merged", "o-m1", EnrollmentStatus.COMPLETED, null));
        registry.record(merged("o-m1", "merge", "o-m2"));
        long chained = registry.record(merged("o-m2", "merge", "o-m3"));
        ask("/api/officials/o-m3")
                .andExpect(jsonPath("$.alumnus").value(true))
                .andExpect(jsonPath("$.sameAs", contains("o-m1", "o-m2")))
                .andExpect(jsonPath("$.seminars[*].official", contains("o-m1")));
        ask("/api/officials/o-m1").andExpect(jsonPath("$.canonical").value("o-m3"));
        registry.record(new OfficialsUnmerged(new OfficialId("o-m2"), new FactId("unmerge"), new OfficialId("o-m3")));
        ask("/api/officials/o-m3")
                .andExpect(jsonPath("$.alumnus").value(false))
                .andExpect(jsonPath("$.alumni.reason").value("NONE"))
                .andExpect(jsonPath("$.sameAs", empty()));
        ask("/api/officials/o-m3?knownAtPosition=" + chained)
                .andExpect(jsonPath("$.alumnus").value(true));
        registry.record(new FactAnnulled(new OfficialId("o-m1"), new FactId("merge"), null));
        ask("/api/officials/o-m1").andExpect(jsonPath("$.canonical").value("o-m1"));
    }

    @Test
    void records_merged_in_a_circle_are_still_one_person() throws Exception {
        for (String official : new String[] {"o-c1", "o-c2", "o-c3"}) {
            registry.record(registered(official, "Circle", null, null));
        }
        registry.record(merged("o-c1", "merge", "o-c3"));
        registry.record(merged("o-c2", "merge", "o-c3"));
        registry.record(merged("o-c3", "merge", "o-c2"));
        ask("/api/officials?q=circle").andExpect(jsonPath("$.items[*].canonical", contains("o-c2", "o-c2", "o-c2")));
    }

    @Test
    void officials_are_found_by_name_state_and_status() throws Exception {
        registry.record(registered("o-f1", "Findable 100%", "UY", null));
        registry.record(registered("o-f2", "Findable Two", "PY", null));
        ask("/api/officials?q=findable&sort=fullName,desc")
                .andExpect(jsonPath("$.items[*].id", contains("o-f2", "o-f1")));
        ask("/api/officials?q=100%25").andExpect(jsonPath("$.items[*].id", contains("o-f1")));
        ask("/api/officials?state=URY&q=findable").andExpect(jsonPath("$.items[*].id", contains("o-f1")));
        ask("/api/officials?alumni=true&q=findable")
                .andExpect(jsonPath("$.total").value(0));
        ask("/api/officials?alumni=false&q=findable&size=1&page=1")
                .andExpect(jsonPath("$.items.length()").value(1));
        http.perform(get("/api/officials?alumni=maybe")).andExpect(status().isBadRequest());
        http.perform(get("/api/officials/o-nobody")).andExpect(status().isNotFound());
    }

    @Test
    void records_that_may_be_of_one_person_are_told_until_they_are_merged() throws Exception {
        registry.record(registered("o-d1", "Twofold, María", "BR", null));
        registry.record(registered("o-d2", "Maria TWOFOLD", "BR", null));
        registry.record(registered("o-d3", "Maria Twofold", "CL", null));
        String ofThem = "$.items[?(@.one =~ /o-d./)]";
        ask("/api/duplicate-officials")
                .andExpect(jsonPath(ofThem + ".other", contains("o-d2", "o-d3", "o-d3")))
                .andExpect(jsonPath(ofThem + ".sameState", contains(true, false, false)))
                .andExpect(content().string(not(containsString("wofold"))));
        registry.record(merged("o-d2", "merge", "o-d1"));
        ask("/api/duplicate-officials")
                .andExpect(jsonPath(ofThem + ".one", contains("o-d1", "o-d2")))
                .andExpect(jsonPath(ofThem + ".other", contains("o-d3", "o-d3")));
        registry.record(new OfficialsUnmerged(new OfficialId("o-d2"), new FactId("unmerge"), new OfficialId("o-d1")));
        ask("/api/duplicate-officials").andExpect(jsonPath(ofThem, hasSize(3)));
    }
}
