package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.statements.StatementCommand.AnnulFact;
import org.preventionnetwork.registry.api.statements.StatementCommand.CorrectFact;
import org.preventionnetwork.registry.api.statements.StatementCommand.PublishStatement;
import org.preventionnetwork.registry.api.statements.StatementCommand.WithdrawStatement;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures and rosters that somebody published. */
@RestController
@Tag(name = "Statements")
@RequestMapping(path = "/api/statements", produces = MediaType.APPLICATION_JSON_VALUE)
class StatementCommands {
    @PostMapping
    @Operation(summary = "Records a published figure under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("statementId") CommandRequest<PublishStatement> command) {
        return command.create();
    }

    @PutMapping("/{statementId}")
    @Operation(summary = "Records a published figure under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<PublishStatement> command) {
        return command.create();
    }

    @PostMapping("/{statementId}/withdraw")
    @Operation(summary = "The publisher withdrew the figure")
    ResponseEntity<Map<String, Object>> withdraw(CommandRequest<WithdrawStatement> command) {
        return command.act();
    }

    @PostMapping("/{statementId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the statement should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{statementId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the statement never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
