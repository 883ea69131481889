package org.preventionnetwork.registry.query.seminars;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.EnrollmentItem;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.Seminar;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;
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

    @GetMapping
    @Operation(
            summary = "Seminars, as they were on a day",
            description = "from and to are of the seminars; asOf is the day on which they stand as they are shown.")
    Page<SeminarItem> seminars(SeminarFilter filter, Paging paging, AskedClocks asked) {
        return seminars.seminars(filter, paging, questions.clocks(asked, PROJECTION));
    }

    @GetMapping("/{seminarId}")
    @Operation(summary = "One seminar with its instructors, and reported beside counted figures")
    ResponseEntity<Answer<Seminar>> seminar(@PathVariable String seminarId, AskedClocks asked) {
        SeminarId seminar = new SeminarId(seminarId);
        Clocks clocks = questions.clocks(asked, seminar, PROJECTION, "officials");
        Seminar answer = new Seminar(
                known(seminar, clocks),
                seminars.instructors(seminar, clocks),
                seminars.reported(seminar, clocks),
                enrollments.counted(seminar, enrollments.personsOnce(seminar, clocks), clocks));
        return ResponseEntity.ok()
                .eTag(Long.toString(
                        questions.version(seminar, clocks.position()).orElse(0)))
                .body(Answer.of(answer, clocks));
    }

    @GetMapping("/{seminarId}/enrollments")
    @Operation(summary = "Who was enrolled and how far each had come; officials by id only, the waiting list in order")
    Page<EnrollmentItem> enrollments(
            @PathVariable String seminarId, EnrollmentFilter filter, Paging paging, AskedClocks asked) {
        SeminarId seminar = new SeminarId(seminarId);
        Clocks clocks = questions.clocks(asked, seminar, PROJECTION, "officials");
        known(seminar, clocks);
        return enrollments.enrollments(seminar, filter.status(), paging, clocks);
    }

    private SeminarItem known(SeminarId seminar, Clocks clocks) {
        return seminars.seminar(seminar, clocks).orElseThrow(() -> new UnknownEntity("seminar"));
    }
}
