package org.preventionnetwork.registry.command.imports.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.command.imports.files.Limits;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Submission;
import org.preventionnetwork.registry.command.imports.files.Unreadable;
import org.preventionnetwork.registry.command.imports.runs.ImportRunner.Order;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.reading.RandomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Takes imports in and runs them one after the other, in the background. */
public final class Imports implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final long STOPS_WITHIN_SECONDS = 20;
    private static final String OUR_FAULT =
            "the import stopped for a reason of this server's, which is in its log; import the file again:"
                    + " what was recorded stays, nothing is recorded twice";

    private final Runs runs;
    private final ImportRunner runner;
    private final Limits limits;
    private final Presence presence;
    private @Nullable ExecutorService worker;

    Imports(Runs runs, ImportRunner runner, Limits limits, Presence presence) {
        this.runs = runs;
        this.runner = runner;
        this.limits = limits;
        this.presence = presence;
    }

    /**
     * @param path a file or a folder
     * @param name as the sender named it
     * @param temporary whether the file is deleted when the import is over
     * @param scopes what the actor's recording is limited to; empty for no limit
     * @return the import's id; it runs until its report says otherwise
     */
    public String submit(
            Path path, String name, boolean temporary, boolean dryRun, String actor, String role, Set<String> scopes) {
        Order order = new Order(RandomId.next(), dryRun, actor, role, scopes);
        presence.renew();
        runs.begin(order.id(), name, dryRun, actor, role, presence.number());
        worker().execute(() -> run(order, path, name, temporary));
        return order.id();
    }

    private void run(Order order, Path path, String name, boolean temporary) {
        try (Submission submission = Submission.open(path, name, limits)) {
            finish(order, runner.run(order, submission), null);
        } catch (Unreadable unreadable) {
            for (Problem problem : unreadable.problems()) {
                runs.addProblems(order.id(), 0, java.util.List.of(problem));
            }
            finish(order, Status.FAILED, unreadable.problems().get(0).detail());
        } catch (IOException | RuntimeException | Error e) {
            log.error("Import {} failed", order.id(), e);
            finish(order, Status.FAILED, OUR_FAULT);
        } finally {
            if (temporary) {
                delete(path);
            }
        }
    }

    /** Tried until it succeeds: an import that the database's absence ended would otherwise be said to run for ever. */
    private void finish(Order order, Status status, @Nullable String failure) {
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

    private synchronized ExecutorService worker() {
        if (worker == null) {
            throw new IllegalStateException("imports are not taken in before the start or after the end");
        }
        return worker;
    }

    @Override
    public synchronized void start() {
        int interrupted = runs.failInterrupted();
        presence.renew();
        if (interrupted > 0) {
            log.warn("{} imports were interrupted; hand them in again", interrupted);
        }
        worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "imports");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public synchronized void stop() {
        ExecutorService stopping = worker;
        worker = null;
        if (stopping != null) {
            stopping.shutdownNow();
            try {
                stopping.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            presence.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
