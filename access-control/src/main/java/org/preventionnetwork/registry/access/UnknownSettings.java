package org.preventionnetwork.registry.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something is set that is no setting, so what was meant is not set. Values are not repeated: one can be a secret. */
final class UnknownSettings extends IllegalStateException {
    private final Map<String, Optional<String>> unknown;

    /** @param unknown by what is written, what may have been meant */
    UnknownSettings(Map<String, Optional<String>> unknown) {
        super("No settings: " + String.join(", ", unknown.keySet()), null);
        this.unknown = Map.copyOf(unknown);
    }

    String fault() {
        return "There is no setting " + unknown.keySet().stream().sorted().collect(Collectors.joining(", nor ")) + ".";
    }

    String cure() {
        List<String> meant = unknown.values().stream()
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        String all = "All settings are in docs/operations.md.";
        return meant.isEmpty() ? all : "Perhaps " + String.join(", ", meant) + " is meant. " + all;
    }
}
