package org.preventionnetwork.registry.api.transparency;

/**
 * A leaf, tile, note, checkpoint or proof that is malformed or does not prove what it claims. The message is one plain
 * sentence for the person who has to judge the evidence; nothing of what was rejected may be relied on. It is the only
 * exception that reading or verifying evidence throws, however the bytes were damaged.
 */
public final class EvidenceRejected extends RuntimeException {

    public EvidenceRejected(String reason) {
        super(reason);
    }

    EvidenceRejected(String reason, Exception cause) {
        super(reason, cause);
    }
}
