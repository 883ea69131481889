package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AnnulFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AnnulInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AssignInitiativeToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ChangeInitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.CorrectFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.CorrectInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.NameContributor;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ProvideTechnicalAssistance;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ReachMilestone;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** National initiatives. */
@RestController
@Tag(name = "Initiatives")
@RequestMapping(path = "/api/initiatives", produces = MediaType.APPLICATION_JSON_VALUE)
class InitiativeCommands {
    @PostMapping
    @Operation(summary = "Records a national initiative under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("initiativeId") CommandRequest<LaunchInitiative> command) {
        return command.create();
    }

    @PutMapping("/{initiativeId}")
    @Operation(summary = "Records a national initiative under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<LaunchInitiative> command) {
        return command.create();
    }

    @PostMapping("/{initiativeId}/change-stage")
    @Operation(summary = "The initiative is at this stage from a date on")
    ResponseEntity<Map<String, Object>> changeStage(CommandRequest<ChangeInitiativeStage> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/reach-milestone")
    @Operation(summary = "The initiative reached a milestone")
    ResponseEntity<Map<String, Object>> reachMilestone(CommandRequest<ReachMilestone> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/name-contributor")
    @Operation(summary = "An official contributes to the initiative")
    ResponseEntity<Map<String, Object>> nameContributor(CommandRequest<NameContributor> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/provide-assistance")
    @Operation(summary = "Technical assistance was given to the initiative")
    ResponseEntity<Map<String, Object>> provideAssistance(CommandRequest<ProvideTechnicalAssistance> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/assign-to-programme")
    @Operation(summary = "The initiative is one of a programme's, and counts for it")
    ResponseEntity<Map<String, Object>> assignToProgramme(CommandRequest<AssignInitiativeToProgramme> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/correct")
    @Operation(summary = "Says how the launch should have been recorded")
    ResponseEntity<Map<String, Object>> correct(CommandRequest<CorrectInitiative> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/annul")
    @Operation(summary = "Says that the initiative never was: annuls all its facts")
    ResponseEntity<Map<String, Object>> annul(CommandRequest<AnnulInitiative> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the initiative should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{initiativeId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the initiative never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
