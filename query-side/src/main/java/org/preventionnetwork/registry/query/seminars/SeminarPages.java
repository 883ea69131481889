package org.preventionnetwork.registry.query.seminars;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.completeness.Completeness;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.personal.PersonNames;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.personal.Viewings;
import org.preventionnetwork.registry.query.relations.EarlierSpells;
import org.preventionnetwork.registry.query.relations.Relations;
import org.preventionnetwork.registry.query.seminars.PersonsOnce.Once;
import org.preventionnetwork.registry.query.seminars.Rosters.Enrolled;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.CountedFigures;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.Instructor;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;
import org.preventionnetwork.registry.query.seminars.SeminarQueries.Status;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Seminars for people to find, in a list or a calendar, and each with everything that is known of it. */
@PageController
class SeminarPages {
    private static final int ON_A_PAGE = 50;
    private static final int IN_A_YEAR = 200;
    private static final int WAITING_SHOWN = 100;
    private static final String[] PROJECTIONS = {
        "seminars", "officials", "institutions", "programmes", "networks", Completeness.PROJECTION, Relations.PROJECTION
    };

    private final Questions questions;
    private final SeminarQueries seminars;
    private final SeminarCourse course;
    private final EnrollmentQueries enrollments;
    private final Rosters rosters;
    private final Names names;
    private final PersonNames persons;
    private final Viewings viewings;
    private final Completeness completeness;
    private final Relations relations;
    private final EarlierSpells earlier;
    private final Frames frames;

    SeminarPages(
            Questions questions,
            SeminarQueries seminars,
            SeminarCourse course,
            EnrollmentQueries enrollments,
            Rosters rosters,
            Names names,
            PersonNames persons,
            Viewings viewings,
            Completeness completeness,
            Relations relations,
            EarlierSpells earlier,
            Frames frames) {
        this.questions = questions;
        this.seminars = seminars;
        this.course = course;
        this.enrollments = enrollments;
        this.rosters = rosters;
        this.names = names;
        this.persons = persons;
        this.viewings = viewings;
        this.completeness = completeness;
        this.relations = relations;
        this.earlier = earlier;
        this.frames = frames;
    }

    @GetMapping("/seminars")
    String seminars(
            AskedView view,
            SeminarFilter filter,
            Paging askedPaging,
            AskedClocks asked,
            HttpServletRequest request,
            Model model) {
        boolean calendar = view.view() != null;
        Clocks clocks = questions.clocks(asked, "seminars");
        Frame frame = frames.open(model, request, clocks);
        int year = view.yearOr(clocks.day().getYear());
        HistoricalDate whole = calendar ? HistoricalDate.of(year) : null;
        Paging paging = calendar
                ? new Paging(0, IN_A_YEAR, "startsOn", false)
                : new Paging(askedPaging.page(), ON_A_PAGE, "startsOn", true);
        Page<SeminarItem> found = seminars.seminars(calendar ? filter.between(whole, whole) : filter, paging, clocks);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("editions", SeminarEdition.values());
        model.addAttribute("seminars", found);
        model.addAttribute("calendar", calendar ? SeminarCalendar.of(year, found.items(), frame.language()) : null);
        return "seminars";
    }

    @GetMapping("/seminars/{id}")
    String seminar(
            @PathVariable String id,
            EnrolledFilter enrolled,
            Paging askedPaging,
            AskedClocks asked,
            HttpServletRequest request,
            Model model) {
        SeminarId seminar = new SeminarId(id);
        Clocks clocks = questions.clocks(asked, seminar, PROJECTIONS);
        SeminarItem item = seminars.seminar(seminar, clocks).orElseThrow(() -> new UnknownEntity("seminar"));
        Frame frame = frames.open(model, request, clocks);
        Once once = enrollments.personsOnce(seminar, clocks);
        CountedFigures counted = enrollments.counted(seminar, once, clocks);
        List<Instructor> instructors = seminars.instructors(seminar, clocks);
        boolean whole = completeness.isRosterComplete(seminar, clocks);
        model.addAttribute("belongsTo", relations.of(seminar, clocks, frame.language()));
        model.addAttribute("belonging", List.of());
        model.addAttribute("complete", completeness.of(seminar, clocks));
        model.addAttribute("seminar", item);
        model.addAttribute("programme", names.programme(item.programme(), clocks, frame.language()));
        model.addAttribute("institutions", names.institutions(item.coOrganisers(), clocks, frame.language()));
        model.addAttribute("parts", item.cycle() == null ? List.of() : course.parts(seminar, clocks));
        model.addAttribute("course", course.course(seminar, clocks));
        model.addAttribute("counted", counted);
        model.addAttribute("seats", Seats.of(counted, item.capacity()));
        model.addAttribute("seatsHeldBeside", once.seatsHeld());
        model.addAttribute("byState", rosters.byState(seminar, once, clocks));
        model.addAttribute(
                "reported",
                seminars.reported(seminar, clocks).stream()
                        .map(reported -> ReportedBeside.of(reported, counted, whole))
                        .toList());
        model.addAttribute("instructors", instructors);
        boolean acts = frame.records() && frame.isOfNow();
        model.addAttribute(
                "actions", acts ? SeminarActions.of(item, seminars.isConcluded(seminar, clocks)) : List.of());
        if (frame.seesPersons()) {
            people(seminar, once, item, instructors, enrolled, askedPaging, clocks, frame, acts, model);
        }
        return "seminar";
    }

    private void people(
            SeminarId seminar,
            Once once,
            SeminarItem item,
            List<Instructor> instructors,
            EnrolledFilter enrolled,
            Paging askedPaging,
            Clocks clocks,
            Frame frame,
            boolean acts,
            Model model) {
        viewings.begin(ViewKind.ROSTER);
        Paging page = new Paging(askedPaging.page(), ON_A_PAGE, null, false);
        Page<Enrolled> roster = rosters.roster(seminar, once, enrolled.enrolled(), page, clocks);
        Page<Enrolled> waiting = rosters.waiting(seminar, once, new Paging(0, WAITING_SHOWN, null, false), clocks);
        List<String> shown = new ArrayList<>();
        roster.items().forEach(one -> shown.add(one.enrollment().official()));
        waiting.items().forEach(one -> shown.add(one.enrollment().official()));
        instructors.forEach(one -> shown.add(one.official()));
        Map<String, List<String>> next = new HashMap<>();
        if (acts) {
            for (EnrollmentStatus status : EnrollmentStatus.values()) {
                next.put(status.name(), SeminarActions.of(status.name(), item));
            }
        }
        model.addAttribute("roster", roster);
        model.addAttribute(
                "earlier",
                earlier.of(
                        seminar,
                        Stream.concat(roster.items().stream(), waiting.items().stream())
                                .map(one -> one.enrollment().enrollmentId())
                                .toList(),
                        clocks));
        model.addAttribute("waiting", waiting);
        model.addAttribute("persons", persons.of(shown, clocks));
        model.addAttribute(
                "nominators",
                names.institutions(
                        Stream.concat(roster.items().stream(), waiting.items().stream())
                                .map(one -> one.enrollment().nominatedBy())
                                .toList(),
                        clocks,
                        frame.language()));
        model.addAttribute("rungs", Ladder.RUNGS.stream().map(Enum::name).toList());
        model.addAttribute("enrollmentStatuses", EnrollmentStatus.values());
        model.addAttribute("next", next);
        model.addAttribute("acts", acts);
    }
}
