package org.preventionnetwork.registry.command.imports.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells those who follow an import how it stands, twice a second, until it is over. */
@Component
class ProgressStreams implements DisposableBean {
    private static final long EVERY_MILLIS = 500;
    private static final long LONGEST_MILLIS = TimeUnit.HOURS.toMillis(2);

    private final Runs runs;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "import-progress");
        thread.setDaemon(true);
        return thread;
    });

    ProgressStreams(Runs runs) {
        this.runs = runs;
    }

    SseEmitter follow(String id) {
        SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
        AtomicReference<ScheduledFuture<?>> ticking = new AtomicReference<>();
        Runnable stop = () -> {
            ScheduledFuture<?> tick = ticking.get();
            if (tick != null) {
                tick.cancel(false);
            }
        };
        emitter.onCompletion(stop);
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> stop.run());
        ticking.set(
                clock.scheduleWithFixedDelay(() -> send(id, emitter, stop), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS));
        return emitter;
    }

    private void send(String id, SseEmitter emitter, Runnable stop) {
        try {
            Optional<RunReport> report = runs.find(id);
            if (report.isEmpty()) {
                emitter.complete();
                return;
            }
            boolean running = report.get().isRunning();
            emitter.send(SseEmitter.event()
                    .name(running ? "progress" : "done")
                    .data(report.get(), MediaType.APPLICATION_JSON));
            if (!running) {
                emitter.complete();
            }
        } catch (IOException | IllegalStateException gone) {
            stop.run();
        } catch (RuntimeException e) {
            stop.run();
            emitter.completeWithError(e);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
