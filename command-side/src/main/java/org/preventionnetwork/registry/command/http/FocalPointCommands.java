package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DesignateFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RelieveFocalPoint;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Focal-point seats of states in networks. */
@RestController
@Tag(name = "Focal points")
@RequestMapping(path = "/api/networks", produces = MediaType.APPLICATION_JSON_VALUE)
class FocalPointCommands {
    @PostMapping("/{networkId}/focal-points")
    @Operation(summary = "Designates a focal point; the seat gets a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("seatId") CommandRequest<DesignateFocalPoint> command) {
        return command.create();
    }

    @PutMapping("/{networkId}/focal-points/{seatId}")
    @Operation(summary = "Designates a focal point under a seat id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<DesignateFocalPoint> command) {
        return command.create();
    }

    @PostMapping("/{networkId}/focal-points/{seatId}/relieve")
    @Operation(summary = "The focal point is relieved; the seat is vacant from that date on")
    ResponseEntity<Map<String, Object>> relieve(CommandRequest<RelieveFocalPoint> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/focal-points/{seatId}/correct")
    @Operation(summary = "Says how the designation should have been recorded; \"until\": null reopens it")
    ResponseEntity<Map<String, Object>> correct(CommandRequest<CorrectFocalPoint> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/focal-points/{seatId}/annul")
    @Operation(summary = "Says that the designation never was: annuls all its facts")
    ResponseEntity<Map<String, Object>> annul(CommandRequest<AnnulFocalPoint> command) {
        return command.act();
    }
}
