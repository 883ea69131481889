package org.preventionnetwork.registry.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

    /** Whether the profile {@code thorough} asks for everything; see {@link #of} and {@link #some}. */
    public static final boolean THOROUGH = Boolean.getBoolean("thorough");

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

    /** How many, or how far: this in every build, and that where it is thorough. */
    public static int of(int always, int thorough) {
        return THOROUGH ? thorough : always;
    }

    /** All of them where the build is thorough, and else so many, which are others with another seed. */
    public static <T> List<T> some(int always, List<T> all) {
        if (THOROUGH || all.size() <= always) {
            return all;
        }
        List<T> some = new ArrayList<>(all);
        Collections.shuffle(some, new Random(SEED));
        return some.subList(0, always);
    }

    /** Fails where a test class uses something that the profile {@code fast} has to pass by, and does not say so. */
    public static void requireTag(String tag) {
        if (!tags.contains(tag)) {
            throw new AssertionError("This test class needs @Tag(\"" + tag + "\"), so that -Pfast passes it by");
        }
    }
}
