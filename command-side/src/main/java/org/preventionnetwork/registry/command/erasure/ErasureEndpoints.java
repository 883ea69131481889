package org.preventionnetwork.registry.command.erasure;

import io.swagger.v3.oas.annotations.Operation;
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
            summary = "Makes the person's data unreadable for ever; counts stay. Needs a reason",
            description =
                    "Answers when the key is destroyed, with a signed receipt. The record's id is never used again; "
                            + "other records of the same person are erased one by one.")
    ResponseEntity<Map<String, Object>> erase(CommandRequest<EraseOfficial> command) {
        ResponseEntity<Map<String, Object>> recorded = command.act();
        if (command.isDryRun()) {
            return recorded;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (recorded.getBody() != null) {
            body.putAll(recorded.getBody());
        }
        erasures.follow(command.command().officialId()).ifPresent(receipt -> body.put("receipt", receipt));
        return ResponseEntity.status(recorded.getStatusCode())
                .headers(recorded.getHeaders())
                .body(body);
    }

    @GetMapping(path = "/erasure-receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The signed note that says that a person's key is destroyed")
    String receipt(@PathVariable String officialId) {
        return erasures.receipt(new OfficialId(officialId))
                .orElseThrow(
                        () -> new Refused(RefusalCode.UNKNOWN_ENTITY, "there is no receipt of an erasure of this id"));
    }
}
