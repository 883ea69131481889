package org.preventionnetwork.registry.command.clock;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Time that passes whatever anybody sets the clock to. */
interface SteadyClock {

    /** Since some moment; it may stand still while the machine sleeps. */
    Duration elapsed();

    /** Since some moment, with the machine's sleep where that is known; asked only when it matters. */
    Duration elapsedWithSleep();

    /** Java's own is CLOCK_MONOTONIC on Linux, which sleep stops; {@code /proc/uptime} counts it. */
    static SteadyClock ofThisMachine() {
        long began = System.nanoTime();
        Duration bootBefore = sinceBoot();
        return new SteadyClock() {
            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime() - began);
            }

            @Override
            public Duration elapsedWithSleep() {
                Duration counted = sinceBoot().minus(bootBefore);
                Duration own = elapsed();
                return counted.compareTo(own) > 0 ? counted : own;
            }
        };
    }

    private static Duration sinceBoot() {
        try {
            String seconds = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
            return Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue());
        } catch (IOException | NumberFormatException notOnThisSystem) {
            return Duration.ZERO;
        }
    }
}
