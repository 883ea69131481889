package org.preventionnetwork.registry.command.rehearsal;

import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.command.dispatch.LedgerHeadAsMetadata;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.ledger.LedgerHead;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Decides single commands as the registry does, each from what is recorded now, and records nothing. */
@Service
public class DryRuns {
    private final EventStore events;
    private final AggregateTypes aggregates;
    private final ScratchFiles files;
    private final SamePersons persons;
    private final ObjectProvider<LedgerHead> ledger;

    DryRuns(
            EventStore events,
            AggregateTypes aggregates,
            ScratchFiles files,
            SamePersons persons,
            ObjectProvider<LedgerHead> ledger) {
        this.events = events;
        this.aggregates = aggregates;
        this.files = files;
        this.persons = persons;
        this.ledger = ledger;
    }

    /**
     * @param expectedVersion what the command's subject must be at, or null for any
     * @param scopes what the sender's recording is limited to; empty for no limit
     * @throws Refused as the registry would
     */
    public DryRun of(
            RegistryCommand command, Provenance provenance, @Nullable Long expectedVersion, Set<String> scopes) {
        LedgerHead head = ledger.getIfAvailable();
        try (Stage stage = new Stage(
                events,
                aggregates.types(),
                files,
                persons,
                head == null ? List.of() : List.of(new LedgerHeadAsMetadata(head)))) {
            Recorded recorded = stage.commands().send(command, provenance, expectedVersion, scopes);
            return new DryRun(recorded, stage.rehearsed(command.entity()));
        }
    }
}
