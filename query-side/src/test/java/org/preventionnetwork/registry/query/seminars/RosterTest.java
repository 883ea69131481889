package org.preventionnetwork.registry.query.seminars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.concluded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.date;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.fact;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.inCycle;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.nominated;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.recorded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.scheduled;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.waitlisted;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactAnnulled;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.Samples;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.institutions.InstitutionProjections;
import org.preventionnetwork.registry.query.officials.OfficialProjections;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.preventionnetwork.registry.query.seminars.PersonsOnce.Once;
import org.preventionnetwork.registry.query.seminars.Rosters.Enrolled;
import org.preventionnetwork.registry.query.seminars.Rosters.FromState;
import org.preventionnetwork.registry.query.seminars.Rosters.Rung;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;
import org.preventionnetwork.registry.query.seminars.SeminarCourse.Stand;

/** What the page of a seminar reads, through the real processors from real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterTest {
    private static final Paging ALL = new Paging(0, 50, null, false);

    private TestRegistry registry;
    private Asked persons;
    private EnrollmentQueries enrollments;
    private Rosters rosters;
    private SeminarCourse course;

    @BeforeAll
    void start() throws SQLException {
        registry = TestRegistry.with(
                SeminarProjections.seminars(), OfficialProjections.officials(), InstitutionProjections.institutions());
        persons = new Asked(registry.dataSource());
        enrollments = new EnrollmentQueries(persons, registry.dataSource());
        rosters = new Rosters(enrollments, registry.dataSource());
        course = new SeminarCourse(registry.dataSource());
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    /** Counts how often it is asked. */
    private static final class Asked extends PersonsOnce {
        private int times;

        Asked(DataSource database) {
            super(database);
        }

        @Override
        Once in(SeminarId seminar, Clocks clocks) {
            times++;
            return super.in(seminar, clocks);
        }
    }

    private Page<Enrolled> roster(SeminarId seminar, @Nullable EnrollmentStatus status, Paging paging, Clocks clocks) {
        return rosters.roster(seminar, persons.in(seminar, clocks), status, paging, clocks);
    }

    private Page<Enrolled> waiting(SeminarId seminar, Clocks clocks) {
        return rosters.waiting(seminar, persons.in(seminar, clocks), ALL, clocks);
    }

    @Test
    void all_that_a_page_shows_of_a_seminar_is_told_of_persons_asked_for_once() {
        registry.record(scheduled("once", "2012-06-04", "2012-06-08"));
        SeminarId seminar = new SeminarId("once");
        Clocks clocks = at("2012-06-04");
        int before = persons.times;
        Once once = enrollments.personsOnce(seminar, clocks);
        enrollments.counted(seminar, once, clocks);
        rosters.byState(seminar, once, clocks);
        rosters.roster(seminar, once, null, ALL, clocks);
        rosters.waiting(seminar, once, ALL, clocks);
        assertThat(persons.times - before).isEqualTo(1);
    }

    private Clocks at(String day, long position) {
        registry.caughtUp();
        return new Clocks(day, LocalDate.parse(day), Instant.EPOCH, position, 0);
    }

    private Clocks at(String day) {
        return at(day, registry.positions.head());
    }

    private Map<String, Rung> only(String seminar, Clocks clocks) {
        List<Enrolled> items = roster(new SeminarId(seminar), null, ALL, clocks).items();
        assertThat(items).hasSize(1);
        return items.get(0).rungs();
    }

    private static EnrollmentAccepted accepted(String seminar, String enrollment, String on) {
        return new EnrollmentAccepted(
                new SeminarId(seminar), fact("accepted-" + enrollment), new EnrollmentId(enrollment), date(on));
    }

    @Test
    void each_step_is_on_the_ladder_from_its_date_on_and_none_is_invented() {
        registry.record(scheduled("ladder", "2012-06-04", "2012-06-08"));
        registry.record(concluded("ladder"));
        registry.record(nominated("ladder", "e1", "o1", "2012-01-10"));
        registry.record(accepted("ladder", "e1", "2012-03"));
        long before = registry.positions.head();
        registry.record(new EnrollmentCompleted(
                new SeminarId("ladder"), fact("completed"), new EnrollmentId("e1"), null, "C-1"));
        assertThat(only("ladder", at("2012-02-01")).keySet()).containsExactly("NOMINATED");
        assertThat(only("ladder", at("2012-03-15")))
                .containsEntry("NOMINATED", new Rung("2012-01-10", true))
                .containsEntry("ACCEPTED", new Rung("2012-03", false))
                .hasSize(2);
        assertThat(only("ladder", at("2012-06-04")))
                .containsEntry("ACCEPTED", new Rung("2012-03", true))
                .containsEntry("COMPLETED", new Rung(null, true))
                .hasSize(3);
        assertThat(only("ladder", at("2012-06-04", before)).keySet()).doesNotContain("COMPLETED");
    }

    @Test
    void an_enrolment_known_by_its_outcome_has_that_step_only() {
        registry.record(scheduled("outcome", "2012-06-04", "2012-06-08"));
        registry.record(concluded("outcome"));
        registry.record(recorded("outcome", "e2", "o2", EnrollmentStatus.COMPLETED, "2012-06"));
        assertThat(only("outcome", at("2013-01-01"))).containsOnlyKeys("COMPLETED");
    }

    @Test
    void by_state_whoever_can_have_served_one_of_several_is_of_none_that_is_known() {
        registry.record(scheduled("by-state", "2014-05-05", null));
        registry.record(concluded("by-state"));
        registry.record(Samples.official("settled", "UY"));
        registry.record(Samples.official("mover", "BO"));
        registry.record(new AffiliationChanged(
                new OfficialId("mover"), fact("moved"), new StateCode("PE"), null, null, date("2014")));
        registry.record(recorded("by-state", "e-settled", "settled", EnrollmentStatus.COMPLETED, null));
        registry.record(recorded("by-state", "e-mover", "mover", EnrollmentStatus.ATTENDED, null));
        SeminarId seminar = new SeminarId("by-state");
        assertThat(rosters.byState(seminar, persons.in(seminar, at("2015-01-01")), at("2015-01-01")))
                .containsExactly(new FromState("UY", 1, 1, 1), new FromState(null, 1, 1, 0));
    }

    @Test
    void who_waits_is_told_in_order_until_the_place_is_given() {
        registry.record(scheduled("queue-page", "2012-06-04", null));
        for (String enrollment : List.of("w1", "w2", "w3")) {
            registry.record(nominated("queue-page", enrollment, "o-" + enrollment, "2012-01-01"));
        }
        registry.record(waitlisted("queue-page", "w3", "2012-02-01"));
        registry.record(waitlisted("queue-page", "w1", "2012-02-02"));
        long before = registry.positions.head();
        registry.record(accepted("queue-page", "w3", "2012-03-01"));
        SeminarId seminar = new SeminarId("queue-page");
        assertThat(ids(waiting(seminar, at("2012-04-01")))).containsExactly("w1");
        assertThat(ids(waiting(seminar, at("2012-04-01", before)))).containsExactly("w3", "w1");
        assertThat(ids(waiting(seminar, at("2012-01-02")))).isEmpty();
        assertThat(ids(roster(seminar, EnrollmentStatus.ACCEPTED, ALL, at("2012-04-01"))))
                .containsExactly("w3");
    }

    private static List<String> ids(Page<Enrolled> page) {
        return page.items().stream().map(one -> one.enrollment().enrollmentId()).toList();
    }

    @Test
    void a_full_roster_is_told_page_by_page_with_its_total() {
        registry.record(scheduled("many", "2012-06-04", null));
        List<RegistryEvent> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.add(nominated("many", "m" + i, "o-m" + i, "2012-01-01"));
        }
        registry.recordAll(all, Map.of("actor", "local"), Instant.now());
        Page<Enrolled> third = roster(new SeminarId("many"), null, new Paging(3, 50, null, false), at("2012-02-01"));
        assertThat(third.total()).isEqualTo(2_000);
        assertThat(third.items()).hasSize(50);
        assertThat(third.items().get(0).enrollment().enrollmentId()).isEqualTo("m150");
    }

    @Test
    void a_cycle_has_its_parts_and_a_seminar_its_course() {
        registry.record(inCycle("part-b", "2012-09", null, "cycle-page", 2, false));
        registry.record(inCycle("part-a", "2012-03-01", null, "cycle-page", 1, true));
        long before = registry.positions.head();
        registry.record(concluded("part-a"));
        assertThat(course.parts(new SeminarId("part-b"), at("2012-12-01")))
                .extracting(SeminarItem::id)
                .containsExactly("part-a", "part-b");
        assertThat(course.course(new SeminarId("part-a"), at("2012-12-01")))
                .extracting(Stand::since, Stand::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, "PLANNED"),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2012-03-01"), "HELD"));
        assertThat(course.course(new SeminarId("part-a"), at("2012-12-01", before)))
                .hasSize(1);
        registry.record(new FactAnnulled(new SeminarId("part-b"), new FactId("scheduled"), null));
        assertThat(course.parts(new SeminarId("part-a"), at("2012-12-01")))
                .extracting(SeminarItem::id)
                .containsExactly("part-a");
    }
}
