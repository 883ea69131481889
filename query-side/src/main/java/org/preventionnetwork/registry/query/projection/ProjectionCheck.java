package org.preventionnetwork.registry.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes every projection again from the ledger, beside the one that answers, and compares the two as of one position.
 * Nothing is shown of the new one, and nothing is left of it. Entities with dead letters do not count: they are known to
 * be incomplete, and told elsewhere.
 */
public final class ProjectionCheck implements Check {
    private final Projections projections;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LedgerReader ledger;
    private final LedgerPositions positions;
    private final EntityHistory history;
    private final int batchSize;
    private final Rebuild rebuild;

    ProjectionCheck(
            Projections projections,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            LedgerReader ledger,
            LedgerPositions positions,
            EntityHistory history,
            Rebuild rebuild,
            int batchSize) {
        this.projections = projections;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ledger = ledger;
        this.positions = positions;
        this.history = history;
        this.batchSize = batchSize;
        this.rebuild = rebuild;
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public Outcome run() throws InterruptedException {
        Future<Outcome> outcome = rebuild.between(this::check);
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The projections could not be made again", e.getCause());
        }
    }

    private Outcome check() throws InterruptedException {
        Operations operations = new Operations(jdbc);
        Schemas schemas = new Schemas(jdbc);
        List<ProjectionVersion> fresh = projections.all().stream()
                .map(projection -> new ProjectionVersion(projection, ProjectionVersion.FOR_CHECKING))
                .toList();
        List<Finding> findings = new ArrayList<>();
        long head = positions.head();
        try {
            LedgerFill fill = new LedgerFill(ledger, jdbc, transaction, history, batchSize, head);
            for (ProjectionVersion version : fresh) {
                drop(operations, schemas, version);
                operations.insert(version, "CHECKING", head);
                schemas.create(version);
                fill.into(
                        version,
                        () -> compare(operations, schemas, version, head, findings),
                        failure -> add(
                                findings,
                                null,
                                "PROJECTION_UNCHECKED",
                                version.projection().name() + " could not be made again: " + ErrorCode.of(failure)));
            }
            fill.read();
        } finally {
            fresh.forEach(version -> drop(operations, schemas, version));
        }
        return new Outcome(name(), head, fresh.size() + " projections made again up to position " + head, findings);
    }

    private static void drop(Operations operations, Schemas schemas, ProjectionVersion version) {
        schemas.drop(version);
        operations.delete(version);
    }

    private void compare(
            Operations operations, Schemas schemas, ProjectionVersion fresh, long head, List<Finding> findings) {
        Optional<Operations.VersionRow> row = operations.versions().stream()
                .filter(candidate -> candidate.name().equals(fresh.projection().name())
                        && candidate.state().equals("LIVE"))
                .findFirst();
        if (row.isEmpty()) {
            add(findings, null, "PROJECTION_MISSING", fresh.projection().name() + " has no version that answers");
            return;
        }
        ProjectionVersion live =
                new ProjectionVersion(fresh.projection(), row.get().version());
        long common = Math.min(head, row.get().position());
        Set<String> incomplete = operations.incompleteEntities(live);
        incomplete.addAll(operations.incompleteEntities(fresh));
        List<String> expected = schemas.checksums(fresh, common, incomplete);
        List<String> found = schemas.checksums(live, common, incomplete);
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                Table table = fresh.projection().tables().get(i);
                Long first = schemas.firstDifference(live, fresh, table, common, incomplete);
                add(
                        findings,
                        first,
                        "PROJECTION_DIFFERS",
                        "table " + table.name() + " of " + fresh.projection().name()
                                + " is not what the events make of it, first in rows from position " + first);
            }
        }
    }

    private static void add(List<Finding> findings, @Nullable Long position, String code, String detail) {
        synchronized (findings) {
            findings.add(new Finding(position, null, code, detail));
        }
    }
}
