package org.preventionnetwork.registry.testing;

import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What holds for all tests of the modules that use it. Random choices come from {@link #SEED}: the same in every build, another
 * with {@code -Dseed=…}, and a new one in each build with the profile {@code random}. A wait looks soon, and then less
 * and less often, so that it neither sleeps past what it waits for nor keeps the machine from it; and it gives up late,
 * since a busy machine is no fault.
 */
public final class TestRun implements BeforeAllCallback {
    public static final long SEED = Long.getLong("seed", 20_120_329L);

    /** How long anything is waited for that is certain to come, on a busy machine too. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration FIRST_LOOK = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    static {
        System.out.println("Random choices of this run come from -Dseed=" + SEED);
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(TestRun::longer, FIRST_LOOK));
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    private static volatile Set<String> tags = Set.of();

    @Override
    public void beforeAll(ExtensionContext context) {
        tags = context.getTags();
    }

    /** Fails where a test class uses something that the profile {@code fast} has to pass by, and does not say so. */
    public static void requireTag(String tag) {
        if (!tags.contains(tag)) {
            throw new AssertionError("This test class needs @Tag(\"" + tag + "\"), so that -Pfast passes it by");
        }
    }
}
