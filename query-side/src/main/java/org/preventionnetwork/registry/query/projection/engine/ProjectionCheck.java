package org.preventionnetwork.registry.query.projection.engine;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes every projection again from the ledger, beside the one that answers, and compares the two as of one position.
 * Nothing is shown of the new one, and nothing is left of it. What answers is read as questions read it, through the
 * views. Events that were left out of it are left out of the new one too, and an entity that is parked is compared up to
 * the event at fault; either is named as not checked, since nothing says of such a row that the registry wrote it.
 *
 * <p>Recording, bringing in, rebuilds and other checks may go on meanwhile, on any node. A difference is a finding; that
 * a comparison was not possible never is one.
 */
public final class ProjectionCheck implements Check {
    private static final Logger log = LoggerFactory.getLogger(ProjectionCheck.class);
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Each comparison that is made anew has seen another version shown in the place of the one before. */
    private static final int COMPARISONS = 10;
    /** More than a person would read. */
    private static final int NAMED = 20;

    private static final SecureRandom SALT = new SecureRandom();

    /** Of schema, table and column. */
    private static final Set<String> GONE = Set.of("SQL_3F000", "SQL_42P01", "SQL_42703");

    private final Projections projections;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate oneMoment;
    private final LedgerReader ledger;
    private final EntityHistory history;
    private final int batchSize;
    private final Rebuild rebuild;
    private final Duration patience;
    private final Operations operations;
    private final Schemas schemas;

    /** @param patience how long a version that answers may stand still before the position, until it is not waited for */
    ProjectionCheck(
            Projections projections,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            LedgerReader ledger,
            EntityHistory history,
            Rebuild rebuild,
            int batchSize,
            Duration patience) {
        this.projections = projections;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.oneMoment = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        this.ledger = ledger;
        this.history = history;
        this.batchSize = batchSize;
        this.rebuild = rebuild;
        this.patience = patience;
        this.operations = new Operations(jdbc);
        this.schemas = new Schemas(jdbc);
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public Outcome run(long position) throws InterruptedException {
        Future<Outcome> outcome = rebuild.between(() -> check(position));
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            log.warn("The projections could not be made again", cause);
            return Outcome.unchecked(
                    name(), position, "the projections could not be made again: " + ErrorCode.of(cause));
        }
    }

    private static final class Results {
        private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
        private final List<String> unchecked = Collections.synchronizedList(new ArrayList<>());

        void add(@Nullable Long position, String code, String detail) {
            findings.add(new Finding(position, null, code, detail));
        }
    }

    private Outcome check(long position) throws InterruptedException, SQLException {
        Results results = new Results();
        awaitAnswersUpTo(position);
        int made;
        try (CheckRoom room = CheckRoom.open(projections.all(), jdbc, position)) {
            made = room.versions().size();
            room.versions().forEach(fresh -> live(fresh)
                    .ifPresent(row ->
                            operations.skipAsIn(new ProjectionVersion(fresh.projection(), row.version()), fresh)));
            LedgerFill fill = new LedgerFill(ledger, jdbc, transaction, history, batchSize, position);
            for (ProjectionVersion version : room.versions()) {
                fill.into(
                        version,
                        () -> compare(version, position, results),
                        failure -> results.unchecked.add(
                                version.projection().name() + " could not be made again: " + ErrorCode.of(failure)));
            }
            fill.read();
        }
        return new Outcome(
                name(),
                position,
                position,
                made + " projections made again up to position " + position,
                results.findings,
                results.unchecked);
    }

    /** Returns when all versions that answer are there, or those that are not have stood still for too long. */
    private void awaitAnswersUpTo(long position) throws InterruptedException {
        // No sum of shortfalls is positive.
        long before = 1;
        long deadline = 0;
        while (true) {
            List<Long> behind = operations.versions().stream()
                    .filter(row -> row.state().equals("LIVE")
                            && projections.named(row.name()).isPresent())
                    .map(Operations.VersionRow::position)
                    .filter(reached -> reached < position)
                    .toList();
            long reached = behind.stream().mapToLong(Long::longValue).sum() - behind.size() * position;
            if (behind.isEmpty() || (reached == before && System.nanoTime() > deadline)) {
                return;
            }
            if (reached != before) {
                before = reached;
                deadline = System.nanoTime() + patience.toNanos();
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
    }

    private void compare(ProjectionVersion fresh, long position, Results results) {
        String name = fresh.projection().name();
        for (int attempt = 0; attempt < COMPARISONS; attempt++) {
            Optional<Operations.VersionRow> row = live(fresh);
            if (row.isEmpty()) {
                results.add(null, "PROJECTION_MISSING", name + " has no version that answers");
                return;
            }
            try {
                Comparison made =
                        Objects.requireNonNull(oneMoment.execute(status -> compare(fresh, row.get(), position)));
                // Names are looked up as of now, rows as of the moment: in between another version may have come.
                if (made.differences().isEmpty()
                        || live(fresh).map(Operations.VersionRow::version).equals(Optional.of(made.version()))) {
                    made.differences().forEach(difference -> difference.tell(results));
                    return;
                }
            } catch (DataAccessException | TransactionException e) {
                if (live(fresh)
                        .map(Operations.VersionRow::version)
                        .equals(Optional.of(row.get().version()))) {
                    tell(e, name, row.get(), results);
                    return;
                }
            }
        }
        results.unchecked.add(name + " could not be compared: rebuilds showed one version after the other");
    }

    private Optional<Operations.VersionRow> live(ProjectionVersion fresh) {
        return operations.versions().stream()
                .filter(candidate -> candidate.name().equals(fresh.projection().name())
                        && candidate.state().equals("LIVE"))
                .findFirst();
    }

    /** Tables that are not what the version's shape says, although it is the one that answers, were meddled with. */
    private static void tell(RuntimeException failure, String name, Operations.VersionRow live, Results results) {
        String code = ErrorCode.of(failure);
        if (GONE.contains(code)) {
            results.add(
                    null,
                    "PROJECTION_MISSING",
                    "a table or column of version " + live.version() + " of " + name + ", which answers, is gone ("
                            + code + ")");
        } else {
            results.unchecked.add(name + " could not be compared: " + code);
        }
    }

    /** @param code null for what could not be compared */
    private record Difference(@Nullable Long position, @Nullable String code, String detail) {
        void tell(Results results) {
            if (code == null) {
                results.unchecked.add(detail);
            } else {
                results.add(position, code, detail);
            }
        }
    }

    /** @param version the one that was compared */
    private record Comparison(int version, List<Difference> differences) {
        static Comparison none(Operations.VersionRow row, String why) {
            return new Comparison(row.version(), List.of(new Difference(null, null, why)));
        }
    }

    /** Everything here is seen as of one moment, whatever goes on. */
    private Comparison compare(ProjectionVersion fresh, Operations.VersionRow seen, long position) {
        String name = fresh.projection().name();
        Operations.VersionRow row = live(fresh).orElse(seen);
        if (row.shape() != fresh.projection().shape()) {
            return Comparison.none(row, name + " is still being made in a new shape");
        }
        if (row.position() < position) {
            return Comparison.none(row, name + " answers only up to position " + row.position() + " of " + position);
        }
        ProjectionVersion live = new ProjectionVersion(fresh.projection(), row.version());
        List<Difference> differences = new ArrayList<>();
        Map<String, Long> cuts = cuts(fresh, live, differences);
        for (Table table : fresh.projection().tables()) {
            if (!schemas.isShownAsItIs(live, table)) {
                differences.add(new Difference(
                        null,
                        "PROJECTION_DIFFERS",
                        "view read." + table.name() + ", or the table behind it, is not as " + name
                                + " shows it: questions may be answered with something else"));
            }
            long impossible = schemas.impossibleRows(fresh, table, row.position());
            if (impossible > 0) {
                differences.add(new Difference(
                        null,
                        "PROJECTION_DIFFERS",
                        "table " + table.name() + " of " + name + " holds rows that no event can have made: "
                                + impossible));
            }
        }
        compareRows(fresh, position, cuts, differences);
        return new Comparison(row.version(), differences);
    }

    private void compareRows(
            ProjectionVersion fresh, long position, Map<String, Long> cuts, List<Difference> differences) {
        UnaryOperator<String> made = Schemas.tablesOf(fresh);
        long salt = SALT.nextLong();
        Projection projection = fresh.projection();
        List<String> expected = schemas.checksums(projection, made, position, cuts, salt);
        List<String> found = schemas.checksums(projection, Schemas.views(), position, cuts, salt);
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                Table table = projection.tables().get(i);
                Long first = schemas.firstDifference(Schemas.views(), made, table, position, cuts);
                differences.add(new Difference(
                        first,
                        "PROJECTION_DIFFERS",
                        "table " + table.name() + " of " + projection.name()
                                + " is not what the events make of it, first in rows from position " + first));
            }
        }
    }

    /** Up to where the entities can be compared that are not whole; what is not whole is told. */
    private Map<String, Long> cuts(ProjectionVersion fresh, ProjectionVersion live, List<Difference> differences) {
        String name = fresh.projection().name();
        Map<String, Long> cuts = new HashMap<>();
        Map<String, Long> parked = operations.parkedFrom(live);
        parked.forEach((entity, at) -> cuts.merge(entity, at - 1, Math::min));
        if (!parked.isEmpty()) {
            differences.add(unchecked(
                    parked.size() + " entities of " + name
                            + " are parked and lack what was recorded from these positions" + " on",
                    parked.values()));
        }
        Map<String, Long> notMade = operations.parkedFrom(fresh);
        notMade.keySet().removeAll(parked.keySet());
        operations.parkedFrom(fresh).forEach((entity, at) -> cuts.merge(entity, at - 1, Math::min));
        if (!notMade.isEmpty()) {
            differences.add(
                    new Difference(null, null, notMade.size() + " entities of " + name + " could not be made again"));
        }
        List<Operations.SkippedEvent> all = operations.allSkipped();
        Map<Long, String> left = skipped(all, live);
        if (!left.isEmpty()) {
            differences.add(unchecked(
                    left.size() + " events of " + name + " are left out of what answers, those of these positions",
                    left.keySet()));
        }
        // Left out, or brought in again, while this check went on.
        Map<Long, String> changed = new HashMap<>(left);
        changed.putAll(skipped(all, fresh));
        changed.entrySet()
                .removeAll(skipped(all, fresh).entrySet().stream()
                        .filter(left.entrySet()::contains)
                        .toList());
        changed.forEach((at, entity) -> cuts.merge(entity, at - 1, Math::min));
        return cuts;
    }

    private static Map<Long, String> skipped(List<Operations.SkippedEvent> all, ProjectionVersion of) {
        Map<Long, String> skipped = new HashMap<>();
        all.stream().filter(event -> event.isOf(of)).forEach(event -> skipped.put(event.position(), event.entity()));
        return skipped;
    }

    /** By their positions, which are no personal data and lead to the events. */
    private static Difference unchecked(String what, Collection<Long> positions) {
        String named =
                positions.stream().sorted().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return new Difference(null, null, what + ": " + named + (positions.size() > NAMED ? ", …" : ""));
    }
}
