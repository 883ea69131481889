package org.preventionnetwork.registry.query.operations;

import java.util.OptionalLong;
import org.preventionnetwork.registry.api.projections.ProjectionsCaughtUp;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.springframework.stereotype.Component;

/** Tells an import when all answers know what it recorded. */
@Component
class ServedProjections implements ProjectionsCaughtUp {
    private final LedgerPositions ledger;
    private final Operations operations;

    ServedProjections(LedgerPositions ledger, Operations operations) {
        this.ledger = ledger;
        this.operations = operations;
    }

    @Override
    public boolean passed(String aggregateId, long version) {
        OptionalLong position = ledger.positionOf(aggregateId, version - 1);
        return position.isPresent()
                && operations.versions().stream()
                        .filter(row -> row.state().equals("LIVE"))
                        .allMatch(row -> row.position() >= position.getAsLong());
    }
}
