package org.preventionnetwork.registry.command.erasure;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.caching.Cache;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.command.ledger.LedgerHead;
import org.preventionnetwork.registry.personal.ErasedPersons;
import org.preventionnetwork.registry.personal.PersonKeys;

/**
 * What follows from {@code OfficialErased}: the key and by what the person can be found are destroyed, nothing of the
 * person stays in memory, and a receipt says so. The event comes first, since a key that is gone without one would be a
 * loss; what a crash keeps from following is made up for by the {@link ErasureKeeper}.
 */
final class Erasures {
    private final PersonKeys keys;
    private final Cache aggregates;
    private final ErasureReceipts receipts;
    private final LedgerHead ledger;
    private final ErasedPersons history;

    Erasures(PersonKeys keys, Cache aggregates, ErasureReceipts receipts, LedgerHead ledger, ErasedPersons history) {
        this.history = history;
        this.keys = keys;
        this.aggregates = aggregates;
        this.receipts = receipts;
        this.ledger = ledger;
    }

    /** @return the receipt, or empty when the ledger is behind; it is issued later then */
    Optional<String> follow(OfficialId erased) {
        Instant destroyedAt = keys.destroy(erased);
        forget(erased);
        try {
            ledger.position();
        } catch (Refused ledgerIsBehind) {
            return receipts.find(erased);
        }
        receipts.issue(erased, destroyedAt);
        return receipts.find(erased);
    }

    /** The aggregate's facts are in plain as long as it is in memory. */
    void forget(OfficialId erased) {
        aggregates.remove(erased.aggregateId());
    }

    /** Those for whom something is left to do; and those whom another node has erased leave this node's memory. */
    void catchUp() {
        history.all().forEach(this::forget);
        keys.undestroyed().forEach(this::follow);
        receipts.missing().forEach(this::follow);
    }

    Optional<String> receipt(OfficialId official) {
        return receipts.find(official);
    }
}
