package org.preventionnetwork.registry.command.ledger.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has anybody touched the log? */
@RestController
@Tag(name = "Operations", description = "How the projections are doing, rebuilds and dead letters")
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
@RequestMapping("/api/operations/verification")
class VerificationEndpoint {
    private final VerificationJob job;

    VerificationEndpoint(VerificationJob job) {
        this.job = job;
    }

    /** The run under way, else the last one; no content before the first. */
    @GetMapping
    @Operation(
            operationId = "verification",
            summary = "The verification under way, else the last one: has anybody touched the log?")
    ResponseEntity<Verification> last() {
        return job.current()
                .map(ResponseEntity::ok)
                .orElse(ResponseEntity.noContent().build());
    }

    /** Derives everything again from the event store; takes seconds to minutes. */
    @PostMapping
    @Operation(
            operationId = "requestVerification",
            summary = "Derives ledger and projections again from the event store, and compares")
    ResponseEntity<Void> request() {
        job.request();
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/verification"))
                .build();
    }
}
