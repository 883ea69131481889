package org.preventionnetwork.registry.query.figures;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a page that counts everything answer at once. Where counting takes long, because the history is long, the page
 * answers for the position that was counted last, says so by its {@code lag}, and the newest is counted meanwhile. Who
 * names a point of knowledge, or a position that must be known, gets exactly that, however long it takes.
 *
 * <p>What was counted when much less was known, before the projections had read what is there for instance, is served to
 * nobody: then all who ask wait for the one who counts.
 */
@Component
public final class RecentCounts {
    private static final Logger log = LoggerFactory.getLogger(RecentCounts.class);
    private static final List<String> EXACT =
            List.of("knownAt", "knownAtPosition", "atLeastPosition", "atLeastVersion");
    /** What is counted within this is counted while the asker waits. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);
    /** Counting takes at most this part of the time: after a count of one second, none begins for four. */
    private static final int PAUSE = 4;

    /** A count is served later only while no more than this part of what is known by then came after it. */
    private static final int MISSING_AT_MOST = 10;

    private static final int MOST = 200;

    private final Map<String, Counted> last = new ConcurrentHashMap<>();
    private final Map<String, Object> beginnings = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService counting = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "counting");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration atOnce;

    RecentCounts() {
        this(AT_ONCE);
    }

    /** @param atOnce what is counted faster than this is counted whenever it is asked for */
    RecentCounts(Duration atOnce) {
        this.atOnce = atOnce;
    }

    private record Counted(long position, Instant knownAt, long nanos, long finished) {
        boolean isOfUse(Clocks now) {
            return now.position() - position <= now.position() / MISSING_AT_MOST;
        }

        boolean mayBeginAgain() {
            return System.nanoTime() - finished >= PAUSE * nanos;
        }
    }

    /**
     * Where to answer.
     *
     * @param what is counted, apart from the position
     * @param now where the projections are
     * @param count counts it; what it reads must be remembered, as {@link Figures} does
     */
    public Clocks of(HttpServletRequest request, String what, Clocks now, Consumer<Clocks> count) {
        if (EXACT.stream().anyMatch(name -> request.getParameter(name) != null)) {
            return now;
        }
        Counted before = ofUse(what, now, count);
        if (before.nanos() < atOnce.toNanos() && before.position() != now.position()) {
            count(what, now, count);
            return now;
        }
        if (before.position() < now.position() && before.mayBeginAgain()) {
            prepare(what, now, count);
        }
        return new Clocks(
                now.asOf(),
                now.day(),
                before.knownAt(),
                before.position(),
                now.lag() + now.position() - before.position());
    }

    /** Counts it meanwhile, unless that is under way. */
    public void prepare(String what, Clocks now, Consumer<Clocks> count) {
        if (running.add(what)) {
            counting.execute(() -> {
                try {
                    if (ofUse(what, now, count).position() != now.position()) {
                        count(what, now, count);
                    }
                } catch (RuntimeException failure) {
                    if (!counting.isShutdown()) {
                        log.warn("What takes long could not be counted; the next who asks tries again", failure);
                    }
                } finally {
                    running.remove(what);
                }
            });
        }
    }

    /** What was counted last; where that is of no use, all who ask wait for the one who counts. */
    private Counted ofUse(String what, Clocks now, Consumer<Clocks> count) {
        Counted before = last.get(what);
        if (before != null && before.isOfUse(now)) {
            return before;
        }
        synchronized (beginnings.computeIfAbsent(what, w -> new Object())) {
            Counted meanwhile = last.get(what);
            return meanwhile != null && meanwhile.isOfUse(now) ? meanwhile : count(what, now, count);
        }
    }

    private Counted count(String what, Clocks clocks, Consumer<Clocks> count) {
        long began = System.nanoTime();
        count.accept(clocks);
        long finished = System.nanoTime();
        if (last.size() >= MOST) {
            last.clear();
            beginnings.clear();
        }
        Counted counted = new Counted(clocks.position(), clocks.knownAt(), finished - began, finished);
        last.merge(what, counted, (before, after) -> after.position() < before.position() ? before : after);
        return counted;
    }

    @PreDestroy
    void stop() {
        counting.shutdownNow();
    }
}
