package org.preventionnetwork.registry.command.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what is kept of merges with the events: by it commands decide who is the same person, and who may be merged. All
 * is read as of one moment, in which it fits, since both are written in one transaction.
 */
public final class MergesCheck implements Check {
    private final EventStore events;
    private final KeptMerges merges;
    private final TransactionTemplate oneMoment;

    /** @param transactions of the database that has the events and what is kept */
    public MergesCheck(EventStore events, KeptMerges merges, PlatformTransactionManager transactions) {
        this.events = events;
        this.merges = merges;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    @Override
    public String name() {
        return "merges";
    }

    @Override
    public Outcome run(long position) {
        return Objects.requireNonNull(oneMoment.execute(status -> compare(position)));
    }

    private Outcome compare(long position) {
        Map<OfficialId, OfficialId> kept = merges.kept();
        Set<String> officials = new TreeSet<>();
        kept.keySet().forEach(official -> officials.add(official.value()));
        merges.everMerged().forEach(official -> officials.add(official.value()));
        List<Finding> findings = new ArrayList<>();
        for (String value : officials) {
            OfficialId official = new OfficialId(value);
            @Nullable OfficialId into = MergeCheck.into(events, official);
            if (!Objects.equals(into, kept.get(official))) {
                findings.add(new Finding(
                        null,
                        null,
                        "MERGES_DIFFER",
                        "what is kept of merges does not say of official " + official
                                + " what its events do: into which record it is merged, if into any"));
            }
        }
        return new Outcome(
                name(), position, officials.size(), officials.size() + " entries compared", findings, List.of());
    }
}
