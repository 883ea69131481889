package org.preventionnetwork.registry.query.ledger;

import org.preventionnetwork.registry.query.http.Unanswerable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * What to answer when the stored events and hashes do not lead to what was signed: nothing that looks like evidence. It
 * means damage or tampering, so the log has it too.
 */
public final class InconsistentLedger {
    private static final Logger log = LoggerFactory.getLogger(InconsistentLedger.class);

    private InconsistentLedger() {}

    public static Unanswerable because(String detail) {
        log.error("The ledger does not fit what was signed: {}", detail);
        return new Unanswerable(HttpStatus.INTERNAL_SERVER_ERROR, "LEDGER_INCONSISTENT", detail);
    }
}
