package org.preventionnetwork.registry.command.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.command.ledger.LedgerHead;
import org.preventionnetwork.registry.personal.ErasedPersons;
import org.preventionnetwork.registry.personal.PersonKeys;
import org.preventionnetwork.registry.personal.Remains;

/**
 * What follows from {@code OfficialErased}: the key and by what the person can be found are destroyed, nothing of the
 * person stays in memory nor in the files of the keys' database, and then a receipt says so. The event comes first, since
 * a key that is gone without one would be a loss; what has to wait, and what a crash keeps from following, is made up for
 * by the {@link ErasureKeeper}.
 */
public final class Erasures {
    private final PersonKeys keys;
    private final Remains remains;
    private final Cache aggregates;
    private final ErasureReceipts receipts;
    private final LedgerHead ledger;
    private final ErasedPersons history;
    private final Duration patience;

    Erasures(
            PersonKeys keys,
            Remains remains,
            Cache aggregates,
            ErasureReceipts receipts,
            LedgerHead ledger,
            ErasedPersons history,
            Duration patience) {
        this.keys = keys;
        this.remains = remains;
        this.aggregates = aggregates;
        this.receipts = receipts;
        this.ledger = ledger;
        this.history = history;
        this.patience = patience;
    }

    /**
     * @param receipt null as long as something is awaited
     * @param awaits what, as {@link Remains.Awaited}, or {@code LEDGER}
     */
    record Progress(@Nullable String receipt, List<String> awaits) {}

    /** The key is destroyed at once; for the rest it waits a little, and goes on later. */
    Progress follow(OfficialId erased) {
        follow(List.of(erased), patience);
        Optional<String> receipt = receipts.find(erased);
        if (receipt.isPresent()) {
            return new Progress(receipt.get(), List.of());
        }
        List<String> awaits = remains.obstacles().stream().map(Enum::name).toList();
        return new Progress(null, awaits.isEmpty() ? List.of("LEDGER") : awaits);
    }

    private void follow(Collection<OfficialId> erased, Duration patience) {
        Map<OfficialId, Instant> destroyed = new LinkedHashMap<>();
        erased.forEach(person -> {
            destroyed.put(person, keys.destroy(person));
            forget(person);
        });
        Map<OfficialId, Remains.Gone> gone = remains.remove(destroyed.keySet(), patience);
        try {
            ledger.position();
        } catch (Refused ledgerIsBehind) {
            return;
        }
        destroyed.forEach((person, at) -> {
            Remains.Gone found = gone.get(person);
            if (found != null) {
                receipts.issue(person, at, found);
            }
        });
    }

    /** The aggregate's facts are in plain as long as it is in memory. */
    void forget(OfficialId erased) {
        aggregates.remove(erased.aggregateId());
    }

    /**
     * Those for whom something is left to do; and those whom another node has erased leave this node's memory.
     *
     * @return whether something is still awaited
     */
    boolean catchUp() {
        history.all().forEach(this::forget);
        Set<OfficialId> open = open();
        if (open.isEmpty()) {
            return false;
        }
        follow(open, Duration.ZERO);
        return !open().isEmpty();
    }

    private Set<OfficialId> open() {
        Set<OfficialId> open = new LinkedHashSet<>(keys.undestroyed());
        open.addAll(receipts.missing());
        open.addAll(remains.left());
        return open;
    }

    /** Whether the history says so; the receipt may still be to come. */
    public boolean isErased(OfficialId official) {
        return !history.among(List.of(official)).isEmpty();
    }

    /** The signed note of today's version, once there is one. */
    public Optional<String> receipt(OfficialId official) {
        return receipts.find(official);
    }

    Optional<String> receipt(OfficialId official, int version) {
        return receipts.find(official, version);
    }
}
