package org.preventionnetwork.registry.command.http;

import java.util.List;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.command.reading.FieldError;

/** Refusals as problem documents. */
final class Refusals {
    private Refusals() {}

    /** @param conditional whether the sender named the version it expects */
    static Problem problem(Refusal refusal, boolean conditional) {
        List<FieldError> errors = refusal.field() == null
                ? List.of()
                : List.of(new FieldError(
                        FieldError.pointerTo(refusal.field()), FieldError.Code.INVALID, refusal.detail()));
        return Problem.of(status(refusal, conditional), refusal.code().name(), refusal.detail())
                .withErrors(errors)
                .withFacts(refusal.facts());
    }

    /** What is not found is 404 where the address names it, and a conflict where a field does. */
    private static int status(Refusal refusal, boolean conditional) {
        return switch (refusal.code()) {
            case UNKNOWN_ENTITY, UNKNOWN_FACT, UNKNOWN_SUBJECT -> refusal.field() == null ? 404 : 409;
            case REASON_REQUIRED, NOT_CORRECTABLE, INCOMPLETE, SELF_CONTRADICTORY -> 400;
            case OUT_OF_SCOPE -> 403;
            case VERSION_MOVED_ON -> conditional ? 412 : 409;
            case LEDGER_BEHIND, CLOCK_IN_DOUBT -> 503;
            default -> 409;
        };
    }
}
