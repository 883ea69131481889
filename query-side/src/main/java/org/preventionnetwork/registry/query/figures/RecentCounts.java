package org.preventionnetwork.registry.query.figures;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.NotYetKnown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets pages that count everything share the counting: however many ask for the same, one counts, up to the newest
 * position that any of them asked for, and all who wait are answered with that. Nobody gets a count that lacks what was
 * known when they asked. Who names a point of knowledge, or a position that must be known, gets exactly that.
 *
 * <p>What takes long is counted for few at a time, so that many pages of a long history do not count at once.
 */
@Component
public final class RecentCounts {
    private static final Logger log = LoggerFactory.getLogger(RecentCounts.class);
    private static final List<String> EXACT =
            List.of("knownAt", "knownAtPosition", "atLeastPosition", "atLeastVersion");
    /** What is counted within this is never held up by what takes longer. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);
    /** Longer than counting a history of a million events takes twice: what was under way, and one's own. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LONG_ONES_AT_A_TIME = 2;
    private static final int MOST = 200;

    private final Map<String, Shared> shared = new ConcurrentHashMap<>();
    private final Semaphore longOnes = new Semaphore(LONG_ONES_AT_A_TIME, true);
    private final ExecutorService counting = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "counting");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration patience;

    RecentCounts() {
        this(PATIENCE);
    }

    /** @param patience how long somebody waits for those who count */
    RecentCounts(Duration patience) {
        this.patience = patience;
    }

    private record Counted(long position, Instant knownAt, long nanos) {}

    /** What one count is to all who ask for it. */
    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock(true);
        private final AtomicReference<@Nullable Clocks> newest = new AtomicReference<>();
        private volatile @Nullable Counted last;

        /** Whoever counts next counts for this one too. */
        void ask(Clocks now) {
            newest.accumulateAndGet(
                    now, (before, asked) -> before == null || before.position() < asked.position() ? asked : before);
        }

        @Nullable
        Counted knowing(long position) {
            Counted counted = last;
            return counted != null && counted.position() >= position ? counted : null;
        }

        boolean takesLong() {
            Counted counted = last;
            return counted == null || counted.nanos() > AT_ONCE.toNanos();
        }
    }

    /**
     * Where to answer: where the projections are, or where somebody counted since.
     *
     * @param what is counted, apart from the position
     * @param now where the projections are
     * @param count counts it; what it reads must be remembered, as {@link Figures} does
     * @throws NotYetKnown when others count for so long that nobody waits for it
     */
    public Clocks of(HttpServletRequest request, String what, Clocks now, Consumer<Clocks> count) {
        if (EXACT.stream().anyMatch(name -> request.getParameter(name) != null)) {
            return now;
        }
        Counted counted = counted(what, now, count);
        return new Clocks(
                now.asOf(),
                now.day(),
                counted.knownAt(),
                counted.position(),
                Math.max(0, now.lag() + now.position() - counted.position()));
    }

    /** Counts it meanwhile, unless that was done. */
    public void prepare(String what, Clocks now, Consumer<Clocks> count) {
        counting.execute(() -> {
            try {
                counted(what, now, count);
            } catch (RuntimeException failure) {
                if (!counting.isShutdown()) {
                    log.warn("What takes long could not be counted; the next who asks tries again", failure);
                }
            }
        });
    }

    private Counted counted(String what, Clocks now, Consumer<Clocks> count) {
        Shared one = shared(what);
        Counted known = one.knowing(now.position());
        if (known != null) {
            return known;
        }
        one.ask(now);
        long deadline = System.nanoTime() + patience.toNanos();
        await(one.lock::tryLock, deadline);
        try {
            Counted meanwhile = one.knowing(now.position());
            return meanwhile != null ? meanwhile : countInTurn(one, now, count, deadline);
        } finally {
            one.lock.unlock();
        }
    }

    private Shared shared(String what) {
        if (shared.size() >= MOST && !shared.containsKey(what)) {
            shared.clear();
        }
        return shared.computeIfAbsent(what, w -> new Shared());
    }

    private Counted countInTurn(Shared one, Clocks now, Consumer<Clocks> count, long deadline) {
        if (!one.takesLong()) {
            return count(one, now, count);
        }
        await(longOnes::tryAcquire, deadline);
        try {
            return count(one, now, count);
        } finally {
            longOnes.release();
        }
    }

    private static Counted count(Shared one, Clocks now, Consumer<Clocks> count) {
        Clocks newest = Objects.requireNonNullElse(one.newest.get(), now);
        Clocks at = newest.position() < now.position() ? now : newest;
        long began = System.nanoTime();
        count.accept(at);
        Counted counted = new Counted(at.position(), at.knownAt(), System.nanoTime() - began);
        one.last = counted;
        return counted;
    }

    private interface Turn {
        boolean tryFor(long time, TimeUnit unit) throws InterruptedException;
    }

    private static void await(Turn turn, long deadline) {
        try {
            if (!turn.tryFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw new NotYetKnown("what is asked for is still being counted; ask again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYetKnown("the registry is stopping");
        }
    }

    /** How many wait for whoever counts this. */
    int waitingFor(String what) {
        return shared(what).lock.getQueueLength();
    }

    @PreDestroy
    void stop() {
        counting.shutdownNow();
    }
}
