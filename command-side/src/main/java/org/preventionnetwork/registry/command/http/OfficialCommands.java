package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.ChangeAffiliation;
import org.preventionnetwork.registry.api.officials.OfficialCommand.ChangeContact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.CorrectFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.GrantAlumniStatus;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RevokeAlumniStatus;
import org.preventionnetwork.registry.api.officials.OfficialCommand.UnmergeOfficial;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officials: the only entity with personal data. */
@RestController
@Tag(name = "Officials")
@RequestMapping(path = "/api/officials", produces = MediaType.APPLICATION_JSON_VALUE)
class OfficialCommands {
    @PostMapping
    @Operation(summary = "Records an official under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("officialId") CommandRequest<RegisterOfficial> command) {
        return command.create();
    }

    @PutMapping("/{officialId}")
    @Operation(summary = "Records an official under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<RegisterOfficial> command) {
        return command.create();
    }

    @PostMapping("/{officialId}/change-contact")
    @Operation(summary = "The official has another name or address from a date on")
    ResponseEntity<Map<String, Object>> changeContact(CommandRequest<ChangeContact> command) {
        return command.act();
    }

    @PostMapping("/{officialId}/change-affiliation")
    @Operation(summary = "The official works elsewhere from a date on")
    ResponseEntity<Map<String, Object>> changeAffiliation(CommandRequest<ChangeAffiliation> command) {
        return command.act();
    }

    @PostMapping("/{officialId}/grant-alumni-status")
    @Operation(summary = "Makes the official an alumnus by exception")
    ResponseEntity<Map<String, Object>> grantAlumniStatus(CommandRequest<GrantAlumniStatus> command) {
        return command.act();
    }

    @PostMapping("/{officialId}/revoke-alumni-status")
    @Operation(summary = "Takes the alumni status away by exception")
    ResponseEntity<Map<String, Object>> revokeAlumniStatus(CommandRequest<RevokeAlumniStatus> command) {
        return command.act();
    }

    @PostMapping("/{officialId}/merge")
    @Operation(summary = "Says that this record and another are about one person; needs a reason")
    ResponseEntity<Map<String, Object>> merge(CommandRequest<MergeOfficial> command) {
        return command.act();
    }

    @PostMapping("/{officialId}/unmerge")
    @Operation(summary = "Says that they are two persons after all; needs a reason")
    ResponseEntity<Map<String, Object>> unmerge(CommandRequest<UnmergeOfficial> command) {
        return command.act();
    }

    @PostMapping("/{officialId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the official should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{officialId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the official never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
