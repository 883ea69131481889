package org.preventionnetwork.registry.command.ledger.verification;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has anybody touched the log? */
@RestController
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
@RequestMapping("/api/operations/verification")
class VerificationEndpoint {
    private final VerificationJob job;

    VerificationEndpoint(VerificationJob job) {
        this.job = job;
    }

    /** The run under way, else the last one; no content before the first. */
    @GetMapping
    ResponseEntity<Verification> last() {
        return job.current()
                .map(ResponseEntity::ok)
                .orElse(ResponseEntity.noContent().build());
    }

    /** Derives everything again from the event store; takes seconds to minutes. */
    @PostMapping
    ResponseEntity<Void> request() {
        job.request();
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/verification"))
                .build();
    }
}
