package org.preventionnetwork.registry.api.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to every command.
 *
 * @param factId the fact recorded, or the earlier one that says the same
 * @param version events of the aggregate up to the last one that touched the command's subject; the ETag
 * @param outcome what happened
 * @param resourceId the membership, seat, meeting or enrolment that was created or acted on, else null
 * @param status the subject's status after the command where it has one (an enrolment's), else null
 * @param hint what whoever recorded it should know, in a sentence, else null
 * @param ends what is over by it, though nobody said so
 */
public record Recorded(
        FactId factId,
        long version,
        Outcome outcome,
        @Nullable String resourceId,
        @Nullable String status,
        @Nullable String hint,
        List<DerivedEnd> ends) {
    public Recorded {
        ends = List.copyOf(ends);
    }

    public Recorded(
            FactId factId, long version, Outcome outcome, @Nullable String resourceId, @Nullable String status) {
        this(factId, version, outcome, resourceId, status, null, List.of());
    }

    public enum Outcome {
        CREATED,
        RECORDED,
        SOURCE_ADDED,
        UNCHANGED
    }

    public Recorded onResource(String resource) {
        return new Recorded(factId, version, outcome, resource, status, hint, ends);
    }

    public Recorded withStatus(String newStatus) {
        return new Recorded(factId, version, outcome, resourceId, newStatus, hint, ends);
    }

    public Recorded withHint(String newHint) {
        return new Recorded(factId, version, outcome, resourceId, status, newHint, ends);
    }

    public Recorded ending(List<DerivedEnd> others) {
        return new Recorded(factId, version, outcome, resourceId, status, hint, others);
    }

    public boolean changed() {
        return outcome == Outcome.CREATED || outcome == Outcome.RECORDED;
    }
}
