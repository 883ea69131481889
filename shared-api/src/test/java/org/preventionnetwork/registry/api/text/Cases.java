package org.preventionnetwork.registry.api.text;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on many random cases; a failure names the seed, and {@code -Dseed=…} repeats it. */
public final class Cases {

    private Cases() {}

    public static void run(int count, Consumer<Random> property) {
        long seed = Long.getLong("seed", 20_120_329L);
        for (int number = 0; number < count; number++) {
            try {
                property.accept(new Random(seed + number));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "case %d failed; repeat it with -Dseed=%d: %s"
                                .formatted(number, seed + number, failure.getMessage()),
                        failure);
            }
        }
    }
}
