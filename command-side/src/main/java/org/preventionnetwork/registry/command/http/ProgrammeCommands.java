package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.AnnulFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.CloseProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.CorrectFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.DeclareProgrammeListComplete;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.EstablishProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.NameProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.RenameProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.ServeNetwork;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.SetProgrammeCurriculum;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Programmes: the lines of work that seminars belong to. */
@RestController
@Tag(name = "Programmes")
@RequestMapping(path = "/api/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
class ProgrammeCommands {
    @PostMapping
    @Operation(summary = "Records a programme under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("programmeId") CommandRequest<EstablishProgramme> command) {
        return command.create();
    }

    @PutMapping("/{programmeId}")
    @Operation(summary = "Records a programme under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<EstablishProgramme> command) {
        return command.create();
    }

    @PostMapping("/{programmeId}/rename")
    @Operation(summary = "The programme has another name from a date on")
    ResponseEntity<Map<String, Object>> rename(CommandRequest<RenameProgramme> command) {
        return command.act();
    }

    @PostMapping("/{programmeId}/name")
    @Operation(
            summary =
                    "The programme has a name in a language, beside its own; from no date, where it goes with its first name")
    ResponseEntity<Map<String, Object>> name(CommandRequest<NameProgramme> command) {
        return command.act();
    }

    @PostMapping("/{programmeId}/set-curriculum")
    @Operation(summary = "The programme has these themes from a date on")
    ResponseEntity<Map<String, Object>> setCurriculum(CommandRequest<SetProgrammeCurriculum> command) {
        return command.act();
    }

    @PostMapping("/{programmeId}/close")
    @Operation(summary = "The programme was closed")
    ResponseEntity<Map<String, Object>> close(CommandRequest<CloseProgramme> command) {
        return command.act();
    }

    @PostMapping("/{programmeId}/serve-network")
    @Operation(summary = "The programme serves a network, from a date on and until another")
    ResponseEntity<Map<String, Object>> serveNetwork(CommandRequest<ServeNetwork> command) {
        return command.act();
    }

    @PostMapping("/{programmeId}/declare-complete")
    @Operation(summary = "A list of the programme is complete: there is no more of it than is recorded")
    ResponseEntity<Map<String, Object>> declareComplete(CommandRequest<DeclareProgrammeListComplete> command) {
        return command.act();
    }

    @PostMapping("/{programmeId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the programme should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{programmeId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the programme never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
