package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdoptCharter;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnounceNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DeclareNetworkListComplete;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DesignateSecretariat;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DissolveNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.FoundNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.NameNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RegisterNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RenameNetwork;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Networks of states: what happens to them as a whole. */
@RestController
@Tag(name = "Networks")
@RequestMapping(path = "/api/networks", produces = MediaType.APPLICATION_JSON_VALUE)
class NetworkCommands {
    @PostMapping
    @Operation(summary = "Records a network under a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("networkId") CommandRequest<RegisterNetwork> command) {
        return command.create();
    }

    @PutMapping("/{networkId}")
    @Operation(summary = "Records a network under an id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<RegisterNetwork> command) {
        return command.create();
    }

    @PostMapping("/{networkId}/announce")
    @Operation(summary = "The network was announced")
    ResponseEntity<Map<String, Object>> announce(CommandRequest<AnnounceNetwork> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/found")
    @Operation(summary = "The network was founded")
    ResponseEntity<Map<String, Object>> found(CommandRequest<FoundNetwork> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/rename")
    @Operation(summary = "The network has another name from a date on")
    ResponseEntity<Map<String, Object>> rename(CommandRequest<RenameNetwork> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/name")
    @Operation(
            summary =
                    "The network has a name in a language, beside its own; from no date, where it goes with its first name")
    ResponseEntity<Map<String, Object>> name(CommandRequest<NameNetwork> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/adopt-charter")
    @Operation(summary = "The network adopted a charter")
    ResponseEntity<Map<String, Object>> adoptCharter(CommandRequest<AdoptCharter> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/designate-secretariat")
    @Operation(summary = "An institution is the network's secretariat from a date on")
    ResponseEntity<Map<String, Object>> designateSecretariat(CommandRequest<DesignateSecretariat> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/dissolve")
    @Operation(summary = "The network was dissolved")
    ResponseEntity<Map<String, Object>> dissolve(CommandRequest<DissolveNetwork> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/declare-complete")
    @Operation(summary = "A list of the network is complete: there is no more of it than is recorded")
    ResponseEntity<Map<String, Object>> declareComplete(CommandRequest<DeclareNetworkListComplete> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/facts/{factId}/correct")
    @Operation(summary = "Says how a fact about the network should have been recorded")
    ResponseEntity<Map<String, Object>> correctFact(CommandRequest<CorrectFact> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/facts/{factId}/annul")
    @Operation(summary = "Says that a fact about the network never was true")
    ResponseEntity<Map<String, Object>> annulFact(CommandRequest<AnnulFact> command) {
        return command.act();
    }
}
