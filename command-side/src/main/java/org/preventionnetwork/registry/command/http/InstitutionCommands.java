package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.AnnulFact;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.CloseOffice;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.CorrectFact;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.DissolveInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.NameInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.OpenOffice;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.PartnerInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.RegisterInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.RenameInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.SucceedInstitution;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Institutions of states, and international ones. */
@RestController
@Tag(name = "Institutions")
@RequestMapping(path = "/api/institutions", produces = MediaType.APPLICATION_JSON_VALUE)
class InstitutionCommands {
    @PostMapping
    @Operation(summary = "Records an institution under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("institutionId") CommandRequest<RegisterInstitution> command) {
        return command.create();
    }

    @PutMapping("/{institutionId}")
    @Operation(summary = "Records an institution under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<RegisterInstitution> command) {
        return command.create();
    }

    @PostMapping("/{institutionId}/rename")
    @Operation(summary = "The institution has another name from a date on")
    ResponseEntity<Map<String, Object>> rename(CommandRequest<RenameInstitution> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/name")
    @Operation(
            summary =
                    "The institution has a name in a language, beside its own; from no date, where it goes with its first name")
    ResponseEntity<Map<String, Object>> name(CommandRequest<NameInstitution> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/open-office")
    @Operation(summary = "The institution opened an office; without an officeId it gets a new one")
    ResponseEntity<Map<String, Object>> openOffice(@MakesId("officeId") CommandRequest<OpenOffice> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/close-office")
    @Operation(summary = "The institution closed one of its offices")
    ResponseEntity<Map<String, Object>> closeOffice(CommandRequest<CloseOffice> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/partner")
    @Operation(summary = "The institution is the partner of another, for a purpose")
    ResponseEntity<Map<String, Object>> partner(CommandRequest<PartnerInstitution> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/succeed")
    @Operation(summary = "Another institution took its place")
    ResponseEntity<Map<String, Object>> succeed(CommandRequest<SucceedInstitution> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/dissolve")
    @Operation(summary = "The institution was dissolved")
    ResponseEntity<Map<String, Object>> dissolve(CommandRequest<DissolveInstitution> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the institution should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{institutionId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the institution never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
