package org.preventionnetwork.registry.command.imports.rows;

import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;

/** Nothing at all is recorded now, which is no row's fault: the import ends, to be handed in again. */
public final class RecordingStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    private RecordingStopped(Refused refused) {
        super(refused.refusal().detail(), refused);
        this.code = refused.code();
    }

    public RefusalCode code() {
        return code;
    }

    /** @throws RecordingStopped when a refusal is of everything */
    static void unlessOfOneRow(Refused refused) {
        if (refused.code() == RefusalCode.CLOCK_IN_DOUBT) {
            throw new RecordingStopped(refused);
        }
    }
}
