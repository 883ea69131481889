package org.preventionnetwork.registry.command.ledger.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Finding;

/** Keeps the first findings of each kind. */
final class Findings {
    private static final int OF_A_KIND = 20;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    void add(@Nullable Long position, @Nullable String eventId, String code, String detail) {
        if (counts.merge(code, 1, Integer::sum) <= OF_A_KIND) {
            kept.add(new Finding(position, eventId, code, detail));
        }
    }

    List<Finding> all() {
        return kept;
    }
}
