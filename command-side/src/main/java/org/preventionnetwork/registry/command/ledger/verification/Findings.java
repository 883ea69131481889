package org.preventionnetwork.registry.command.ledger.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Finding;

/** Keeps the first findings of each kind, and apart from them what could not be compared. */
final class Findings {
    private static final int OF_A_KIND = 20;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> unchecked = new LinkedHashSet<>();

    void add(@Nullable Long position, @Nullable String eventId, String code, String detail) {
        if (counts.merge(code, 1, Integer::sum) <= OF_A_KIND) {
            kept.add(new Finding(position, eventId, code, detail));
        }
    }

    /** Something could not be read: nobody knows whether it fits. */
    void unchecked(String what) {
        if (unchecked.size() < OF_A_KIND) {
            unchecked.add(what);
        }
    }

    List<Finding> all() {
        return kept;
    }

    List<String> unchecked() {
        return List.copyOf(unchecked);
    }
}
