package org.preventionnetwork.registry.command.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;

/** What rules found certainly wrong. */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();

    /** @param facts those that contradict each other */
    public void add(RefusalCode code, String detail, Fact... facts) {
        found.add(new Violation(code, detail, Stream.of(facts).map(Fact::factId).collect(Collectors.toSet())));
    }

    List<Violation> found() {
        return found;
    }

    record Violation(RefusalCode code, String detail, Set<FactId> facts) {}
}
