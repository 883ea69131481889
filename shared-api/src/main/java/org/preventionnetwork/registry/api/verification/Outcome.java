package org.preventionnetwork.registry.api.verification;

import java.util.Comparator;
import java.util.List;

/**
 * @param check its name
 * @param events how many events it has looked at
 * @param summary what was derived, in a sentence
 * @param findings what does not fit, the earliest position first; more of one kind than a person would read are left out
 */
public record Outcome(String check, long events, String summary, List<Finding> findings) {
    public Outcome {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::position, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
