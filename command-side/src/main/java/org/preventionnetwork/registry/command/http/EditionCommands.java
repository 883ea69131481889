package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.editions.EditionCommand.AnnulFact;
import org.preventionnetwork.registry.api.editions.EditionCommand.CorrectFact;
import org.preventionnetwork.registry.api.editions.EditionCommand.PinEdition;
import org.preventionnetwork.registry.api.editions.EditionCommand.WithdrawEdition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Editions of reports, whose figures are pinned to a position of the ledger. */
@RestController
@Tag(name = "Editions")
@RequestMapping(path = "/api/editions", produces = MediaType.APPLICATION_JSON_VALUE)
class EditionCommands {
    @PostMapping
    @Operation(
            summary = "Pins the figures of an edition under a new id",
            description = "Without a position it is the last one of the ledger now.")
    ResponseEntity<Map<String, Object>> create(@MakesId("editionId") CommandRequest<PinEdition> command) {
        return command.create();
    }

    @PutMapping("/{editionId}")
    @Operation(
            summary = "Pins the figures of an edition under an id of yours; a retry records nothing",
            description =
                    "Without a position it is the last one of the ledger now; a retry without one means the same.")
    ResponseEntity<Map<String, Object>> put(CommandRequest<PinEdition> command) {
        return command.create();
    }

    @PostMapping("/{editionId}/withdraw")
    @Operation(summary = "The publisher withdrew the edition")
    ResponseEntity<Map<String, Object>> withdraw(CommandRequest<WithdrawEdition> command) {
        return command.act();
    }

    @PostMapping("/{editionId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the edition should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{editionId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the edition never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
