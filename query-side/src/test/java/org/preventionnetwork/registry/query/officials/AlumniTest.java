package org.preventionnetwork.registry.query.officials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.officials.OfficialSamples.date;
import static org.preventionnetwork.registry.query.officials.OfficialSamples.merged;
import static org.preventionnetwork.registry.query.officials.OfficialSamples.registered;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.concluded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.inCycle;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.recorded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.scheduled;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.preventionnetwork.registry.query.seminars.SeminarProjections;

class AlumniTest {
    private TestRegistry registry;

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(SeminarProjections.seminars(), OfficialProjections.officials());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private List<String> alumni(String day) {
        return alumni(day, Long.MAX_VALUE);
    }

    private List<String> alumni(String day, long position) {
        return registry.caughtUp()
                .client()
                .sql("WITH RECURSIVE " + AlumniSql.ALUMNI
                        + "SELECT canonical || ' ' || reason || CASE WHEN certain THEN '' ELSE '?' END FROM alumni"
                        + " ORDER BY canonical")
                .param("day", LocalDate.parse(day))
                .param("position", position)
                .query(String.class)
                .list();
    }

    /** Since when possibly and certainly, until when, and by which seminar. */
    private List<String> since(String day) {
        return registry.caughtUp()
                .client()
                .sql("WITH RECURSIVE " + AlumniSql.ALUMNI + AlumniSql.SINCE
                        + "SELECT concat_ws(' ', canonical, since, certainly_since, 'until ' || until, 'by ' || by)"
                        + " FROM since ORDER BY canonical")
                .param("day", LocalDate.parse(day))
                .param("position", Long.MAX_VALUE)
                .query(String.class)
                .list();
    }

    private void completed(String seminar, String official, String on) {
        registry.record(recorded(seminar, "e-" + official, official, EnrollmentStatus.COMPLETED, on));
    }

    @Test
    void whoever_completed_a_foundational_seminar_is_an_alumnus_once_it_is_held() {
        registry.record(scheduled("found", "2012-06", null));
        registry.record(inCycle("other", "2012-06-04", null, null, null, false));
        registry.record(concluded("other"));
        completed("found", "o-one", null);
        completed("found", "o-two", "2012-09");
        completed("other", "o-three", null);
        registry.record(recorded("found", "e-four", "o-four", EnrollmentStatus.ATTENDED, null));
        assertThat(alumni("2020-01-01")).isEmpty();
        long held = registry.record(concluded("found"));
        assertThat(alumni("2012-05-31")).isEmpty();
        assertThat(alumni("2012-06-15")).containsExactly("o-one COMPLETED?");
        assertThat(alumni("2012-06-30")).containsExactly("o-one COMPLETED");
        assertThat(alumni("2012-09-01")).containsExactly("o-one COMPLETED", "o-two COMPLETED?");
        assertThat(alumni("2020-01-01")).containsExactly("o-one COMPLETED", "o-two COMPLETED");
        assertThat(alumni("2020-01-01", held - 1)).isEmpty();
    }

    @Test
    void every_part_of_a_cycle_that_exists_must_be_completed() {
        registry.record(inCycle("part-one", "2012-03-01", null, "cycle-a", 1, true));
        registry.record(inCycle("part-two-africa", "2012-09-01", null, "cycle-a", 2, false));
        registry.record(inCycle("part-two-asia", "2012-10-01", null, "cycle-a", 2, false));
        for (String part : List.of("part-one", "part-two-africa", "part-two-asia")) {
            registry.record(concluded(part));
        }
        completed("part-one", "o-both", null);
        completed("part-one", "o-first", null);
        registry.record(recorded("part-two-asia", "e-both-two", "o-both", EnrollmentStatus.COMPLETED, null));
        assertThat(alumni("2012-03-02")).isEmpty();
        assertThat(alumni("2012-10-01")).containsExactly("o-both COMPLETED");
        assertThat(alumni("2020-01-01")).containsExactly("o-both COMPLETED");
        registry.record(inCycle("part-three", "2021", null, "cycle-a", 3, false));
        assertThat(alumni("2020-01-01")).isEmpty();
        registry.record(new SeminarCancelled(new SeminarId("part-three"), new FactId("cancelled"), null));
        assertThat(alumni("2020-01-01")).containsExactly("o-both COMPLETED");
    }

    @Test
    void exceptions_come_on_top() {
        registry.record(scheduled("found", "2012-06-04", null));
        registry.record(concluded("found"));
        completed("found", "o-revoked", null);
        registry.record(registered("o-revoked", "Revoked", null, null));
        registry.record(new AlumniStatusRevoked(new OfficialId("o-revoked"), new FactId("revoked"), date("2015")));
        registry.record(registered("o-granted", "Granted", null, null));
        registry.record(
                new AlumniStatusGranted(new OfficialId("o-granted"), new FactId("granted"), date("2010-05-01")));
        assertThat(alumni("2010-04-30")).isEmpty();
        assertThat(alumni("2010-05-01")).containsExactly("o-granted GRANTED");
        assertThat(alumni("2014-12-31")).containsExactly("o-granted GRANTED", "o-revoked COMPLETED");
        assertThat(alumni("2015-06-01")).containsExactly("o-granted GRANTED", "o-revoked COMPLETED?");
        assertThat(alumni("2015-12-31")).containsExactly("o-granted GRANTED");
    }

    @Test
    void one_person_counts_once_and_may_have_completed_under_several_records() {
        registry.record(inCycle("part-one", "2012-03-01", null, "cycle-a", 1, true));
        registry.record(inCycle("part-two", "2012-09-01", null, "cycle-a", 2, true));
        registry.record(concluded("part-one"));
        registry.record(concluded("part-two"));
        completed("part-one", "o-one", null);
        completed("part-two", "o-two", null);
        assertThat(alumni("2020-01-01")).isEmpty();
        registry.record(registered("o-two", "Two", null, null));
        registry.record(merged("o-two", "merged", "o-one"));
        assertThat(alumni("2020-01-01")).containsExactly("o-one COMPLETED");
    }

    @Test
    void somebody_is_an_alumnus_since_the_first_of_all_ways() {
        registry.record(scheduled("found", "2012-06-04", null));
        registry.record(concluded("found"));
        granted("o-before", "before", "2010-05-01");
        granted("o-after", "after", "2013-05-01");
        granted("o-while", "while", "2012");
        granted("o-again", "again", "2010-05-01");
        registry.record(new AlumniStatusRevoked(new OfficialId("o-again"), new FactId("lost"), date("2014-01-01")));
        registry.record(new AlumniStatusGranted(new OfficialId("o-again"), new FactId("anew"), date("2016-01-01")));
        for (String official : List.of("o-before", "o-after", "o-while", "o-again")) {
            completed("found", official, "2012-06-08");
        }
        assertThat(alumni("2011-01-01")).containsExactly("o-again GRANTED", "o-before GRANTED");
        assertThat(since("2011-01-01"))
                .containsExactly("o-again 2010-05-01 2010-05-01 until 2014-01-01", "o-before 2010-05-01 2010-05-01");
        assertThat(since("2013-12-31"))
                .containsExactly(
                        "o-after 2012-06-08 2012-06-08 by found",
                        "o-again 2010-05-01 2010-05-01 until 2014-01-01",
                        "o-before 2010-05-01 2010-05-01",
                        "o-while 2012-01-01 2012-06-08");
        assertThat(since("2020-01-01"))
                .containsExactly(
                        "o-after 2012-06-08 2012-06-08 by found",
                        "o-again 2016-01-01 2016-01-01 by found",
                        "o-before 2010-05-01 2010-05-01",
                        "o-while 2012-01-01 2012-06-08");
    }

    private void granted(String official, String fact, String on) {
        registry.record(registered(official, "Granted", null, null));
        registry.record(new AlumniStatusGranted(new OfficialId(official), new FactId(fact), date(on)));
    }
}
