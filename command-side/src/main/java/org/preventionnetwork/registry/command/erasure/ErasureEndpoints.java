package org.preventionnetwork.registry.command.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.officials.OfficialCommand.EraseOfficial;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.command.http.CommandRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
@RequestMapping("/api/officials/{officialId}")
@Tag(name = "Officials")
class ErasureEndpoints {
    private final Erasures erasures;

    ErasureEndpoints(Erasures erasures) {
        this.erasures = erasures;
    }

    @PostMapping(path = "/erase", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "eraseOfficial",
            summary = "Makes the person's data unreadable for ever; counts stay. Needs a reason",
            description =
                    "Destroys the key at once, and answers with a signed receipt when nothing is left of it in the files "
                            + "of the database; or, after some seconds, with what is awaited until then. The record's id "
                            + "is never used again; other records of the same person are erased one by one.")
    ResponseEntity<Map<String, Object>> erase(CommandRequest<EraseOfficial> command) {
        ResponseEntity<Map<String, Object>> recorded = command.act();
        if (command.isDryRun()) {
            return recorded;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (recorded.getBody() != null) {
            body.putAll(recorded.getBody());
        }
        Erasures.Progress progress = erasures.follow(command.command().officialId());
        if (progress.receipt() != null) {
            body.put("receipt", progress.receipt());
        } else {
            body.put("awaits", progress.awaits());
        }
        return ResponseEntity.status(recorded.getStatusCode())
                .headers(recorded.getHeaders())
                .body(body);
    }

    @GetMapping(path = "/erasure-receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "erasureReceipt",
            summary = "The signed note that says that nothing is left of a person's key",
            description = "version=1 asks for the one that earlier versions gave, where there is one.")
    String receipt(
            @PathVariable String officialId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "2", defaultValue = "2"))
                    @RequestParam(defaultValue = "2")
                    int version) {
        OfficialId official = new OfficialId(officialId);
        return erasures.receipt(official, version)
                .orElseThrow(() -> new Refused(
                        RefusalCode.UNKNOWN_ENTITY,
                        version == 2 && erasures.isErased(official)
                                ? "the official is erased; the receipt comes when nothing is left of the key"
                                : "there is no receipt of an erasure of this id"));
    }
}
