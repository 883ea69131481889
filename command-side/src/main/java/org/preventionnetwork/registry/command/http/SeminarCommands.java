package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.AddCoOrganiser;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.AnnulFact;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.AssignInstructor;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.CancelSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ChangeCapacity;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.CloseEnrollment;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ConcludeSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ConveneSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.CorrectFact;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.DeclareRosterComplete;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.GiveSeminarForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.OpenEnrollment;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ReleaseInstructor;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.RelocateSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.RemoveCoOrganiser;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ReportFigures;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.RescheduleSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ScheduleSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.SetCurriculum;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seminars: one edition of a training each. */
@RestController
@Tag(name = "Seminars")
@RequestMapping(path = "/api/seminars", produces = MediaType.APPLICATION_JSON_VALUE)
class SeminarCommands {
    @PostMapping
    @Operation(summary = "Records a seminar under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("seminarId") CommandRequest<ScheduleSeminar> command) {
        return command.create();
    }

    @PutMapping("/{seminarId}")
    @Operation(summary = "Records a seminar under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<ScheduleSeminar> command) {
        return command.create();
    }

    @PostMapping("/{seminarId}/reschedule")
    @Operation(summary = "The seminar has other dates")
    ResponseEntity<Map<String, Object>> reschedule(CommandRequest<RescheduleSeminar> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/relocate")
    @Operation(summary = "The seminar takes place elsewhere, or in another mode")
    ResponseEntity<Map<String, Object>> relocate(CommandRequest<RelocateSeminar> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/change-capacity")
    @Operation(summary = "The seminar has another number of seats; none means unlimited")
    ResponseEntity<Map<String, Object>> changeCapacity(CommandRequest<ChangeCapacity> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/set-curriculum")
    @Operation(summary = "The seminar has these themes")
    ResponseEntity<Map<String, Object>> setCurriculum(CommandRequest<SetCurriculum> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/add-co-organiser")
    @Operation(summary = "Somebody organises the seminar too")
    ResponseEntity<Map<String, Object>> addCoOrganiser(CommandRequest<AddCoOrganiser> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/remove-co-organiser")
    @Operation(summary = "Somebody no longer organises the seminar")
    ResponseEntity<Map<String, Object>> removeCoOrganiser(CommandRequest<RemoveCoOrganiser> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/assign-instructor")
    @Operation(summary = "An official teaches in the seminar")
    ResponseEntity<Map<String, Object>> assignInstructor(CommandRequest<AssignInstructor> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/release-instructor")
    @Operation(summary = "An official no longer teaches in the seminar")
    ResponseEntity<Map<String, Object>> releaseInstructor(CommandRequest<ReleaseInstructor> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/open-enrollment")
    @Operation(summary = "Nominations are taken from a date on")
    ResponseEntity<Map<String, Object>> openEnrollment(CommandRequest<OpenEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/close-enrollment")
    @Operation(summary = "Nominations are no longer taken")
    ResponseEntity<Map<String, Object>> closeEnrollment(CommandRequest<CloseEnrollment> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/convene")
    @Operation(summary = "The seminar began")
    ResponseEntity<Map<String, Object>> convene(CommandRequest<ConveneSeminar> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/conclude")
    @Operation(summary = "The seminar ended")
    ResponseEntity<Map<String, Object>> conclude(CommandRequest<ConcludeSeminar> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/cancel")
    @Operation(summary = "The seminar does not take place; open enrollments are closed with it")
    ResponseEntity<Map<String, Object>> cancel(CommandRequest<CancelSeminar> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/report-figures")
    @Operation(summary = "A source gives figures for the seminar, without a roster")
    ResponseEntity<Map<String, Object>> reportFigures(CommandRequest<ReportFigures> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/give-for-network")
    @Operation(summary = "The seminar was given for a network, and counts for it")
    ResponseEntity<Map<String, Object>> giveForNetwork(CommandRequest<GiveSeminarForNetwork> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/declare-roster-complete")
    @Operation(summary = "The roster is complete: nobody took part who is not on it")
    ResponseEntity<Map<String, Object>> declareRosterComplete(CommandRequest<DeclareRosterComplete> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the seminar should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{seminarId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the seminar never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
