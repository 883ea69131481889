package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.AcceptEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.AnnulEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.CompleteEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.ConfirmEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.CorrectEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.DeclineEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateAgain;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateOfficial;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NotCompleteEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordAttendance;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.WaitlistEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.WithdrawEnrollment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enrollments: one official's way through one seminar each. */
@RestController
@Tag(name = "Enrollments")
@RequestMapping(path = "/api/seminars", produces = MediaType.APPLICATION_JSON_VALUE)
class EnrollmentCommands {
    @PostMapping("/{seminarId}/enrollments")
    @Operation(summary = "Nominates an official; the enrollment gets a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("enrollmentId") CommandRequest<NominateOfficial> command) {
        return command.create();
    }

    @PutMapping("/{seminarId}/enrollments/{enrollmentId}")
    @Operation(summary = "Nominates an official under an enrollment id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<NominateOfficial> command) {
        return command.create();
    }

    @PostMapping("/{seminarId}/enrollments/record")
    @Operation(summary = "Records an enrollment known only by its outcome, under a new id")
    ResponseEntity<Map<String, Object>> recordNew(@MakesId("enrollmentId") CommandRequest<RecordEnrollment> command) {
        return command.create();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/record")
    @Operation(summary = "Records an enrollment known only by its outcome, under an id of yours")
    ResponseEntity<Map<String, Object>> record(CommandRequest<RecordEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/nominate")
    @Operation(summary = "Who withdrew or was declined is nominated anew, on a day that is certainly later")
    ResponseEntity<Map<String, Object>> nominateAgain(CommandRequest<NominateAgain> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/accept")
    @Operation(summary = "The nomination is accepted")
    ResponseEntity<Map<String, Object>> accept(CommandRequest<AcceptEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/waitlist")
    @Operation(summary = "The official waits for a seat")
    ResponseEntity<Map<String, Object>> waitlist(CommandRequest<WaitlistEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/decline")
    @Operation(summary = "The nomination is declined")
    ResponseEntity<Map<String, Object>> decline(CommandRequest<DeclineEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/confirm")
    @Operation(summary = "The official confirmed to come")
    ResponseEntity<Map<String, Object>> confirm(CommandRequest<ConfirmEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/withdraw")
    @Operation(summary = "The official withdrew; the first who waits gets the seat")
    ResponseEntity<Map<String, Object>> withdraw(CommandRequest<WithdrawEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/record-attendance")
    @Operation(summary = "The official attended")
    ResponseEntity<Map<String, Object>> recordAttendance(CommandRequest<RecordAttendance> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/complete")
    @Operation(summary = "The official completed the seminar")
    ResponseEntity<Map<String, Object>> complete(CommandRequest<CompleteEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/not-complete")
    @Operation(summary = "The official did not complete the seminar")
    ResponseEntity<Map<String, Object>> notComplete(CommandRequest<NotCompleteEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/correct")
    @Operation(summary = "Says how the enrollment should have been recorded")
    ResponseEntity<Map<String, Object>> correct(CommandRequest<CorrectEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/enrollments/{enrollmentId}/annul")
    @Operation(summary = "Says that the enrollment never was: annuls all its facts")
    ResponseEntity<Map<String, Object>> annul(CommandRequest<AnnulEnrollment> command) {
        return command.act();
    }
}
