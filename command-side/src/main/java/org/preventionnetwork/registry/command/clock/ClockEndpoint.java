package org.preventionnetwork.registry.command.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.command.clock.ClockConfirmations.Confirmation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the clock is believed, and an administrator's word that it is right. */
@RestController
@Tag(name = "Operations", description = "How the projections are doing, rebuilds and dead letters")
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
@RequestMapping("/api/operations/clock")
class ClockEndpoint {
    private final RecordingClock clock;
    private final ClockConfirmations confirmations;
    private final CurrentCaller callers;

    ClockEndpoint(RecordingClock clock, ClockConfirmations confirmations, CurrentCaller callers) {
        this.clock = clock;
        this.confirmations = confirmations;
        this.callers = callers;
    }

    /**
     * @param recording whether anything is recorded
     * @param why it is not
     * @param lastKnownAt the last instant on the known-on clock
     * @param confirmedAt what the clock said when somebody last confirmed it
     * @param confirmedBy who did
     */
    record ClockState(
            boolean recording,
            @Nullable String why,
            @Nullable Instant lastKnownAt,
            @Nullable Instant confirmedAt,
            @Nullable String confirmedBy) {}

    @GetMapping
    @Operation(
            operationId = "clock",
            summary = "Whether the clock is believed; while it is in doubt nothing is recorded")
    ClockState state() {
        RecordingClock.Doubt doubt = clock.doubt().orElse(null);
        Confirmation newest = confirmations.newest().orElse(null);
        return new ClockState(
                doubt == null,
                doubt == null ? null : doubt.why(),
                confirmations.lastKnown(),
                newest == null ? null : newest.instant(),
                newest == null ? null : newest.actor());
    }

    @PostMapping
    @Operation(
            operationId = "confirmClock",
            summary = "Confirms that the clock is right, so that recording goes on; who and when is kept",
            description = "What is recorded with a wrong clock cannot be undone. Look at another clock first.")
    ClockState confirm(HttpServletRequest request) {
        clock.confirm(callers.of(request).name());
        return state();
    }
}
