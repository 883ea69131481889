package org.preventionnetwork.registry.query.seminars;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.EnrollmentItem;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.Seminar;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;
import org.preventionnetwork.registry.query.seminars.SeminarQueries.Filter;
import org.preventionnetwork.registry.query.seminars.SeminarQueries.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/seminars")
@Tag(name = "Seminars", description = "Seminars and enrolments, on both clocks; officials by id only")
class SeminarEndpoints {
    private static final String PROJECTION = "seminars";

    private final Questions questions;
    private final SeminarQueries seminars;
    private final EnrollmentQueries enrollments;

    SeminarEndpoints(Questions questions, SeminarQueries seminars, EnrollmentQueries enrollments) {
        this.questions = questions;
        this.seminars = seminars;
        this.enrollments = enrollments;
    }

    @Reads(
            value = {"programme", "edition", "state", "status", "from", "to", "q"},
            clocks = true,
            paging = true)
    @GetMapping
    @Operation(
            summary = "Seminars, as they were on a day",
            description = "Filters: programme, edition, state, status (PLANNED, CONVENED, HELD, CANCELLED), from and to"
                    + " (historical dates that the seminar can lie between), q (part of title, venue or city).")
    Page<SeminarItem> seminars(HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        Filter filter = new Filter(
                programme(parameters),
                parameters.oneOf("edition", SeminarEdition.class),
                parameters.state("state"),
                parameters.oneOf("status", Status.class),
                parameters.date("from"),
                parameters.date("to"),
                parameters.text("q"));
        return seminars.seminars(filter, parameters.paging(), questions.clocks(request, PROJECTION));
    }

    @Reads(clocks = true)
    @GetMapping("/{id}")
    @Operation(summary = "One seminar with its instructors, and reported beside counted figures")
    ResponseEntity<Answer<Seminar>> seminar(@PathVariable String id, HttpServletRequest request) {
        SeminarId seminar = new SeminarId(id);
        Clocks clocks = questions.clocks(request, seminar, PROJECTION, "officials");
        Seminar answer = new Seminar(
                known(seminar, clocks),
                seminars.instructors(seminar, clocks),
                seminars.reported(seminar, clocks),
                enrollments.counted(seminar, clocks));
        return ResponseEntity.ok()
                .eTag(Long.toString(
                        questions.version(seminar, clocks.position()).orElse(0)))
                .body(Answer.of(answer, clocks));
    }

    @Reads(value = "status", clocks = true, paging = true)
    @GetMapping("/{id}/enrollments")
    @Operation(summary = "Who was enrolled and how far each had come; officials by id only, the waiting list in order")
    Page<EnrollmentItem> enrollments(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        SeminarId seminar = new SeminarId(id);
        Clocks clocks = questions.clocks(request, seminar, PROJECTION);
        known(seminar, clocks);
        return enrollments.enrollments(
                seminar, parameters.oneOf("status", EnrollmentStatus.class), parameters.paging(), clocks);
    }

    private SeminarItem known(SeminarId seminar, Clocks clocks) {
        return seminars.seminar(seminar, clocks).orElseThrow(() -> new UnknownEntity("seminar"));
    }

    static @Nullable ProgrammeId programme(Parameters parameters) {
        String value = parameters.text("programme");
        try {
            return value == null ? null : new ProgrammeId(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedQuestion("programme", String.valueOf(e.getMessage()));
        }
    }
}
