package org.preventionnetwork.registry.command.erasure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.command.ledger.LedgerThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that whoever is erased stays erased, and nothing is left: after a crash anywhere between the event and the
 * receipt, when something had to be waited for, and after a backup of the keys was put back that is from before.
 */
final class ErasureKeeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ErasureKeeper.class);

    /** What is awaited ends at any moment. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Erasures erasures;
    private final Duration interval;
    private final LedgerThread thread = new LedgerThread("erasures", this::run);

    ErasureKeeper(Erasures erasures, Duration interval) {
        this.erasures = erasures;
        this.interval = interval;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            Duration pause = interval;
            try {
                if (erasures.catchUp() && pause.compareTo(SOON) > 0) {
                    pause = SOON;
                }
            } catch (RuntimeException e) {
                log.error("Erasures could not be completed; they will be tried again: {}", FailureText.of(e));
            }
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
