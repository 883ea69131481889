package org.preventionnetwork.registry.query.figures;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * <p>What takes long is counted for few at a time, whatever day or point of knowledge it is asked for, so that many pages
 * of a long history do not count at once; and few wait for it, so that these pages do not take the threads of all others.
 * Who finds no place among them is told at once to ask again.
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
    /** Half of what one account may ask at once. */
    private static final int PLACES = 32;

    private static final int MOST = 200;

    private final Map<Asked, Shared> shared = new ConcurrentHashMap<>();
    /** How long counting took last, for whatever day. */
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

    private final Semaphore longOnes = new Semaphore(LONG_ONES_AT_A_TIME, true);
    private final ExecutorService counting = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "counting");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration patience;
    private final Semaphore places;

    RecentCounts() {
        this(PATIENCE, PLACES);
    }

    /**
     * @param patience how long somebody waits for those who count
     * @param places how many count or wait at a time
     */
    RecentCounts(Duration patience, int places) {
        this.patience = patience;
        this.places = new Semaphore(places);
    }

    /** @param exactly the position, for who insists on it; null for who is content with a newer one */
    private record Asked(String what, LocalDate day, @Nullable Long exactly) {}

    private record Counted(long position, Instant knownAt) {}

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
    }

    /**
     * Where to answer: where the projections are, or where somebody counted since.
     *
     * @param what is counted, apart from the day and the position
     * @param now where the projections are
     * @param count counts it; what it reads must be remembered, as {@link Figures} does
     * @throws NotYetKnown when others count for so long that nobody waits for it, or too many wait already
     */
    public Clocks of(HttpServletRequest request, String what, Clocks now, Consumer<Clocks> count) {
        if (EXACT.stream().anyMatch(name -> request.getParameter(name) != null)) {
            counted(new Asked(what, now.day(), now.position()), now, count);
            return now;
        }
        Counted counted = counted(new Asked(what, now.day(), null), now, count);
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
                counted(new Asked(what, now.day(), null), now, count);
            } catch (RuntimeException failure) {
                if (!counting.isShutdown()) {
                    log.warn("What takes long could not be counted; the next who asks tries again", failure);
                }
            }
        });
    }

    private Counted counted(Asked asked, Clocks now, Consumer<Clocks> count) {
        Shared one = shared(asked);
        Counted known = one.knowing(now.position());
        if (known != null) {
            return known;
        }
        boolean hasPlace = places.tryAcquire();
        try {
            one.ask(now);
            return whenOthersHave(one, asked.what(), now, count, hasPlace ? patience : AT_ONCE);
        } finally {
            if (hasPlace) {
                places.release();
            }
        }
    }

    private Counted whenOthersHave(Shared one, String what, Clocks now, Consumer<Clocks> count, Duration waits) {
        long deadline = System.nanoTime() + waits.toNanos();
        await(one.lock::tryLock, deadline);
        try {
            Counted meanwhile = one.knowing(now.position());
            return meanwhile != null ? meanwhile : countInTurn(one, what, now, count, deadline);
        } finally {
            one.lock.unlock();
        }
    }

    /** Those that somebody counts or waits for are kept. */
    private Shared shared(Asked asked) {
        if (shared.size() >= MOST && !shared.containsKey(asked)) {
            shared.values().removeIf(one -> !one.lock.isLocked());
        }
        return shared.computeIfAbsent(asked, a -> new Shared());
    }

    private Counted countInTurn(Shared one, String what, Clocks now, Consumer<Clocks> count, long deadline) {
        Duration last = took.get(what);
        if (last != null && last.compareTo(AT_ONCE) <= 0) {
            return count(one, what, now, count);
        }
        await(longOnes::tryAcquire, deadline);
        try {
            return count(one, what, now, count);
        } finally {
            longOnes.release();
        }
    }

    private Counted count(Shared one, String what, Clocks now, Consumer<Clocks> count) {
        Clocks newest = Objects.requireNonNullElse(one.newest.get(), now);
        Clocks at = newest.position() < now.position() ? now : newest;
        long began = System.nanoTime();
        count.accept(at);
        if (took.size() >= MOST) {
            took.clear();
        }
        took.put(what, Duration.ofNanos(System.nanoTime() - began));
        Counted counted = new Counted(at.position(), at.knownAt());
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

    /** How many wait for whoever counts this, of that day. */
    int waitingFor(String what, LocalDate day) {
        return shared(new Asked(what, day, null)).lock.getQueueLength();
    }

    /** How many wait until fewer count what takes long. */
    int waitingForTheirTurn() {
        return longOnes.getQueueLength();
    }

    @PreDestroy
    void stop() {
        counting.shutdownNow();
    }
}
