package org.preventionnetwork.registry.standalone.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.preventionnetwork.registry.query.http.Unanswerable;
import org.preventionnetwork.registry.query.ledger.Checkpoints;
import org.preventionnetwork.registry.query.ledger.LedgerKey;
import org.preventionnetwork.registry.query.ledger.PublishedCheckpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much of the ledger is signed, with which key, and where else it is. */
@Component
class LedgerOverview {
    private final Checkpoints checkpoints;
    private final LedgerKey key;
    private final Optional<LedgerHome> home;

    LedgerOverview(Checkpoints checkpoints, LedgerKey key, ObjectProvider<LedgerHome> home) {
        this.checkpoints = checkpoints;
        this.key = key;
        this.home = Optional.ofNullable(home.getIfAvailable());
    }

    /**
     * @param signed how many events the newest checkpoint covers; 0 before the first
     * @param key null where this process does not know it
     * @param outside folders that hold copies, beside the one next to the keys
     */
    record Ledger(
            @Nullable String origin,
            long signed,
            @Nullable Instant signedAt,
            @Nullable String root,
            @Nullable String key,
            List<String> outside) {}

    Ledger now() {
        PublishedCheckpoint newest = checkpoints.newest().orElse(null);
        return new Ledger(
                home.map(LedgerHome::origin).orElse(null),
                newest == null ? 0 : newest.size(),
                newest == null ? null : newest.signedAt(),
                newest == null ? null : newest.root().toBase64(),
                key(),
                home.map(LedgerHome::outside).orElse(List.of()).stream()
                        .map(Path::toString)
                        .toList());
    }

    private @Nullable String key() {
        try {
            return key.required().toString();
        } catch (Unanswerable unknown) {
            return null;
        }
    }
}
