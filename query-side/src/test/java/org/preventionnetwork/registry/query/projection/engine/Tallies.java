package org.preventionnetwork.registry.query.projection.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.ReadModel;
import org.preventionnetwork.registry.query.projection.Rows;
import org.preventionnetwork.registry.query.projection.Table;

/**
 * A row for every event; with ways to go wrong: counts that are thrown at, a count that the database refuses (13), rows
 * that come out differently, and a gate that holds up whoever brings events in.
 */
final class Tallies implements ReadModel {
    private static final Table TABLE = new Table(
            "tally",
            List.of("entity", "known_from", "count"),
            List.of("CREATE TABLE ${schema}.tally (entity text NOT NULL, known_from bigint NOT NULL, count int NOT NULL"
                    + " CONSTRAINT unlucky CHECK (count <> 13), twice int GENERATED ALWAYS AS (count * 2) STORED)"),
            List.of("ALTER TABLE ${schema}.tally ADD PRIMARY KEY (known_from)"));

    final Set<Integer> thrownAt = ConcurrentHashMap.newKeySet();
    volatile int added;
    volatile CountDownLatch gate = new CountDownLatch(0);

    Projection projection(int shape) {
        return new Projection("tallies", shape, Set.of(EntityType.NETWORK), List.of(this));
    }

    Projection projection() {
        return projection(1);
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Object remember() {
        return new Object();
    }

    @Override
    public void apply(Change change, Object memory, Rows rows) {
        if (change.after() != null && change.after().fact() instanceof Tally.Counted counted) {
            await(gate);
            if (thrownAt.contains(counted.count())) {
                throw new IllegalArgumentException("nobody may read this: " + counted.count());
            }
            rows.insert(TABLE, change.at().entity(), change.at().position(), counted.count() + added);
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped at the gate", e);
        }
    }
}
