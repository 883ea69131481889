package org.preventionnetwork.registry.command.imports.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.imports.files.Submission;
import org.preventionnetwork.registry.command.imports.files.Survey;
import org.preventionnetwork.registry.command.imports.files.Table;
import org.preventionnetwork.registry.command.imports.files.Unreadable;
import org.preventionnetwork.registry.command.imports.rehearsal.Rehearsal;
import org.preventionnetwork.registry.command.imports.rows.Outcome;
import org.preventionnetwork.registry.command.imports.rows.People;
import org.preventionnetwork.registry.command.imports.rows.Registry;
import org.preventionnetwork.registry.command.imports.rows.RowResult;
import org.preventionnetwork.registry.command.imports.rows.RowTeller;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.rehearsal.AggregateTypes;
import org.preventionnetwork.registry.command.rehearsal.ScratchFiles;
import org.preventionnetwork.registry.personal.BlindIndex;

/** Runs one import from beginning to end, or rehearses it. */
final class ImportRunner {
    /** So many rows are begun at a time. */
    private static final int ANNOUNCED_AT_ONCE = 500;

    private final Runs runs;
    private final Commands commands;
    private final EventStore events;
    private final CommandReader reader;
    private final AggregateTypes aggregates;
    private final ScratchFiles files;
    private final SamePersons persons;
    private final ProjectionWait projections;
    private final BlindIndex index;
    private final int lanes;
    /** Rows that all imports together record side by side. */
    private final Semaphore abreast;
    /** Held by an import that finds persons by their names, so that two do not make the same one anew. */
    private final ReentrantLock naming = new ReentrantLock(true);

    ImportRunner(
            Runs runs,
            Commands commands,
            EventStore events,
            CommandReader reader,
            AggregateTypes aggregates,
            ScratchFiles files,
            SamePersons persons,
            ProjectionWait projections,
            BlindIndex index,
            int lanes) {
        this.index = index;
        this.runs = runs;
        this.commands = commands;
        this.events = events;
        this.reader = reader;
        this.aggregates = aggregates;
        this.files = files;
        this.persons = persons;
        this.projections = projections;
        this.lanes = lanes;
        this.abreast = new Semaphore(lanes, true);
    }

    /**
     * Who has what done with which rows.
     *
     * @param scopes what the actor's recording is limited to; empty for no limit
     */
    record Order(String id, boolean dryRun, String actor, String role, Set<String> scopes) {
        BatchId batch() {
            return new BatchId(id);
        }
    }

    /** How it ended, and why where it failed. */
    record End(Status status, @Nullable Said failure) {
        private static End of(Status status) {
            return new End(status, null);
        }
    }

    /** @throws Unreadable before anything is applied */
    End run(Order order, Submission submission) {
        Survey survey = Survey.over(submission);
        if (!order.dryRun() && !survey.wrong().isEmpty()) {
            throw new Unreadable(survey.wrong());
        }
        runs.addProblems(order.id(), null, submission.notes());
        for (Table table : submission.tables()) {
            runs.addFile(order.id(), table, survey.rows().getOrDefault(table.kind(), 0L));
            runs.addProblems(order.id(), table.kind(), table.notes());
            runs.addProblems(
                    order.id(),
                    table.kind(),
                    survey.notes().stream()
                            .filter(note -> note.file().equals(table.file()))
                            .toList());
        }
        if (order.dryRun()) {
            rehearse(order, submission, survey.people());
            if (!survey.headers().isEmpty()) {
                throw new Unreadable(survey.headers());
            }
            return survey.broken().isEmpty()
                    ? End.of(Status.VALIDATED)
                    : new End(Status.FAILED, survey.broken().get(0).said());
        }
        Set<String> last = survey.people() ? applyAlone(order, submission) : apply(order, submission, false);
        projections.await(last);
        return End.of(Status.COMPLETED);
    }

    private Rehearsal rehearsal(Order order) {
        return new Rehearsal(events, aggregates.types(), files, persons, order.scopes());
    }

    private void rehearse(Order order, Submission submission, boolean people) {
        try (Rehearsal rehearsal = rehearsal(order)) {
            People named = new People(index, rehearsal, people, runs.lookedUp(order));
            submission.tables().forEach(table -> tell(order, table, rehearsal, named, result -> {}));
        }
    }

    private Set<String> applyAlone(Order order, Submission submission) {
        try {
            naming.lockInterruptibly();
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
        try {
            return apply(order, submission, true);
        } finally {
            naming.unlock();
        }
    }

    private static CompletionException interrupted() {
        Thread.currentThread().interrupt();
        return new CompletionException("the import was interrupted", null);
    }

    /** @return the entities that were recorded last, one for each lane */
    private Set<String> apply(Order order, Submission submission, boolean people) {
        LiveRegistry registry = new LiveRegistry(commands, events, () -> rehearsal(order), order.scopes());
        People named = new People(index, registry, people, runs.lookedUp(order));
        Map<String, String> last = new ConcurrentHashMap<>();
        for (Table table : submission.tables()) {
            tell(order, table, registry, named, result -> {
                if (result.outcome() == Outcome.RECORDED) {
                    Entities.aggregateId(result.row())
                            .ifPresent(id -> last.put(Thread.currentThread().getName(), id));
                }
            });
        }
        return Set.copyOf(last.values());
    }

    /** A file's rows are all done before the next file begins. */
    private void tell(Order order, Table table, Registry registry, People people, Consumer<RowResult> listener) {
        RowTeller teller = new RowTeller(registry, people, reader, order.actor(), order.role(), order.batch());
        Tally tally = new Tally(runs, order.id(), table.kind(), Tally.MOST_KEPT);
        // Whether a row is about somebody of an earlier one must not depend on which is done first.
        int own = people.areAsked() && table.kind() == FileKind.OFFICIALS ? 1 : lanes;
        try (Lanes<List<Row>> open =
                new Lanes<>(own, unit -> inTurn(() -> teller.tell(unit)).forEach(result -> {
                    tally.add(result, order.dryRun() ? Optional.empty() : touched(result));
                    listener.accept(result);
                }))) {
            Announced announced = new Announced(order, open);
            Units.read(withoutHeaderFaults(table), announced::add);
            announced.flush();
            open.finish();
        } finally {
            tally.write();
        }
    }

    /** Of several imports none takes all lanes. */
    private <T> T inTurn(Supplier<T> work) {
        try {
            abreast.acquire();
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
        try {
            return work.get();
        } finally {
            abreast.release();
        }
    }

    /** Columns that are not taken were told of already; what is wrong with the rows is told as well. */
    private static Table withoutHeaderFaults(Table table) {
        return new Table() {
            @Override
            public FileKind kind() {
                return table.kind();
            }

            @Override
            public String file() {
                return table.file();
            }

            @Override
            public List<Problem> notes() {
                return table.notes();
            }

            @Override
            public void read(Consumer<Row> rows) {
                try {
                    table.read(rows);
                } catch (Unreadable fault) {
                    if (!fault.rowsRead()) {
                        throw fault;
                    }
                }
            }
        };
    }

    /**
     * What is to be written down of a row's entity, so that the batch is found again: nothing where nothing of this id is
     * recorded, for what stands where an id should may be a person's name, whatever file it is; and no official, who is
     * found by the events.
     */
    private Optional<String> touched(RowResult result) {
        Optional<String> id = result.outcome() == Outcome.UNCHANGED
                ? Optional.empty()
                : Entities.aggregateId(result.row()).filter(one -> !one.startsWith(EntityType.OFFICIAL.prefix() + ":"));
        return result.outcome() == Outcome.RECORDED
                ? id
                : id.filter(one -> events.lastSequenceNumberFor(one).isPresent());
    }

    /** Units that wait for the node to make sure that the import is its own still. */
    private final class Announced {
        private final Order order;
        private final Lanes<List<Row>> lanes;
        private final List<List<Row>> waiting = new ArrayList<>();

        Announced(Order order, Lanes<List<Row>> lanes) {
            this.order = order;
            this.lanes = lanes;
        }

        void add(List<Row> unit) {
            waiting.add(unit);
            if (waiting.size() >= ANNOUNCED_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!order.dryRun()) {
                runs.requireRunning(order.id());
            }
            waiting.forEach(unit -> lanes.put(RowTeller.entity(unit.get(0)), unit));
            waiting.clear();
        }
    }
}
