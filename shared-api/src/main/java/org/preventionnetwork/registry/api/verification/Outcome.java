package org.preventionnetwork.registry.api.verification;

import java.util.Comparator;
import java.util.List;

/**
 * @param check its name
 * @param position as of which it was made: what is recorded later was not looked at
 * @param events how many events it has looked at
 * @param summary what was derived, in a sentence
 * @param findings what does not fit, the earliest position first; more of one kind than a person would read are left out
 * @param unchecked what could not be compared, and why, each in a sentence without personal data: an outage, say. It is
 *     no finding, and nobody knows whether it would be one
 */
public record Outcome(
        String check, long position, long events, String summary, List<Finding> findings, List<String> unchecked) {
    public Outcome {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::position, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        unchecked = List.copyOf(unchecked);
    }

    /** Nothing was compared at all. */
    public static Outcome unchecked(String check, long position, String why) {
        return new Outcome(check, position, 0, "nothing was derived", List.of(), List.of(why));
    }

    /** Everything was compared, and fits. */
    public boolean isSound() {
        return findings.isEmpty() && unchecked.isEmpty();
    }
}
