package org.preventionnetwork.registry.query.operations;

import java.util.OptionalLong;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.projections.ProjectionsCaughtUp;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whoever waits for it whether every projection that is served has brought an event in. */
@Component
class CaughtUp implements ProjectionsCaughtUp {
    private static final String REACHED =
            "SELECT coalesce(min(position), 0) FROM operations.projection WHERE state = 'LIVE'";

    private final JdbcClient jdbc;
    private final LedgerPositions ledger;

    CaughtUp(@Qualifier("query") DataSource database, LedgerPositions ledger) {
        this.jdbc = JdbcClient.create(database);
        this.ledger = ledger;
    }

    @Override
    public boolean passed(String aggregateId, long version) {
        OptionalLong position = ledger.positionOf(aggregateId, version - 1);
        return position.isPresent()
                && jdbc.sql(REACHED).query(Long.class).single() >= position.getAsLong();
    }
}
