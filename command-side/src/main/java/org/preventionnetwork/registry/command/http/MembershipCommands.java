package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdmitState;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.ChangeMembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.ReinstateMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.SuspendMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.WithdrawState;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Memberships of states in networks: one spell of one kind each. */
@RestController
@Tag(name = "Memberships")
@RequestMapping(path = "/api/networks", produces = MediaType.APPLICATION_JSON_VALUE)
class MembershipCommands {
    @PostMapping("/{networkId}/memberships")
    @Operation(summary = "Admits a state; the membership gets a new id")
    ResponseEntity<Map<String, Object>> create(@MakesId("membershipId") CommandRequest<AdmitState> command) {
        return command.create();
    }

    @PutMapping("/{networkId}/memberships/{membershipId}")
    @Operation(summary = "Admits a state under a membership id of yours; a retry records nothing")
    ResponseEntity<Map<String, Object>> put(CommandRequest<AdmitState> command) {
        return command.create();
    }

    @PostMapping("/{networkId}/memberships/{membershipId}/change-kind")
    @Operation(summary = "Closes the membership and opens the next, of another kind")
    ResponseEntity<Map<String, Object>> changeKind(
            @MakesId("nextMembershipId") CommandRequest<ChangeMembershipKind> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/memberships/{membershipId}/suspend")
    @Operation(summary = "The membership is suspended from a date on")
    ResponseEntity<Map<String, Object>> suspend(CommandRequest<SuspendMembership> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/memberships/{membershipId}/reinstate")
    @Operation(summary = "The suspension ends")
    ResponseEntity<Map<String, Object>> reinstate(CommandRequest<ReinstateMembership> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/memberships/{membershipId}/withdraw")
    @Operation(summary = "The state left; the date is the first day it no longer belongs")
    ResponseEntity<Map<String, Object>> withdraw(CommandRequest<WithdrawState> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/memberships/{membershipId}/correct")
    @Operation(summary = "Says how the membership should have been recorded; \"until\": null reopens it")
    ResponseEntity<Map<String, Object>> correct(CommandRequest<CorrectMembership> command) {
        return command.act();
    }

    @PostMapping("/{networkId}/memberships/{membershipId}/annul")
    @Operation(summary = "Says that the membership never was: annuls all its facts")
    ResponseEntity<Map<String, Object>> annul(CommandRequest<AnnulMembership> command) {
        return command.act();
    }
}
