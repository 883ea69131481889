package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RecordMeeting;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings of networks. */
@RestController
@Tag(name = "Meetings")
@RequestMapping(path = "/api/networks", produces = MediaType.APPLICATION_JSON_VALUE)
class MeetingCommands {
    @PostMapping("/{networkId}/meetings")
    @Operation(summary = "Records a meeting under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("meetingId") CommandRequest<RecordMeeting> command) {
        return command.create();
    }

    @PutMapping("/{networkId}/meetings/{meetingId}")
    @Operation(summary = "Records a meeting under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<RecordMeeting> command) {
        return command.create();
    }
}
