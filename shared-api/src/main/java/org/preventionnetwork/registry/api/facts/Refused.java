package org.preventionnetwork.registry.api.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that was understood and declined; nothing was recorded. Crosses the command bus as exception details.
 */
public final class Refused extends RuntimeException {
    private final Refusal refusal;

    public Refused(RefusalCode code, String detail) {
        this(new Refusal(code, detail, List.of(), null));
    }

    public Refused(Refusal refusal) {
        super(refusal.code() + ": " + refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    public RefusalCode code() {
        return refusal.code();
    }

    /**
     * @param detail a plain sentence without personal data
     * @param facts the facts that stand against it
     * @param field the command's field at fault, or null
     */
    public record Refusal(RefusalCode code, String detail, List<FactId> facts, @Nullable String field) {
        public Refusal {
            facts = List.copyOf(facts);
        }
    }
}
