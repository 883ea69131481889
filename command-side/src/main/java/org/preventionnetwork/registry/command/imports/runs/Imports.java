package org.preventionnetwork.registry.command.imports.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.preventionnetwork.registry.api.outages.Kept;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.FileNames;
import org.preventionnetwork.registry.command.imports.files.Limits;
import org.preventionnetwork.registry.command.imports.files.Submission;
import org.preventionnetwork.registry.command.imports.files.Unreadable;
import org.preventionnetwork.registry.command.imports.rows.RecordingStopped;
import org.preventionnetwork.registry.command.imports.runs.ImportRunner.End;
import org.preventionnetwork.registry.command.imports.runs.ImportRunner.Order;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.reading.RandomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Takes imports in and runs them in the background, those of one sender one after the other; see {@link Turns}. */
public final class Imports implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final long STOPS_WITHIN_SECONDS = 20;
    /** Senders whose imports run side by side; each needs memory for a workbook. */
    private static final int PLACES = 3;

    private final Runs runs;
    private final ImportRunner runner;
    private final Limits limits;
    private final Leases leases;
    private @Nullable Turns turns;

    Imports(Runs runs, ImportRunner runner, Limits limits, Leases leases) {
        this.runs = runs;
        this.runner = runner;
        this.limits = limits;
        this.leases = leases;
    }

    /**
     * @param path a file or a folder
     * @param name as the sender named it; it is not kept, see {@link FileNames}
     * @param temporary whether the file is deleted when the import is over
     * @param scopes what the actor's recording is limited to; empty for no limit
     * @return the import's id; it runs until its report says otherwise
     */
    public String submit(
            Path path, String name, boolean temporary, boolean dryRun, String actor, String role, Set<String> scopes) {
        Order order = new Order(RandomId.next(), dryRun, actor, role, scopes);
        runs.begin(order.id(), FileNames.shown(name), dryRun, actor, role, leases.owner(), leases.lease());
        Kept.something();
        turns().take(actor, () -> run(order, path, name, temporary));
        return order.id();
    }

    private void run(Order order, Path path, String name, boolean temporary) {
        LogContext.CORRELATION.put(order.id());
        try (Submission submission = Submission.open(path, name, limits)) {
            End end = runner.run(order, submission);
            finish(order, end.status(), end.failure());
        } catch (Unreadable unreadable) {
            tell(order, unreadable);
        } catch (IOException | RuntimeException | Error e) {
            end(order, e);
        } finally {
            if (temporary) {
                delete(path);
            }
            LogContext.CORRELATION.remove();
        }
    }

    private void tell(Order order, Unreadable unreadable) {
        try {
            runs.addProblems(order.id(), null, unreadable.problems());
            finish(order, Status.FAILED, unreadable.problems().get(0).said());
        } catch (DataAccessException e) {
            end(order, e);
        }
    }

    private void end(Order order, Throwable failure) {
        RecordingStopped stopped = cause(failure, RecordingStopped.class);
        if (cause(failure, NotOurs.class) != null) {
            log.warn("Import {} was ended by another node; it goes no further here", order.id());
        } else if (stopped != null) {
            finish(
                    order,
                    Status.FAILED,
                    Cause.REFUSED.told(
                            String.valueOf(stopped.getMessage()), stopped.code().name()));
        } else {
            log.error("Import {} failed", order.id(), failure);
            String outage =
                    Outage.behind(failure).map(kind -> " (" + kind + ")").orElse("");
            finish(order, Status.FAILED, Cause.STOPPED_BY_SERVER.with(outage));
        }
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** Tried until it succeeds: an import that the database's absence ended would otherwise be said to run for ever. */
    private void finish(Order order, Status status, @Nullable Said failure) {
        while (true) {
            try {
                runs.finish(order.id(), status, failure);
                return;
            } catch (DataAccessException e) {
                log.warn("Import {} is over, which could not be written down yet: {}", order.id(), FailureText.of(e));
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("The uploaded file {} could not be deleted: {}", path, FailureText.of(e));
        }
    }

    private synchronized Turns turns() {
        if (turns == null) {
            throw new IllegalStateException("imports are not taken in before the start or after the end");
        }
        return turns;
    }

    @Override
    public synchronized void start() {
        leases.start();
        turns = new Turns(PLACES);
    }

    @Override
    public synchronized void stop() {
        Turns stopping = turns;
        turns = null;
        if (stopping != null) {
            try {
                stopping.stop(STOPS_WITHIN_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            leases.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return turns != null;
    }
}
