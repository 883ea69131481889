package org.preventionnetwork.registry.command.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.command.clock.ClockConfirmations.Confirmation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards the known-on clock, which is the running maximum of the events' own times and so never forgets a time that was
 * too late. Every event passes here before it is stored, whoever records it. None passes while the clock is in doubt:
 * when it ran away from the time that passes whatever it is set to, or when it was far ahead of the last recorded instant
 * at the start. The doubt ends when the clock is set right, or when an administrator confirms it. None passes either while
 * what the ledger goes on from contradicts its last entry, which is looked at once a second.
 *
 * <p>A clock that is set back is not doubted: the known-on clock stands still until it is reached again, and to set a
 * wrong clock right must not stop the recording.
 */
public final class RecordingClock {
    private static final Logger log = LoggerFactory.getLogger(RecordingClock.class);
    /** One part in so many of the time that passed may be gained by small steps: nine seconds a day. */
    private static final long SMALL_STEPS = 10_000;
    /** How long what was found of the ledger holds. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Clock wall;
    private final SteadyClock steady;
    private final ClockConfirmations confirmations;
    private final Duration tolerance;
    private final Duration aheadAtStart;
    private Instant begun;
    private Duration begunAt;
    private Duration withSleep;
    private final @Nullable Instant lastKnownAtStart;
    private boolean startDoubted;
    private @Nullable Doubt doubt;
    /** By the steady clock. */
    private final AtomicReference<Duration> nextLook = new AtomicReference<>(Duration.ZERO);

    private volatile Optional<Doubt> contradicted = Optional.empty();

    /**
     * @param since what the clock said when it was doubted first
     * @param why a sentence that says what to do
     * @param confirmedBefore the newest confirmation then, 0 for none
     */
    public record Doubt(Instant since, String why, long confirmedBefore) {}

    /**
     * @param wall what events are stamped with
     * @param tolerance by how much it may be ahead of the time that passed since the start
     * @param aheadAtStart by how much it may be ahead of the last recorded instant at the start
     */
    RecordingClock(
            Clock wall,
            SteadyClock steady,
            ClockConfirmations confirmations,
            Duration tolerance,
            Duration aheadAtStart) {
        this.wall = wall;
        this.steady = steady;
        this.confirmations = confirmations;
        this.tolerance = tolerance;
        this.aheadAtStart = aheadAtStart;
        this.begunAt = steady.elapsed();
        this.withSleep = steady.elapsedWithSleep();
        Instant now = wall.instant();
        Instant last = lastTrusted(now);
        this.lastKnownAtStart = last;
        this.startDoubted = last != null && now.isAfter(last.plus(aheadAtStart));
        // A clock that was behind at the start may be set right later.
        this.begun = last != null && last.isAfter(now) ? last : now;
        doubt(now).ifPresent(found -> log.error("Nothing is recorded: {}", found.why()));
    }

    /** What was confirmed and has not come yet says nothing of this clock, whoever wrote it. */
    private @Nullable Instant lastTrusted(Instant now) {
        Instant known = confirmations.lastKnown();
        Instant confirmed = confirmations
                .newest()
                .map(Confirmation::instant)
                .filter(instant -> !instant.isAfter(now.plus(tolerance)))
                .orElse(null);
        return known == null || (confirmed != null && confirmed.isAfter(known)) ? confirmed : known;
    }

    /** Why nothing is recorded now, if so. */
    public Optional<Doubt> doubt() {
        Optional<Doubt> contradiction = contradiction();
        return contradiction.isPresent() ? contradiction : doubt(wall.instant());
    }

    /** One looks at a time, and nobody waits for who does: the database may be slow. */
    private Optional<Doubt> contradiction() {
        Duration now = steady.elapsed();
        Duration due = nextLook.get();
        if (now.compareTo(due) >= 0 && nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
            contradicted = confirmations
                    .contradiction()
                    .map(what -> new Doubt(
                            wall.instant(),
                            "the ledger was meddled with: " + what
                                    + ". Set it right by verifying, and putting back what"
                                    + " was changed; until then nothing is recorded",
                            0));
        }
        return contradicted;
    }

    /**
     * To be asked for every event before it is stored.
     *
     * @param stamp the event's own time
     * @throws Refused while the clock, or this time of it, is in doubt
     */
    public void require(Instant stamp) {
        Instant now = wall.instant();
        Optional<Doubt> contradiction = contradiction();
        Optional<Doubt> any = contradiction.isPresent() ? contradiction : doubt(stamp.isAfter(now) ? stamp : now);
        any.ifPresent(found -> {
            throw new Refused(RefusalCode.CLOCK_IN_DOUBT, found.why());
        });
    }

    /** An administrator says that the clock is right; it is written down first. Does nothing while nobody doubts it. */
    public synchronized void confirm(String actor) {
        Instant now = wall.instant();
        if (doubt(now).isPresent()) {
            confirmations.add(now, actor);
            log.warn("{} confirmed that the clock is right: {}", actor, now);
            believe(now);
        }
    }

    private void believe(Instant now) {
        begun = now;
        begunAt = steady.elapsed();
        withSleep = steady.elapsedWithSleep();
        startDoubted = false;
        doubt = null;
    }

    private synchronized Optional<Doubt> doubt(Instant at) {
        String why = startDoubted ? sinceTheStart(at) : sinceThen(at);
        if (why == null) {
            if (startDoubted) {
                believe(at);
            }
            doubt = null;
            return Optional.empty();
        }
        Doubt found = doubt;
        if (found == null) {
            long newest = confirmations.newest().map(Confirmation::id).orElse(0L);
            found = new Doubt(at, why, newest);
            doubt = found;
        } else if (confirmedElsewhere(found, at)) {
            believe(at);
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** On another node, whose clock says what this one does. */
    private boolean confirmedElsewhere(Doubt doubted, Instant at) {
        return confirmations
                .newest()
                .filter(confirmation -> confirmation.id() > doubted.confirmedBefore())
                .filter(confirmation ->
                        !confirmation.instant().isBefore(doubted.since().minus(tolerance))
                                && !confirmation.instant().isAfter(at.plus(tolerance)))
                .isPresent();
    }

    private @Nullable String sinceTheStart(Instant at) {
        Instant last = lastKnownAtStart;
        if (last == null || !at.isAfter(last.plus(aheadAtStart))) {
            return null;
        }
        return "at the start the clock said " + at + ", which is "
                + Duration.between(last, at).toDays()
                + " days after the last recorded instant, " + last + ". Set it right, or confirm on the page Operations"
                + " that it is";
    }

    private @Nullable String sinceThen(Instant at) {
        if (!at.isAfter(limit(steady.elapsed().minus(begunAt)))
                || !at.isAfter(limit(steady.elapsedWithSleep().minus(withSleep)))) {
            return null;
        }
        Instant expected = begun.plus(steady.elapsedWithSleep().minus(withSleep));
        return "the clock says " + at + ", but by the time that passed it should be " + expected
                + ". Set it right, or confirm on the page Operations that it is";
    }

    private Instant limit(Duration passed) {
        return begun.plus(passed).plus(tolerance).plus(passed.dividedBy(SMALL_STEPS));
    }
}
